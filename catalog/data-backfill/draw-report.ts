import type { Random } from '@obey/prepare';
import type { Role } from './plan-roles.js';

/** What the validator finds in one day. */
export interface Report {
  readonly rows: number;
  /** Rows that break a rule: the sum of `broken`. */
  readonly invalid: number;
  /** By rule, the rows that break it. */
  readonly broken: Readonly<Record<string, number>>;
}

const rules = ['missing-meter', 'negative-reading', 'unknown-tariff', 'future-timestamp'];

/** A report whose share of invalid rows suits the role; rows are whole fifties, so that exactly 2 % is a whole number. */
export function drawReport(random: Random, role: Role): Report {
  const fifties = random.fork('rows').integer(40, 180);
  const draw = random.fork('invalid');
  const invalid = invalidOf(role, fifties, draw);
  const cuts = Array.from({ length: rules.length - 1 }, () => draw.integer(0, invalid)).sort((a, b) => a - b);
  const edges = [0, ...cuts, invalid];
  const broken = Object.fromEntries(rules.map((rule, index) => [rule, (edges[index + 1] ?? 0) - (edges[index] ?? 0)]));
  return { rows: 50 * fifties, invalid, broken };
}

/** Exactly 2 % is `fifties` rows. */
function invalidOf(role: Role, fifties: number, draw: Random): number {
  if (role === 'at') return fifties;
  if (role === 'below') return fifties - 1;
  if (role === 'above') return fifties + 1;
  if (role === 'dirty') return fifties * 2 + draw.integer(0, fifties * 4);
  return draw.integer(0, Math.floor(fifties / 2));
}
