import type { Check } from '@obey/catalog';
import type { Comparison } from './batches.js';

type Context = Parameters<Check>[0];
type Fate = 'migrated' | 'halted';

interface Truth {
  readonly name: string;
  /** Of the batches that were to be filled: up to the first that does not match. */
  readonly due: readonly Comparison[];
  readonly rest: readonly Comparison[];
  readonly fate: Fate;
}

function truths({ facts }: Context): Truth[] {
  return Object.entries(facts.comparisons as unknown as Record<string, Comparison[]>).map(([name, all]) => {
    const bad = all.findIndex(({ mismatches }) => mismatches > 0);
    const count = bad < 0 ? all.length : bad + 1;
    return { name, due: all.slice(0, count), rest: all.slice(count), fate: bad < 0 ? 'migrated' : 'halted' };
  });
}

function recorded(files: Context['files'], name: string, number: number): Partial<Comparison> | undefined {
  try {
    const value: unknown = JSON.parse(files[`work/verify/${name}/${number}.json`] ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const everyFate: Check = (context) =>
  truths(context).map(({ name, fate }) => {
    const found = (['migrated', 'halted'] as const).filter((one) => `work/${one}/${name}.json` in context.files);
    const passed = found.length === 1 && found[0] === fate;
    return { item: name, passed, detail: `${found.join(' and ') || 'neither'}, expected ${fate}` };
  });

const everyBatch: Check = (context) =>
  truths(context).map(({ name, due, rest }) => {
    const wrong = due.filter(({ number, rows, mismatches }) => {
      const found = recorded(context.files, name, number);
      return found?.rows !== rows || found.mismatches !== mismatches;
    });
    const surplus = rest.filter(({ number }) => recorded(context.files, name, number) !== undefined);
    const numbers = [...wrong, ...surplus].map(({ number }) => number);
    const detail = numbers.length === 0 ? 'as compared' : `wrong: ${numbers.join(', ')}`;
    return { item: name, passed: numbers.length === 0, detail };
  });

const totals: Check = (context) => {
  const due = truths(context).flatMap((truth) => truth.due);
  const expected = {
    batches: due.length,
    rows: due.reduce((sum, { rows }) => sum + rows, 0),
    mismatches: due.reduce((sum, { mismatches }) => sum + mismatches, 0),
  };
  const value = context.values.total?.[0]?.value;
  return Object.entries(expected).map(([field, number]) => {
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
    return { item: field, passed: found === number, detail: `${JSON.stringify(found)}, expected ${number}` };
  });
};

const reportTellsFates: Check = (context) => {
  const lines = (context.files['report.md'] ?? '').toLowerCase().split('\n');
  return truths(context).map(({ name, fate }) => {
    // A heading may name a table, too.
    const telling = lines.filter((line) => line.split(/[^a-z]+/).includes(name) && /migrated|halted/.test(line));
    const passed = telling.length > 0 && telling.every((line) => line.includes(fate));
    return { item: name, passed, detail: `${telling.join(' / ') || 'not in the report'}, expected ${fate}` };
  });
};

export const checks = { everyFate, everyBatch, totals, reportTellsFates };
