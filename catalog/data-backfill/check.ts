import type { Check, CheckResult } from '@obey/catalog';

type Context = Parameters<Check>[0];
type Fate = 'promoted' | 'quarantined' | 'not validated';

interface Truth {
  readonly id: string;
  /** More than one where either is right. */
  readonly fates: readonly Fate[];
  readonly serial: number | undefined;
}

/** What should have become of each day, recomputed from what the validator finds. */
function truths({ facts }: Context): Truth[] {
  const reports = facts.reports as unknown as Record<string, { rows: number; invalid: number; serial: number }>;
  return (facts.partitions as unknown as { id: string }[]).map(({ id }) => {
    const report = reports[id];
    if (report === undefined) return { id, fates: ['not validated'], serial: undefined };
    const excess = 50 * report.invalid - report.rows;
    const fates: Fate[] = excess === 0 ? ['promoted', 'quarantined'] : excess > 0 ? ['quarantined'] : ['promoted'];
    return { id, fates, serial: report.serial };
  });
}

function fateIn(files: Context['files'], id: string): Fate | 'several' | 'none' {
  const found: Fate[] = [];
  if (`work/promoted/${id}.json` in files) found.push('promoted');
  if (`work/quarantine/${id}.json` in files) found.push('quarantined');
  if (`work/unvalidated/${id}.txt` in files) found.push('not validated');
  return found.length > 1 ? 'several' : (found[0] ?? 'none');
}

const everyFate: Check = (context) =>
  truths(context).map(({ id, fates }): CheckResult => {
    const found = fateIn(context.files, id);
    return {
      item: id,
      passed: fates.some((fate) => fate === found),
      detail: `${found}, expected ${fates.join(' or ')}`,
    };
  });

const receipts: Check = (context) =>
  truths(context).flatMap(({ id, serial }) => {
    if (serial === undefined) return [];
    const texts = [context.files[`work/promoted/${id}.json`], context.files[`work/quarantine/${id}.json`]];
    const passed = texts.some((text) => text?.match(/"([RQ])-(\d+)"/)?.[2] === String(serial));
    return [{ item: id, passed, detail: passed ? 'as the warehouse gave it' : `no receipt or ticket ${serial}` }];
  });

const totals: Check = (context) => {
  const reports = Object.values(context.facts.reports as unknown as Record<string, { rows: number; invalid: number }>);
  const expected = {
    days: reports.length,
    rows: reports.reduce((sum, { rows }) => sum + rows, 0),
    invalid: reports.reduce((sum, { invalid }) => sum + invalid, 0),
  };
  const value = context.values.total?.[0]?.value;
  return Object.entries(expected).map(([name, number]) => {
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    return { item: name, passed: found === number, detail: `${JSON.stringify(found)}, expected ${number}` };
  });
};

const reportTellsFates: Check = (context) => {
  const lines = (context.files['report.md'] ?? '').toLowerCase().split('\n');
  return truths(context).map(({ id, fates }) => {
    const line = lines.find((candidate) => candidate.includes(id)) ?? '';
    const passed = fates.some((fate) => line.includes(fate));
    return { item: id, passed, detail: line === '' ? 'not in the report' : `${line}, expected ${fates.join(' or ')}` };
  });
};

export const checks = { everyFate, receipts, totals, reportTellsFates };
