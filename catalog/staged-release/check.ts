import type { Check } from '@obey/catalog';
import { shares } from './stages.js';

type Context = Parameters<Check>[0];
type Fate = 'released' | 'withdrawn';

interface Counts {
  readonly requests: number;
  readonly errors: number;
}

interface Truth {
  readonly id: string;
  readonly metrics: readonly Counts[];
  /** Two where either is right. */
  readonly fates: readonly Fate[];
}

/** What should have become of each service, recomputed from what the gateway counts. */
function truths({ facts }: Context): Truth[] {
  const metrics = facts.metrics as unknown as Record<string, Counts[]>;
  return (facts.services as unknown as { id: string }[]).map(({ id }) => {
    const own = metrics[id] ?? [];
    const isAbove = own.some(({ requests, errors }) => 100 * errors > requests);
    const isAt = own.some(({ requests, errors }) => 100 * errors === requests);
    return { id, metrics: own, fates: isAbove ? ['withdrawn'] : isAt ? ['released', 'withdrawn'] : ['released'] };
  });
}

function recorded(files: Context['files'], id: string, share: number): Partial<Counts> | undefined {
  try {
    const value: unknown = JSON.parse(files[`work/metrics/${id}/${share}.json`] ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const everyFate: Check = (context) =>
  truths(context).map(({ id, fates }) => {
    const found = (['released', 'withdrawn'] as const).filter((fate) => `work/${fate}/${id}.json` in context.files);
    const passed = found.length === 1 && fates.some((fate) => fate === found[0]);
    return { item: id, passed, detail: `${found.join(' and ') || 'neither'}, expected ${fates.join(' or ')}` };
  });

/** Every stage up to the first that fails was measured, none after it, and each as the gateway counts. */
const measurements: Check = (context) =>
  truths(context).map(({ id, metrics }) => {
    const last = metrics.findIndex(({ requests, errors }) => 100 * errors >= requests);
    const mayEnd = last >= 0 && 100 * (metrics[last]?.errors ?? 0) === metrics[last]?.requests;
    const wrong = shares.filter((share, index) => {
      const found = recorded(context.files, id, share);
      if (last >= 0 && index > last) return found !== undefined && !mayEnd;
      return found?.requests !== metrics[index]?.requests || found?.errors !== metrics[index]?.errors;
    });
    const detail = wrong.length === 0 ? 'as the gateway counts' : `wrong at ${wrong.join(', ')} %`;
    return { item: id, passed: wrong.length === 0, detail };
  });

const totals: Check = (context) => {
  const own = truths(context).flatMap(({ id }) => shares.flatMap((share) => recorded(context.files, id, share) ?? []));
  const sum = (field: keyof Counts) => own.reduce((all, one) => all + (Number(one[field]) || 0), 0);
  const expected = { measurements: own.length, requests: sum('requests'), errors: sum('errors') };
  const value = context.values.total?.[0]?.value;
  return Object.entries(expected).map(([name, number]) => {
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    return {
      item: name,
      passed: found === number && own.length > 0,
      detail: `${JSON.stringify(found)}, expected ${number}`,
    };
  });
};

const reportTellsFates: Check = (context) => {
  const lines = (context.files['report.md'] ?? '').toLowerCase().split('\n');
  return truths(context).map(({ id, fates }) => {
    // A heading may name a service, too.
    const telling = lines.filter((line) => line.split(/[^a-z0-9-]+/).includes(id) && /released|withdrawn/.test(line));
    const passed = telling.length > 0 && telling.every((line) => fates.some((fate) => line.includes(fate)));
    return {
      item: id,
      passed,
      detail: `${telling.join(' / ') || 'not in the report'}, expected ${fates.join(' or ')}`,
    };
  });
};

export const checks = { everyFate, measurements, totals, reportTellsFates };
