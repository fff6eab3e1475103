import type { Random } from '@obey/prepare';
import { questions } from './questions.js';

/** What is special about a patient: a yes, too low a saturation at first, or one that stands exactly at the limit. */
export const roles = ['urgent', 'low', 'at', 'well'] as const;
export type Role = (typeof roles)[number];

export interface Plan {
  readonly role: Role;
  /** Number among those of the same role, from 0. */
  readonly turn: number;
}

export interface Case {
  /** The questions that are answered with yes. */
  readonly yes: readonly string[];
  /** Saturation in per cent, at first and after oxygen. */
  readonly first: number;
  readonly later: number;
}

export function planRoles(
  random: Random,
  ids: readonly string[],
  { urgent, low }: { readonly urgent: number; readonly low: number },
): Map<string, Plan> {
  const many = (role: Role, count: number) => Array.from({ length: count }, (_, turn): Plan => ({ role, turn }));
  const plans = [...many('at', 1), ...many('urgent', urgent), ...many('low', low)];
  return new Map(random.shuffle(ids).map((id, index) => [id, plans[index] ?? { role: 'well', turn: 0 }]));
}

/**
 * The urgent say yes to the first, the last, or any question, and now and then to a later one as well. The low are just
 * below the limit or far below it, and come to stay below, to exactly the limit or well above it, by turns.
 */
export function drawCase(random: Random, { role, turn }: Plan): Case {
  const draw = random.fork('case');
  if (role === 'at') return { yes: [], first: 94, later: 94 };
  if (role === 'low') {
    const first = turn % 2 === 0 ? 93 : draw.integer(86, 92);
    const later = [draw.integer(first === 93 ? 92 : first, 93), 94, draw.integer(95, 98)][turn % 3] ?? 94;
    return { yes: [], first, later };
  }
  const first = draw.integer(95, 99);
  if (role === 'well') return { yes: [], first, later: first };
  const last = questions.length - 1;
  const at = [0, last, draw.integer(1, last - 1)][turn % 3] ?? 0;
  const yes = questions.filter((_, index) => index === at || (index > at && draw.chance(0.3)));
  return { yes: yes.map(({ id }) => id), first, later: first };
}
