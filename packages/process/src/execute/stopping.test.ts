import { describe, expect, it } from 'vitest';
import type { Handlers } from '../abilities.js';
import { explainProcess } from '../explain/explain-process.js';
import { missingVocabulary } from '../explain/vocabulary.js';
import { applicableDeviations } from './deviations.js';
import { processOf, type RunOptions, runProcess } from './run-process.fixture.js';

const facts = { hosts: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })) };
const yaml = `
- forEach: host in hosts
  while: $count(probe[ok = false]) < 2
  do:
    - { step: probe, done: { wrote: "{host.id}.json" }, yields: "{host.id}.json" }
- { step: report, done: { wrote: report.md } }`;
const handlers: Handlers = {
  probe: async ({ item, abilities }) => {
    const { id } = item.host as { id: string };
    await abilities.write(`${id}.json`, JSON.stringify({ ok: id !== 'a' && id !== 'c' }));
  },
  report: ({ abilities }) => abilities.write('report.md', ''),
};
const written = async (more: Partial<RunOptions> = {}) => {
  const { acts, departures } = await runProcess(yaml, { facts, handlers, ...more });
  return { files: acts.filter((act) => act.startsWith('write')).map((act) => act.slice(6)), departures };
};

describe('a loop with `while`', () => {
  it('ends before the first item at which its condition fails', async () => {
    expect((await written()).files).toEqual(['a.json', 'b.json', 'c.json', 'report.md']);
  });

  it('run-on: goes on to the end of the list', async () => {
    const { files, departures } = await written({ deviation: 'run-on' });
    expect(files).toEqual(['a.json', 'b.json', 'c.json', 'd.json', 'e.json', 'report.md']);
    expect(departures).toMatchObject([{ node: 'forEach#1', item: '', dimension: 'conditionality', steps: ['probe'] }]);
  });

  it('early-aggregate: combines after the first item, since no other is sure to come before the end', async () => {
    const summed = yaml.replace(
      '- { step: report, done: { wrote: report.md } }',
      '- { step: report, done: { wrote: report.md }, aggregate: { of: [probe], expect: $count(values) } }',
    );
    const { acts } = await runProcess(summed, { facts, handlers, deviation: 'early-aggregate' });
    const files = acts.filter((act) => act.startsWith('write')).map((act) => act.slice(6));
    expect(files).toEqual(['a.json', 'report.md', 'b.json', 'c.json']);
  });

  it('fabricate: what is made up ends nothing, so every item is made up', async () => {
    const bad = { ...handlers, probe: handlers.probe as Handlers[string] };
    const proven = yaml.replace('yields: "{host.id}.json"', 'yields: "{host.id}.json", proof: { token: reference }');
    const { departures } = await runProcess(proven, { facts, handlers: bad, deviation: 'fabricate', seed: 3 });
    expect(departures.map(({ item }) => item)).toEqual(['a', 'b', 'c', 'd', 'e']);
    const planted = { ...facts, planted: ['b', 'd', 'e'] };
    const failing = await runProcess(proven, { facts: planted, handlers: bad, deviation: 'fabricate' });
    expect(failing.departures.map(({ item }) => item)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('can be run on, but not done all at once', () => {
    const names = applicableDeviations(processOf(yaml.replace('while:', 'mode: sequential\n  while:'), facts));
    expect(names).toContain('run-on');
    expect(names).not.toContain('parallelize');
  });

  it('is told in prose, and asks a prompt for its order and its limit', () => {
    const process = processOf(yaml, facts);
    expect(explainProcess(process)).toContain('one after another in this order, as long as');
    const missing = (prompt: string) => missingVocabulary(process, prompt).map(({ kind, text }) => `${kind} ${text}`);
    expect(missing('Write <id>.json for each and report.md.')).toEqual(['mode sequential', 'limit 2']);
    expect(missing('Write <id>.json one after another, stop after two failures; then report.md.')).toEqual([]);
  });

  it.each([
    ['while: $count(facts) < 2', 'unknown name `facts`'],
    ['while: $count(hosts) < 2', 'is the same before every item, whatever the items before it yield'],
    ['while: $count(report) < 2', 'the step `report` cannot have a value yet where it is used'],
    [
      'mode: parallel\n  while: $count(probe) < 2',
      'items that are worked on at once cannot wait for what others yield',
    ],
  ])('is refused with `%s`', (condition, message) => {
    const wrong = yaml.replace('while: $count(probe[ok = false]) < 2', condition);
    expect(() => processOf(wrong, facts)).toThrow(message);
  });
});
