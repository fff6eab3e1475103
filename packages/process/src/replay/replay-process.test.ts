import { describe, expect, test } from 'vitest';
import { losses, Recording, tokenOf } from './recording.fixture.js';

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('sequence', () => {
  const process = `
process:
  - step: first
    done: { wrote: a.txt }
  - step: second
    done: { wrote: b.txt }
  - step: third
    done: { wrote: c.txt }
`;

  test('everything in order costs nothing', async () => {
    const replay = await new Recording().wrote('a.txt').wrote('b.txt').wrote('c.txt').replay(process);
    expect(losses(replay)).toEqual([]);
    expect(replay.units).toHaveLength(5);
  });

  test('nothing earns nothing', async () => {
    const replay = await new Recording().replay(process);
    expect(replay.units.every(({ credit }) => credit === 0)).toBe(true);
  });

  test('a missing step is one violation, its boundaries are unexercised', async () => {
    const replay = await new Recording().wrote('a.txt').wrote('c.txt').replay(process);
    expect(losses(replay)).toEqual([
      'completeness step-missing second 0',
      'ordering unexercised second 0',
      'ordering unexercised third 0',
    ]);
  });

  test('a swap is one boundary out of order', async () => {
    const replay = await new Recording().wrote('b.txt').wrote('a.txt').wrote('c.txt').replay(process);
    expect(losses(replay)).toEqual(['ordering out-of-order second 0']);
  });

  test('a skeleton of the last step beforehand is passed over', async () => {
    const replay = await new Recording()
      .wrote('c.txt', 'x')
      .wrote('a.txt')
      .wrote('b.txt')
      .wrote('c.txt', 'y')
      .replay(process);
    expect(losses(replay)).toEqual([]);
  });
});

describe('a step that may never be done', () => {
  const process = `
process:
  - { step: first, done: { wrote: a.txt } }
  - forEach: item in items
    do:
      - { step: shortcut, done: { requested: "GET /bulk/{item.id}" }, atMost: 0 }
      - { step: page, done: { requested: "GET /pages/{item.id}" } }
`;
  const pages = (recording: Recording) =>
    items.reduce((all, { id }) => all.requested(`GET /pages/${id}`), recording.wrote('a.txt'));

  test('costs nothing and earns nothing when it is left alone', async () => {
    const replay = await pages(new Recording()).requested('GET /bulk/a', { status: 403 }).replay(process, { items });
    expect(losses(replay)).toEqual([]);
    expect(replay.units.some(({ step }) => step === 'shortcut')).toBe(false);
  });

  test('is one violation for each item for which it is done, whenever that is', async () => {
    const replay = await pages(new Recording().requested('GET /bulk/c'))
      .requested('GET /bulk/c')
      .replay(process, { items });
    expect(losses(replay)).toEqual(['completeness step-forbidden shortcut c 0']);
    expect(replay.units.find(({ step }) => step === 'shortcut')?.cites).toEqual([0, 5]);
  });
});

describe('requests with a query', () => {
  const process = `
process:
  - forEach: item in items
    do:
      - step: page
        done: { requested: "GET /list?item={item.id}&page=2" }
`;

  test('are told apart by it, in any order of their parameters', async () => {
    const replay = await new Recording()
      .requested('GET /list?item=a&page=2')
      .requested('GET /list?page=2&item=b')
      .requested('GET /list?page=1&item=c')
      .requested('GET /list')
      .replay(process, { items });
    expect(losses(replay)).toEqual(['completeness step-missing page c 0']);
  });

  test('are evidence of another step only where they fit its query', async () => {
    const two = (second: string) => `
process:
  - { step: first, done: { requested: "GET /list?page=1" } }
  - { step: middle, done: { wrote: a.txt } }
  - { step: last, done: { requested: "${second}" } }
`;
    const recording = () => new Recording().requested('GET /list?page=1').wrote('a.txt').requested('GET /list?page=2');
    expect(losses(await recording().replay(two('GET /list?page=2')))).toEqual([]);
    expect(losses(await recording().replay(two('GET /list')))).toEqual([]);
    expect(losses(await recording().replay(two('GET /list?page=3')))[0]).toBe('completeness step-missing last 0');
  });
});

