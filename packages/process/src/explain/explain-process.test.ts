import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProcessYaml } from '../parse/parse-process-yaml.js';
import { explainProcess } from './explain-process.js';
import { missingVocabulary } from './vocabulary.js';

const fixture = (name: string) =>
  parseProcessYaml(readFileSync(new URL(`../parse/fixtures/${name}.yaml`, import.meta.url), 'utf8'), {
    ...(name === 'us-states' && { facts: { states: { key: 'slug' }, regions: { key: 'id' } } }),
  });

describe('explainProcess', () => {
  it('tells the process of the design as a person would', () => {
    expect(explainProcess(fixture('us-states'))).toMatchSnapshot();
  });

  it('has words for every node', () => {
    expect(explainProcess(fixture('every-node'))).toMatchSnapshot();
  });

  it('tells how long a list is and what a parameter is worth', () => {
    const facts = { countries: [{ code: 'a', cities: [] }], book: { strict: false } };
    const prose = explainProcess(fixture('every-node'), { facts, parameters: { most: 3 } });
    expect(prose).toContain('For each country in `countries` (1 in all), one after another');
    expect(prose).toContain('the cycle is at most 3 (`most`)');
  });

  it.each(['us-states', 'every-node'])('leaves out nothing that %s enforces', (name) => {
    const process = fixture(name);
    expect(missingVocabulary(process, explainProcess(process))).toEqual([]);
  });

  it.each<[condition: string, words: string]>([
    ['a.n > limit', 'the `n` from step 1 is more than `limit`'],
    [
      'a.kind = "x" or a.kind in ["y", "z"]',
      'the `kind` from step 1 is "x", or the `kind` from step 1 is one of "y" or "z"',
    ],
    ['$exists(a.note)', 'there is the `note` from step 1'],
    ['$not($exists(a.note))', 'there is no `note` from step 1'],
    ['$not(a.ok)', 'the `ok` from step 1 is not true'],
    ['a.ok', 'the `ok` from step 1 is true'],
    ['$count(a.failures) >= 2', 'the number of the `failures` from step 1 is at least 2'],
    ['$contains(a.text, "x")', 'the `text` from step 1 contains "x"'],
    ['$count(a.rows[n > 3]) > 1', '`$count(a.rows[n > 3]) > 1` holds'],
    ['$count(a[n > 3]) > 1', 'the number of the result of step 1 where its `n` is more than 3 is more than 1'],
    ['(a.n + 1) * 2 < limit', 'the `n` from step 1 plus 1 times 2 is less than `limit`'],
    ['$map(a, function($v) { $v })', '`$map(a, function($v) { $v })` holds'],
  ])('words %s', (condition, words) => {
    const text = `process:\n  - step: a\n    done: { wrote: a.json }\n  - if: '${condition}'\n    then: [{ step: b, done: { replied: true } }]\n`;
    const process = parseProcessYaml(text, { facts: { limit: {} }, parameters: [] });
    expect(explainProcess(process).split('\n')[1]).toBe(`2. If ${words}:`);
  });
});
