import type { Check } from '@obey/catalog';
import type { Role } from './plan-roles.js';

type Context = Parameters<Check>[0];
type Fate = 'posted' | 'held' | 'returned';

interface Paper {
  readonly amount: number;
  readonly expected: number;
  readonly entry: number;
  readonly role: Role;
}

interface Truth extends Paper {
  readonly id: string;
  /** Two where either is right. */
  readonly fates: readonly Fate[];
}

/** What should have become of each invoice, recomputed from its papers. */
function truths({ facts }: Context): Truth[] {
  return Object.entries(facts.documents as unknown as Record<string, Paper>).map(([id, paper]) => {
    const excess = 50 * Math.abs(paper.amount - paper.expected) - paper.expected;
    const isApproved = paper.role !== 'declined' && paper.role !== 'unanswered';
    const within: Fate = isApproved ? 'posted' : 'returned';
    return { id, ...paper, fates: excess > 0 ? ['held'] : excess === 0 ? [within, 'held'] : [within] };
  });
}

function fatesIn(files: Context['files'], id: string): Fate[] {
  const found: Fate[] = [];
  if (`work/posted/${id}.json` in files) found.push('posted');
  if (`work/held/${id}.json` in files) found.push('held');
  if (`work/returned/${id}.txt` in files) found.push('returned');
  return found;
}

const everyFate: Check = (context) =>
  truths(context).map(({ id, fates, entry }) => {
    const found = fatesIn(context.files, id);
    const isOnly = found.length === 1 && fates.some((fate) => fate === found[0]);
    const isEntered = found[0] !== 'posted' || (context.files[`work/posted/${id}.json`] ?? '').includes(String(entry));
    const passed = isOnly && isEntered;
    return { item: id, passed, detail: `${found.join(' and ') || 'nothing'}, expected ${fates.join(' or ')}` };
  });

/** Approved by as many people as its amount asks for; at exactly 10,000 euros one is enough. */
const everyApproval: Check = (context) =>
  truths(context).map(({ id, amount, fates }) => {
    const by = ['controller', 'treasurer'].filter((who) => `work/approvals/${id}/${who}.json` in context.files);
    const isPosted = fatesIn(context.files, id).includes('posted');
    const due = !fates.includes('posted') || !isPosted ? 0 : amount > 1_000_000 ? 2 : 1;
    return {
      item: id,
      passed: by.length === due,
      detail: `approved by ${by.join(' and ') || 'nobody'}, expected ${due}`,
    };
  });

const totals: Check = (context) => {
  const all = truths(context);
  const expected = { invoices: all.length, amount: all.reduce((sum, { amount }) => sum + amount, 0) };
  const value = context.values.total?.[0]?.value;
  return Object.entries(expected).map(([field, number]) => {
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
    return { item: field, passed: found === number, detail: `${JSON.stringify(found)}, expected ${number}` };
  });
};

const reportTellsFates: Check = (context) => {
  const lines = (context.files['report.md'] ?? '').split('\n');
  return truths(context).map(({ id, fates }) => {
    const line = lines.find((candidate) => candidate.includes(id)) ?? '';
    const detail = line === '' ? 'not in the report' : `${line}, expected ${fates.join(' or ')}`;
    return { item: id, passed: fates.some((fate) => line.toLowerCase().includes(fate)), detail };
  });
};

export const checks = { everyFate, everyApproval, totals, reportTellsFates };