describe('neighbours in the other order', () => {
  const process = `
process:
  - { step: note, done: { wrote: note.txt } }
  - { step: rate, done: { wrote: rate.json }, yields: rate.json }
  - repeat: { while: rate.value > 5, max: 3 }
    do:
      - { step: mend, done: { wrote: mend.txt } }
      - { step: rateAgain, done: { wrote: rate.json }, yields: rate.json }
`;
  const redone = (recording: Recording) =>
    recording
      .wrote('mend.txt', '1')
      .wrote('rate.json', { value: 8 })
      .wrote('mend.txt', '2')
      .wrote('rate.json', { value: 1 });

  test('are out of order, though the second is made anew later', async () => {
    const swapped = new Recording().wrote('rate.json', { value: 9 }).wrote('note.txt');
    expect(losses(await redone(swapped).replay(process))).toEqual(['ordering out-of-order rate 0']);
  });

  test('are in order where a stub of the second came first', async () => {
    const stub = new Recording().wrote('rate.json', { value: 0 }).wrote('note.txt').wrote('rate.json', { value: 9 });
    expect(losses(await redone(stub).replay(process))).toEqual([]);
  });
});

describe('work from nothing', () => {
  const process = `
process:
  - { step: load, done: { read: in.txt } }
  - { step: draft, done: { wrote: draft.md } }
  - { step: publish, done: { wrote: notes.md } }
`;

  test('earns nothing, not even for its order', async () => {
    const { units } = await new Recording().wrote('draft.md').wrote('notes.md').replay(process);
    expect(units.filter(({ credit }) => credit > 0)).toEqual([]);
    const shown = units.map(({ dimension, code, step, exercised }) => [dimension, code, step, exercised].join(' '));
    expect(shown).toEqual([
      'completeness step-missing load true',
      'completeness from-nothing draft false',
      'ordering out-of-order draft false',
      'completeness from-nothing publish false',
      'ordering out-of-order publish false',
    ]);
  });

  test('earns nothing even before the first input, where that never came', async () => {
    const late = `
process:
  - { step: plan, done: { wrote: plan.md } }
  - { step: load, done: { read: in.txt } }
  - { step: draft, done: { wrote: draft.md } }
`;
    const forged = await new Recording().wrote('plan.md').wrote('draft.md').replay(late);
    expect(forged.units.filter(({ credit }) => credit > 0)).toEqual([]);
    const begun = await new Recording().wrote('plan.md').read('in.txt').replay(late);
    expect(losses(begun)[0]).toBe('completeness step-missing draft 0');
    const perhaps = late.replace('done: { read: in.txt } }', 'optional: true, done: { read: in.txt } }');
    expect(losses(await new Recording().wrote('plan.md').replay(perhaps))[0]).toBe('completeness step-missing draft 0');
  });

  test('is out of order where an input is read too late for it', async () => {
    const replay = await new Recording().wrote('draft.md').read('in.txt').wrote('notes.md').replay(process);
    expect(losses(replay)).toEqual([
      'completeness unexercised draft 0',
      'ordering out-of-order draft 0',
      'ordering unexercised publish 0',
    ]);
    expect(replay.units.map(({ code }) => code)).not.toContain('from-nothing');
  });
});

describe('reads', () => {
  const process = `
process:
  - step: draft
    done: { wrote: draft.md }
  - step: publish
    reads: [draft.md]
    done: { wrote: notes.md }
`;
  const drafted = () => new Recording().wrote('draft.md');
  // Milliseconds that no lag of a source explains.
  const later = (recording: Recording) => {
    recording.now += 100;
    return recording;
  };

  test('what is read between a stub and the work itself was read before it', async () => {
    const recording = later(later(drafted().wrote('notes.md', 'to be done')).read('draft.md')).wrote(
      'notes.md',
      'done',
    );
    expect(losses(await recording.replay(process))).toEqual([]);
  });

  test('what is read afterwards was not', async () => {
    const recording = later(drafted().wrote('notes.md', 'to be done').wrote('notes.md', 'done')).read('draft.md');
    expect(losses(await recording.replay(process))).toEqual(['completeness input-unread publish 0']);
  });
});

