import type { Prepare } from '@obey/prepare';

const topics = ['editor', 'search', 'billing', 'export'];
const verbs = ['Speed up', 'Fix', 'Rework', 'Simplify', 'Document'];
const things = [
  'the start page',
  'undo',
  'saved filters',
  'invoices',
  'CSV files',
  'keyboard shortcuts',
  'dark colours',
];

export const prepare: Prepare<{ changes: number }> = ({ parameters, random }) => {
  const draw = random.fork('changes');
  const changes = Array.from({ length: parameters.changes }, (_, index) => ({
    title: `${draw.pick(verbs)} ${draw.pick(things)} (#${100 + index})`,
    topic: draw.pick(topics),
  }));
  const counts: Record<string, number> = {};
  for (const { topic } of changes) counts[topic] = (counts[topic] ?? 0) + 1;
  return {
    files: { 'input/changes.json': `${JSON.stringify(changes, null, 2)}\n` },
    facts: { topics: counts },
  };
};
