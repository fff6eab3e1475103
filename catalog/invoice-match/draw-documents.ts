import type { Random } from '@obey/prepare';
import type { Role } from './plan-roles.js';

/** One delivery on paper; prices in cents. */
export interface Documents {
  readonly unitPrice: number;
  readonly ordered: number;
  readonly received: number;
  /** What the invoice asks for. */
  readonly amount: number;
}

/** The unit price is whole half euros, so that exactly 2 % of what is expected is a whole number of cents. */
export function drawDocuments(random: Random, role: Role): Documents {
  const size = random.fork('size');
  const sign = random.fork('sign').chance(0.5) ? 1 : -1;
  const unitPrice = 50 * size.integer(20, 90);
  if (role === 'limit') return { unitPrice: 5_000, ordered: 200, received: 200, amount: 1_000_000 };
  const received = role === 'large' ? size.integer(1_100, 2_400) : size.integer(12, 180);
  const expected = unitPrice * received;
  const fiftieth = expected / 50;
  const draw = random.fork('amount');
  const ordered = role === 'short' ? received + size.integer(5, 40) : received;
  const paper = { unitPrice, ordered, received };
  if (role === 'off') return { ...paper, amount: expected + sign * fiftieth * draw.integer(3, 12) };
  if (role === 'outside') return { ...paper, amount: expected + sign * (fiftieth + 1) };
  if (role === 'at') return { ...paper, amount: expected + sign * fiftieth };
  if (role === 'inside') return { ...paper, amount: expected + sign * (fiftieth - 1) };
  // A short delivery is invoiced as it was ordered; any other differs by some rounding.
  if (role === 'short') return { ...paper, amount: unitPrice * ordered };
  return { ...paper, amount: expected + sign * draw.integer(0, Math.floor(fiftieth / 4)) };
}
