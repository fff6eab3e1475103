import { parseProcessYaml } from '@obey/process';
import { describe, expect, it } from 'vitest';
import { type CheckOutputsInput, checkOutputs } from './check-outputs.js';

const process = parseProcessYaml(
  `process:
  - forEach: page in pages
    do: [{ step: collect, done: { wrote: "{page.id}.json" }, yields: "{page.id}.json" }]
`,
  { facts: { pages: { key: 'id' } }, parameters: [] },
);
const item = (id: string) => [{ variable: 'page', kind: 'pages', key: id, value: { id } }];
const check = (correctness: CheckOutputsInput['evaluation']['correctness'], over: Partial<CheckOutputsInput> = {}) =>
  checkOutputs({
    evaluation: { correctness },
    process,
    facts: { pages: [{ id: 'a' }, { id: 'b' }], truth: { a: 1, b: 2 } },
    parameters: { limit: 10 },
    values: new Map([
      [
        'collect',
        [
          { item: item('a'), key: 'a', value: { n: 1 } },
          { item: item('b'), key: 'b', value: { n: 2.4 } },
        ],
      ],
    ]),
    due: new Map([['collect', ['a', 'b']]]),
    files: { 'report.md': 'fine' },
    checks: {},
    ...over,
  });

describe('checkOutputs', () => {
  it('is null where nothing is declared', async () => {
    expect(await check([])).toEqual({ correctness: null, checks: [] });
  });

  it('evaluates an expression per output: true, or a number within the tolerance', async () => {
    const entry = { id: 'equal', of: 'collect', check: 'value.n = $lookup(truth, page.id)' };
    expect((await check([entry])).correctness).toBe(0.5);
    const near = { id: 'near', of: 'collect', check: 'value.n - $lookup(truth, page.id)', tolerance: 0.5 };
    expect((await check([near])).correctness).toBe(1);
    expect((await check([{ id: 'all', of: 'collect', check: '$count(values) < limit' }])).correctness).toBe(1);
  });

  it('fails an output that is missing, and an expression that fails on it', async () => {
    const values = new Map([['collect', [{ item: item('a'), key: 'a', value: { n: 'one' } }]]]);
    const { correctness, checks } = await check([{ id: 'twice', of: 'collect', check: 'value.n * 2 = 2' }], { values });
    expect(correctness).toBe(0);
    expect(checks.map(({ item: key, detail }) => [key, detail])).toEqual([
      ['a', expect.stringContaining('failed')],
      ['b', 'there is no output'],
    ]);
  });

  it('calls a named check, and weighs entries', async () => {
    const named = {
      fine: ({ files }: { files: Readonly<Record<string, string>> }) => [
        { item: 'report', passed: files['report.md'] === 'fine', detail: '' },
      ],
    };
    const entries = [
      { id: 'report', of: 'collect', check: 'fine', weight: 3 },
      { id: 'wrong', of: 'collect', check: 'value.n > 5', weight: 1 },
    ];
    const { correctness, checks } = await check(entries, { checks: named });
    expect(correctness).toBe(0.75);
    expect(checks.reduce((sum, { weight }) => sum + weight, 0)).toBe(4);
  });

  it('fails a check that finds nothing to check', async () => {
    expect(
      (await check([{ id: 'none', of: 'collect', check: 'empty' }], { checks: { empty: () => [] } })).correctness,
    ).toBe(0);
  });

  it('refuses a check that throws, gives nonsense, or names what is not known', async () => {
    const thrower = () => {
      throw new Error('oh');
    };
    const entry = { id: 'bad', of: 'collect', check: 'bad' };
    await expect(check([entry], { checks: { bad: thrower } })).rejects.toMatchObject({ code: 'check-failed' });
    await expect(check([entry], { checks: { bad: () => 5 as never } })).rejects.toMatchObject({ code: 'check-failed' });
    await expect(check([{ ...entry, check: 'nowhere > 1' }])).rejects.toMatchObject({ code: 'process-invalid' });
  });
});
