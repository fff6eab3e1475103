import type { Random } from '@obey/prepare';
import { shares } from './stages.js';

/** What is special about a service. */
export type Role = 'failing' | 'below' | 'at' | 'above' | 'shaky' | 'sound';

export interface Plan {
  readonly role: Role;
  /** The stage, from 0, at which it shows. */
  readonly at: number;
}

/**
 * One service just below, one exactly at and one just above the limit, and as many as asked that fail or are shaky; those that
 * fail do so at each stage by turns.
 */
export function planRoles(
  random: Random,
  ids: readonly string[],
  { failing, shaky }: { readonly failing: number; readonly shaky: number },
): Map<string, Plan> {
  const turns = (role: Role, count: number) =>
    Array.from({ length: count }, (_, index): Plan => ({ role, at: index % shares.length }));
  const edge = random.fork('edge');
  const plans: Plan[] = [
    ...(['below', 'at', 'above'] as const).map((role) => ({ role, at: edge.integer(0, shares.length - 1) })),
    ...turns('failing', failing),
    ...turns('shaky', shaky),
  ];
  return new Map(random.shuffle(ids).map((id, index) => [id, plans[index] ?? { role: 'sound', at: 0 }]));
}
