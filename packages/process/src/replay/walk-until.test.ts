import { describe, expect, test } from 'vitest';
import { losses, Recording } from './recording.fixture.js';

const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const process = `
process:
  - forEach: item in items
    while: $count(probe[ok = false]) < 2
    do:
      - step: start
        done: { requested: "POST /{item.id}" }
      - step: probe
        done: { wrote: "{item.id}.json" }
        yields: "{item.id}.json"
  - step: report
    done: { wrote: report.md }
`;

/** What was done, in its order: `a+` went well, `b-` did not. */
function recordingOf(...done: readonly string[]): Recording {
  const recording = new Recording();
  for (const one of done) {
    recording.requested(`POST /${one.charAt(0)}`).wrote(`${one.charAt(0)}.json`, { ok: one.endsWith('+') });
  }
  return recording;
}
const judged = async (recording: Recording) => losses(await recording.wrote('report.md').replay(process, { items }));

describe('a loop that can end early', () => {
  test('stops where its condition fails: nothing after it is due', async () => {
    expect(await judged(recordingOf('a-', 'b+', 'c-'))).toEqual([]);
  });

  test('goes through the whole list where it never fails', async () => {
    expect(await judged(recordingOf('a+', 'b-', 'c+', 'd+', 'e+'))).toEqual([]);
    expect(await judged(recordingOf('a+', 'b-', 'c+', 'd+', 'e-'))).toEqual([]);
  });

  test('going on is a wrong decision, the worse the further', async () => {
    expect(await judged(recordingOf('a-', 'b+', 'c-', 'd+'))).toEqual(['conditionality item-surplus start 0.5']);
    expect(await judged(recordingOf('a-', 'b+', 'c-', 'd+', 'e+'))).toEqual(['conditionality item-surplus start 0.4']);
  });

  test('stopping too early is missing work', async () => {
    const lost = await judged(recordingOf('a-', 'b+', 'c+'));
    expect(lost.filter((loss) => loss.includes('step-missing'))).toEqual([
      ...['completeness step-missing start d 0', 'completeness step-missing probe d 0'],
      ...['completeness step-missing start e 0', 'completeness step-missing probe e 0'],
    ]);
    expect(lost.some((loss) => loss.startsWith('conditionality'))).toBe(false);
  });

  test('leaving out the item that would have ended it does not end it', async () => {
    const lost = await judged(recordingOf('a-', 'b+'));
    expect(lost.filter((loss) => loss.includes('step-missing'))).toHaveLength(6);
  });

  test('an item that begins before the one ahead of it has ended is out of order', async () => {
    const recording = new Recording()
      .requested('POST /a')
      .requested('POST /b')
      .wrote('a.json', { ok: true })
      .wrote('b.json', { ok: true });
    for (const id of ['c', 'd', 'e']) recording.requested(`POST /${id}`).wrote(`${id}.json`, { ok: true });
    expect(await judged(recording)).toEqual(['ordering out-of-order start b 0']);
  });

  test('nothing earns nothing', async () => {
    const replay = await new Recording().replay(process, { items });
    expect(replay.units.every(({ credit }) => credit === 0)).toBe(true);
    expect(replay.units.filter(({ dimension }) => dimension === 'conditionality')).toHaveLength(1);
  });

  test('what is surplus in one part of a nested list says nothing about another', async () => {
    const nested = `
process:
  - forEach: group in groups
    do:
      - forEach: item in group.items
        while: $not($exists(probe[ok = false]))
        do:
          - { step: probe, done: { wrote: "{group.id}/{item.id}.json" }, yields: "{group.id}/{item.id}.json" }
`;
    const groups = ['g', 'h'].map((id) => ({ id, items }));
    const recording = new Recording().wrote('g/a.json', { ok: false });
    for (const { id } of items) recording.wrote(`h/${id}.json`, { ok: true });
    expect(losses(await recording.replay(nested, { groups }))).toEqual([]);
    const gone = new Recording().wrote('g/a.json', { ok: false }).wrote('g/b.json', { ok: true });
    for (const { id } of items) gone.wrote(`h/${id}.json`, { ok: true });
    expect(losses(await gone.replay(nested, { groups }))).toEqual(['conditionality item-surplus probe g 0']);
  });
});