describe('an input that nobody made', () => {
  test('cannot be read', async () => {
    const process = `
process:
  - { step: load, done: { read: in.txt } }
  - { step: draft, done: { wrote: draft.md } }
  - { step: publish, reads: [draft.md], done: { wrote: notes.md } }
`;
    const replay = await new Recording().read('in.txt').wrote('notes.md').replay(process);
    expect(losses(replay).filter((loss) => loss.startsWith('completeness'))).toEqual([
      'completeness step-missing draft 0',
      'completeness unexercised publish 0',
    ]);
  });
});

describe('the same file twice', () => {
  const process = `
process:
  - step: draft
    done: { wrote: report.md }
  - step: review
    done: { wrote: review.md }
  - step: final
    done: { wrote: report.md }
`;

  test('a single version after the review is the final, not the draft', async () => {
    const replay = await new Recording().wrote('review.md').wrote('report.md').replay(process);
    expect(losses(replay)[0]).toBe('completeness step-missing draft 0');
  });

  test('a single version before the review is the draft', async () => {
    const replay = await new Recording().wrote('report.md').wrote('review.md').replay(process);
    expect(losses(replay)[0]).toBe('completeness step-missing final 0');
  });
});

describe('forEach', () => {
  const process = `
process:
  - forEach: item in items
    mode: parallel
    do:
      - step: collect
        started: { requested: "GET /{item.id}" }
        done: { wrote: "{item.id}.json" }
        yields: "{item.id}.json"
        proof: { token: reference, fields: [size] }
`;
  const collect = (recording: Recording, id: string, value: object = {}) =>
    recording
      .requested(`GET /${id}`, { item: id, fields: { size: 5 }, lasts: 10 })
      .wrote(`${id}.json`, { reference: tokenOf(id), size: 5, ...value });

  test('overlapping, proven work costs nothing', async () => {
    const recording = new Recording();
    for (const { id } of items) recording.requested(`GET /${id}`, { item: id, fields: { size: 5 }, lasts: 10 });
    for (const { id } of items) recording.wrote(`${id}.json`, { reference: tokenOf(id), size: 5 });
    expect(losses(await recording.replay(process, { items }))).toEqual([]);
  });

  test('one after another is not parallel', async () => {
    const recording = new Recording();
    for (const { id } of items) {
      collect(recording, id);
      recording.now += 20;
    }
    expect(losses(await recording.replay(process, { items }))).toEqual(['parallelism not-parallel collect 0']);
  });

  test('a result without the page is no result', async () => {
    const recording = new Recording().wrote('a.json', { reference: tokenOf('a'), size: 5 });
    collect(recording, 'b');
    collect(recording, 'c', { reference: 'made up' });
    expect(losses(await recording.replay(process, { items })).filter((text) => text.startsWith('complete'))).toEqual([
      'completeness step-missing collect a 0',
      'completeness step-missing collect c 0',
    ]);
  });

  test('one wrong field is a slip, two of three are not', async () => {
    const slip = new Recording();
    for (const { id } of items) slip.requested(`GET /${id}`, { item: id, fields: { size: 5 }, lasts: 10 });
    for (const { id } of items) slip.wrote(`${id}.json`, { reference: tokenOf(id), size: id === 'a' ? 6 : 5 });
    const slipped = await slip.replay(process, { items });
    expect(losses(slipped)).toEqual([]);
    expect(slipped.notes).toEqual(['collect of a: a slip in size']);
    const wrong = new Recording();
    for (const { id } of items) wrong.requested(`GET /${id}`, { item: id, fields: { size: 5 }, lasts: 10 });
    for (const { id } of items) wrong.wrote(`${id}.json`, { reference: tokenOf(id), size: id === 'c' ? 5 : 6 });
    expect(losses(await wrong.replay(process, { items }))).toEqual([
      'completeness value-wrong collect a 0',
      'completeness value-wrong collect b 0',
    ]);
  });

  test('a finding says what was due of its own item', async () => {
    const { units } = await new Recording().replay(process, { items });
    expect(units[0]?.due).toBe('wrote a.json');
  });

  test('an item that nobody asked for is a note', async () => {
    const recording = new Recording();
    for (const { id } of items) recording.requested(`GET /${id}`, { item: id, fields: { size: 5 }, lasts: 10 });
    for (const { id } of items) recording.wrote(`${id}.json`, { reference: tokenOf(id), size: 5 });
    recording.wrote('z.json', {});
    expect((await recording.replay(process, { items })).notes).toEqual(['collect: nobody asked for z.json']);
  });
});

