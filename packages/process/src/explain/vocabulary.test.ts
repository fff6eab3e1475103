import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProcessYaml } from '../parse/parse-process-yaml.js';
import { missingVocabulary, processVocabulary } from './vocabulary.js';
import { numberPattern, pathPattern, wordPatterns } from './vocabulary-patterns.js';

const process = parseProcessYaml(readFileSync(new URL('../parse/fixtures/every-node.yaml', import.meta.url), 'utf8'));

describe('processVocabulary', () => {
  it('lists what a process enforces, with where it does', () => {
    const entries = processVocabulary(process, { most: 7 });
    expect(entries.map(({ kind, text }) => `${kind} ${text}`)).toMatchInlineSnapshot(`
      [
        "path work/chapters.json",
        "mode sequential",
        "unit agent",
        "mode parallel",
        "unit request",
        "path /{country.code}/cities/{city.slug}",
        "path work/{country.code}/{city.slug}.json or work/all.json",
        "path work/{country.code}/{city.slug}.json",
        "path input/rules.md",
        "path input/names.md",
        "limit 600",
        "path work/out-{chapter.id}.md",
        "command npm run index *",
        "limit 2",
        "limit 3",
        "limit 7",
        "command checker",
        "path work/check.json",
        "path work/bad.md",
        "path work/note.md",
        "path /book",
        "limit 400",
        "limit 1",
        "path work/failed.md",
        "path work/summary.json",
        "path work/{section.id}/score.json",
      ]
    `);
    expect(entries.every(({ at, node }) => at.line > 0 && node !== '')).toBe(true);
  });

  it('tells what a prompt leaves unsaid', () => {
    const text =
      'process:\n  - forEach: s in states\n    mode: parallel\n    unit: request\n    do:\n      - step: a\n        done: { wrote: "work/{s.slug}.json" }\n        atMost: 3\n';
    const small = parseProcessYaml(text, { facts: { states: {} } });
    const missing = (prompt: string) =>
      missingVocabulary(small, prompt).map(({ kind, text: word }) => `${kind} ${word}`);
    expect(missing('Write work/<slug>.json for each, all at once, one request each, at most three times.')).toEqual([]);
    expect(missing('Write a file for each.')).toEqual([
      'mode parallel',
      'unit request',
      'path work/{s.slug}.json',
      'limit 3',
    ]);
  });
});

describe('patterns', () => {
  it.each<[value: number, said: string[], unsaid: string[]]>([
    [3, ['at most 3 times', 'three times', '3.'], ['13', '30', '3.5', '33']],
    [2, ['twice'], ['20']],
    [0.05, ['0.05', '5 %', '5%', 'five per cent', '0,05'], ['5', '0.055', '15 %']],
    [0.125, ['12.5 %', '0.125'], ['12 %']],
    [1500, ['1500', '1,500', '1 500'], ['15000', '11500']],
    [500, ['500', '5xx', 'a server error'], ['5000']],
  ])('the number %d', (value, said, unsaid) => {
    for (const text of said) expect([text, numberPattern(value).test(text)]).toEqual([text, true]);
    for (const text of unsaid) expect([text, numberPattern(value).test(text)]).toEqual([text, false]);
  });

  it.each<[path: string, said: string[], unsaid: string[]]>([
    [
      'work/{s.slug}.json',
      ['work/ohio.json', '`work/<slug>.json`', 'to work/{slug}.json.', "work/<the state's slug>.json,"],
      ['work/json', 'my-work/ohio.json', 'work/a/b.json', 'work/ohio.jsonl'],
    ],
    ['/states/{s.slug}', ['http://127.0.0.1:4000/states/ohio', 'GET /states/<slug>'], ['/states', '/states/']],
    ['report.md', ['Write report.md.', '(report.md)'], ['report.mdx', 'my-report.md', 'old/report.md']],
    ['npm test *', ['npm test --all'], ['npm run test']],
  ])('the path %s', (path, said, unsaid) => {
    for (const text of said) expect([text, pathPattern(path).test(text)]).toEqual([text, true]);
    for (const text of unsaid) expect([text, pathPattern(path).test(text)]).toEqual([text, false]);
  });

  it('modes and units in usual words', () => {
    expect(wordPatterns.parallel.test('Do all at the same time')).toBe(true);
    expect(wordPatterns.sequential.test('one after another')).toBe(true);
    expect(wordPatterns.sequential.test('all at once')).toBe(false);
    expect(wordPatterns.agent.test('use a subagent for each')).toBe(true);
  });
});
