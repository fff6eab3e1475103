import { describe, expect, test } from 'vitest';
import { losses, Recording, tokenOf } from './recording.fixture.js';

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

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
