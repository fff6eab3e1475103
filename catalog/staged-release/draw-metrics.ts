import type { Random } from '@obey/prepare';
import type { Plan, Role } from './plan-roles.js';
import { shares } from './stages.js';

export interface Metrics {
  readonly requests: number;
  readonly errors: number;
}

/**
 * What the gateway counts at each share. Requests are whole hundreds, so that exactly 1 % is a whole number. A build that
 * fails at one stage fails at all later ones, too, should anybody go there.
 */
export function drawMetrics(random: Random, { role, at }: Plan): Metrics[] {
  const base = random.fork('base').integer(8, 40);
  return shares.map((share, index) => {
    const draw = random.fork(share);
    const hundreds = base * share + draw.integer(0, share);
    return { requests: 100 * hundreds, errors: errorsOf(index >= at ? role : 'sound', index === at, hundreds, draw) };
  });
}

/** Exactly 1 % is `hundreds` errors. */
function errorsOf(role: Role, atEdge: boolean, hundreds: number, draw: Random): number {
  if (role === 'failing' || (role === 'above' && !atEdge)) return 2 * hundreds + draw.integer(0, 3 * hundreds);
  if (role === 'above') return hundreds + 1;
  if (role === 'at' && atEdge) return hundreds;
  if (role === 'below' && atEdge) return hundreds - 1;
  return draw.integer(0, Math.floor(hundreds / 2));
}