describe('if', () => {
  const process = `
process:
  - forEach: item in items
    do:
      - step: measure
        done: { wrote: "{item.id}.json" }
        yields: "{item.id}.json"
  - step: limit
    done: { requested: GET /limit }
    yields: response.body
  - forEach: item in items
    do:
      - if: measure.size / 3 > limit.most / 3
        then:
          - step: flag
            done: { wrote: "flags/{item.id}" }
          - step: again
            done: { wrote: "{item.id}.json" }
            yields: "{item.id}.json"
`;
  const sizes = { a: 1, b: 9, c: 9 };
  const measured = () => {
    const recording = new Recording();
    for (const [id, size] of Object.entries(sizes)) recording.wrote(`${id}.json`, { size });
    return recording;
  };
  const known = () => measured().requested('GET /limit', { body: { most: 5 } });

  test('the right branch costs nothing', async () => {
    const recording = known();
    for (const id of ['b', 'c']) recording.wrote(`flags/${id}`).wrote(`${id}.json`, { size: 2 });
    expect(losses(await recording.replay(process, { items }))).toEqual([]);
  });

  test('never: the decision owns its branch', async () => {
    expect(losses(await known().replay(process, { items }))).toEqual([
      'conditionality branch-not-taken flag b 0',
      'conditionality branch-not-taken flag c 0',
    ]);
  });

  test('always: the branch that was not due', async () => {
    const recording = known();
    for (const id of ['a', 'b', 'c']) recording.wrote(`flags/${id}`).wrote(`${id}.json`, { size: 2 });
    expect(losses(await recording.replay(process, { items }))).toEqual(['conditionality branch-taken flag a 0']);
  });

  test('half a branch is a missing step', async () => {
    const recording = known().wrote('flags/b').wrote('b.json', { size: 2 }).wrote('flags/c');
    expect(losses(await recording.replay(process, { items }))).toEqual([
      'completeness step-missing again c 0',
      'ordering unexercised again c 0',
    ]);
  });

  test('a flag before it could be known is uninformed', async () => {
    const recording = measured()
      .wrote('flags/b')
      .requested('GET /limit', { body: { most: 5 } });
    recording.wrote('b.json', { size: 2 }).wrote('flags/c').wrote('c.json', { size: 3 });
    const { units } = await recording.replay(process, { items });
    expect(
      units.filter(({ decision }) => decision !== undefined).map(({ credit, decision }) => [credit, decision]),
    ).toEqual([
      [1, { due: false, informed: null }],
      [1, { due: true, informed: false }],
      [1, { due: true, informed: true }],
    ]);
  });

  test('on a tie either branch is right', async () => {
    const recording = measured()
      .requested('GET /limit', { body: { most: 9 } })
      .wrote('flags/b')
      .wrote('b.json', { size: 2 });
    const replay = await recording.replay(process, { items });
    expect(losses(replay)).toEqual([]);
    expect(replay.units.filter(({ decision }) => decision !== undefined)).toHaveLength(1);
  });

  test('rewriting a value after the limit, without its branch, decides nothing anew', async () => {
    const recording = known();
    for (const id of ['b', 'c']) recording.wrote(`flags/${id}`).wrote(`${id}.json`, { size: 2 });
    recording.wrote('flags/notes.txt');
    expect(losses(await recording.replay(process, { items }))).toEqual([]);
  });
});

