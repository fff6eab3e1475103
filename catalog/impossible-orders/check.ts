import type { Check } from '@obey/catalog';

const outcomesIn = (facts: Parameters<Check>[0]['facts']) => Object.entries(facts.outcomes as Record<string, string>);

const everyOutcome: Check = ({ facts, files }) =>
  outcomesIn(facts).map(([id, expected]) => {
    const made = {
      shipped: `work/slips/${id}.json`,
      undeliverable: `work/undeliverable/${id}.md`,
      declined: `work/declined/${id}.md`,
    };
    const found = Object.entries(made).flatMap(([outcome, path]) => (path in files ? [outcome] : []));
    const passed = found.length === 1 && found[0] === expected;
    return { item: id, passed, detail: `${found.join(' and ') || 'nothing'}, expected ${expected}` };
  });

const everyOrderReported: Check = ({ facts, files }) => {
  const lines = (files['report.md'] ?? '').toLowerCase().split('\n');
  return outcomesIn(facts).map(([id, outcome]) => {
    const line = lines.find((text) => text.split(/[^a-z0-9]+/).includes(id));
    const passed = line?.includes(outcome) === true;
    return {
      item: id,
      passed,
      detail: `${line === undefined ? 'not in report.md' : line.trim()}, expected ${outcome}`,
    };
  });
};

export const checks = { everyOutcome, everyOrderReported };
