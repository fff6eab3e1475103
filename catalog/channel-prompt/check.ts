import type { Check } from '@obey/catalog';

interface Served {
  readonly desk: string;
  readonly headline: string;
  readonly importance: number;
}

const servedIn = (facts: Parameters<Check>[0]['facts']) =>
  Object.entries(facts.served as unknown as Record<string, Served>);

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const tallyOfTheWeek: Check = ({ facts, values, tolerance }) => {
  const served = servedIn(facts).map(([, report]) => report);
  const found = values.tally?.at(-1)?.value;
  const mean = served.reduce((sum, { importance }) => sum + importance, 0) / served.length;
  const counts = new Map<unknown, number>();
  for (const { desk } of served) counts.set(desk, (counts.get(desk) ?? 0) + 1);
  const [reports, meanImportance, desk] = ['reports', 'meanImportance', 'busiestDesk'].map((name) =>
    fieldOf(found, name),
  );
  return [
    {
      item: 'reports',
      passed: reports === served.length,
      detail: `${JSON.stringify(reports)}, expected ${served.length}`,
    },
    {
      item: 'meanImportance',
      passed: typeof meanImportance === 'number' && Math.abs(meanImportance - mean) <= tolerance,
      detail: `${JSON.stringify(meanImportance)}, expected ${mean}`,
    },
    {
      item: 'busiestDesk',
      passed: counts.get(desk) === Math.max(...counts.values()),
      detail: `${JSON.stringify(desk)} with ${counts.get(desk) ?? 0} reports`,
    },
  ];
};

const everyHeadline: Check = ({ facts, files }) =>
  servedIn(facts).map(([id, { headline }]) => {
    const passed = (files['digest.md'] ?? '').includes(headline);
    return { item: id, passed, detail: passed ? 'listed' : `digest.md lacks “${headline}”` };
  });

const everyRelease: Check = ({ facts, files }) =>
  servedIn(facts).map(([id, { importance }]) => {
    const kept = `work/releases/${id}.json` in files;
    return {
      item: id,
      passed: kept === importance >= 7,
      detail: `${kept ? 'released' : 'not released'}, importance ${importance}`,
    };
  });

export const checks = { tallyOfTheWeek, everyHeadline, everyRelease };
