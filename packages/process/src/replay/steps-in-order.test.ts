import { describe, expect, test } from 'vitest';
import { losses, Recording } from './recording.fixture.js';

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
