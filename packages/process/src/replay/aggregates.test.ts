import { describe, expect, test } from 'vitest';
import { losses, Recording, tokenOf } from './recording.fixture.js';

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('aggregate', () => {
  const process = `
process:
  - forEach: item in items
    do:
      - step: measure
        done: { wrote: "{item.id}.json" }
        yields: "{item.id}.json"
  - step: combine
    done: { wrote: total.json }
    yields: total.json
    aggregate:
      of: [measure]
      expect: '{ "sum": $sum(values.value.size), "kind": $mode(values.value.kind) }'
`;
  const measured = () => {
    const recording = new Recording();
    for (const [i, { id }] of items.entries()) recording.wrote(`${id}.json`, { size: i + 1, kind: id });
    return recording;
  };

  test('any of several tied modes is accepted', async () => {
    expect(losses(await measured().wrote('total.json', { sum: 6, kind: 'c' }).replay(process, { items }))).toEqual([]);
  });

  test('a slip in one cell is not disobedience, leaving one out is', async () => {
    const slip = await measured().wrote('total.json', { sum: 7, kind: 'a' }).replay(process, { items });
    expect(losses(slip)).toEqual([]);
    expect(slip.notes).toEqual(['combine: a slip in sum']);
    const dropped = await measured().wrote('total.json', { sum: 5, kind: 'b' }).replay(process, { items });
    expect(losses(dropped)).toEqual(['aggregation aggregate-wrong combine 0.75']);
  });

  test('leaving any few out is never a slip', async () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id }));
    const recording = new Recording();
    for (const [i, { id }] of many.entries()) recording.wrote(`${id}.json`, { size: 9 ** i, kind: 'one' });
    const [b, d, e] = [9, 9 ** 3, 9 ** 4];
    const dropped = recording.wrote('total.json', { sum: (9 ** 7 - 1) / 8 - b - d - e, kind: 'one' });
    expect(losses(await dropped.replay(process, { items: many }))).toEqual([
      'aggregation aggregate-wrong combine 0.75',
    ]);
  });

  test('what was combined is asked of what there was, even where that was made up', async () => {
    const proven = process.replace(
      'yields: "{item.id}.json"',
      'yields: "{item.id}.json"\n        proof: { token: ref }',
    );
    const recording = new Recording();
    for (const [i, { id }] of items.entries())
      recording.wrote(`${id}.json`, { size: i + 1, kind: id, ref: i === 1 ? 'made up' : tokenOf(id) });
    const { id } = items[1] as { id: string };
    const found = [`completeness step-missing measure ${id} 0`];
    expect(losses(await recording.wrote('total.json', { sum: 6, kind: 'a' }).replay(proven, { items }))).toEqual(found);
  });

  test('a list is not an aggregate', async () => {
    const list = await measured().wrote('total.json', [1, 2, 3]).replay(process, { items });
    expect(losses(list)).toEqual(['aggregation aggregate-wrong combine 0.2']);
  });

  test('with no inputs it is unexercised', async () => {
    const replay = await new Recording().wrote('total.json', { sum: 0 }).replay(process, { items });
    expect(losses(replay).at(-1)).toBe('aggregation unexercised combine 0');
  });
});