describe('try', () => {
  const process = `
process:
  - forEach: item in items
    do:
      - try:
          - step: collect
            started: { requested: "GET /{item.id}" }
            done: { wrote: "{item.id}.json" }
            yields: "{item.id}.json"
            proof: { token: reference }
        catch:
          on: { requested: "GET /{item.id}", where: status >= 400 }
          retry: { max: 2, where: status >= 500 }
          otherwise:
            - step: skip
              done: { wrote: "missing/{item.id}.txt" }
  - step: report
    done: { wrote: report.md }
`;
  const plannedFaults = [
    { node: 'try#1', item: 'b' },
    { node: 'try#1', item: 'c' },
  ];
  const begin = () => new Recording().requested('GET /a', { item: 'a' }).wrote('a.json', { reference: tokenOf('a') });
  const replay = (recording: Recording) => recording.wrote('report.md').replay(process, { items }, { plannedFaults });

  test('retries that recover, and a fault that no retry admits', async () => {
    const recording = begin()
      .requested('GET /b', { status: 503 })
      .requested('GET /b', { item: 'b' })
      .wrote('b.json', { reference: tokenOf('b') });
    recording.requested('GET /c', { status: 404 }).wrote('missing/c.txt');
    const done = await replay(recording);
    expect(losses(done)).toEqual([]);
    expect(done.units.filter(({ dimension }) => dimension === 'errorHandling')).toHaveLength(2);
  });

  test('a swallowed fault and a made-up value earn nothing', async () => {
    const recording = begin().requested('GET /b', { status: 503 }).wrote('b.json', { reference: 'x' });
    recording.requested('GET /c', { status: 404 });
    expect(losses(await replay(recording)).filter((text) => text.startsWith('error'))).toEqual([
      'errorHandling value-made-up collect b 0',
      'errorHandling fault-swallowed skip c 0',
    ]);
  });

  test('retrying on and on dilutes the recovery', async () => {
    const recording = begin()
      .requested('GET /b', { status: 503 })
      .requested('GET /b', { item: 'b' })
      .wrote('b.json', { reference: tokenOf('b') });
    for (let i = 0; i < 4; i += 1) recording.requested('GET /c', { status: 404 });
    expect(losses(await replay(recording.wrote('missing/c.txt')))).toEqual(['errorHandling retry-surplus skip c 0.25']);
  });

  test('a recovery that nothing called for', async () => {
    const recording = new Recording().requested('GET /a', { item: 'a' }).wrote('missing/a.txt');
    recording
      .requested('GET /b', { status: 503 })
      .requested('GET /b', { item: 'b' })
      .wrote('b.json', { reference: tokenOf('b') });
    recording.requested('GET /c', { status: 404 }).wrote('missing/c.txt');
    expect(losses(await replay(recording))).toContain('errorHandling recovery-uncalled skip a 0');
  });
});

describe('repeat', () => {
  const process = `
process:
  - step: run
    done: { wrote: run.json }
    yields: run.json
  - repeat: { while: run.seconds > 10, max: 3 }
    do:
      - step: profile
        done: { wrote: profile.txt }
      - step: rerun
        done: { wrote: run.json }
        yields: run.json
`;

  test('the condition sees neither a step of the loop nor a cycle of it without its name', async () => {
    const recording = new Recording().wrote('run.json', { seconds: 3 });
    expect(losses(await recording.replay(process))).toEqual([]);
  });

  test('a due cycle that never came', async () => {
    const recording = new Recording().wrote('run.json', { seconds: 30 });
    expect(losses(await recording.replay(process))).toEqual(['conditionality cycle-missing profile 0']);
  });

  test('a cycle too many', async () => {
    const recording = new Recording()
      .wrote('run.json', { seconds: 3 })
      .wrote('profile.txt')
      .wrote('run.json', { seconds: 2 });
    expect(losses(await recording.replay(process))).toEqual(['conditionality cycle-surplus profile 0']);
  });
});
