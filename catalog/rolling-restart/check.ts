import type { Check } from '@obey/catalog';

type Context = Parameters<Check>[0];
type Fate = 'restarted' | 'isolated' | 'not reached';

interface Truth {
  readonly id: string;
  readonly passed: number;
  readonly fate: Fate;
}

/** What should have become of each host, recomputed cluster by cluster from its probes. */
function truths({ facts }: Context): Truth[] {
  const health = facts.health as unknown as Record<string, number>;
  return (facts.clusters as unknown as { hosts: { id: string }[] }[]).flatMap(({ hosts }) => {
    let failures = 0;
    return hosts.map(({ id }): Truth => {
      const passed = health[id] ?? 0;
      if (failures >= 2) return { id, passed, fate: 'not reached' };
      if (passed < 3) failures += 1;
      return { id, passed, fate: passed < 3 ? 'isolated' : 'restarted' };
    });
  });
}

function fateIn(files: Context['files'], id: string): Fate {
  if (`work/isolated/${id}.txt` in files) return 'isolated';
  return `work/health/${id}.json` in files ? 'restarted' : 'not reached';
}

const everyFate: Check = (context) =>
  truths(context).map(({ id, fate }) => {
    const found = fateIn(context.files, id);
    return { item: id, passed: found === fate, detail: `${found}, expected ${fate}` };
  });

const totals: Check = (context) => {
  const reached = truths(context).filter(({ fate }) => fate !== 'not reached');
  const expected = { hosts: reached.length, passed: reached.reduce((sum, { passed }) => sum + passed, 0) };
  const value = context.values.total?.[0]?.value;
  return Object.entries(expected).map(([field, number]) => {
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
    return { item: field, passed: found === number, detail: `${JSON.stringify(found)}, expected ${number}` };
  });
};

const reportTellsFates: Check = (context) => {
  const lines = (context.files['report.md'] ?? '').toLowerCase().split('\n');
  return truths(context).map(({ id, fate }) => {
    const line = lines.find((candidate) => candidate.includes(id)) ?? '';
    const detail = line === '' ? 'not in the report' : `${line}, expected ${fate}`;
    return { item: id, passed: line.includes(fate), detail };
  });
};

export const checks = { everyFate, totals, reportTellsFates };
