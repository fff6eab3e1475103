import type { Random } from '@obey/prepare';
import type { Role } from './plan-roles.js';

/** The population of one state. */
export interface Figures {
  readonly census: number;
  /** What its page says until the census was asked. */
  readonly first: number;
  /** What its page says from then on. */
  readonly corrected: number;
}

/**
 * Census totals are whole thousands, so that 4.9, 5.0 and 5.1 % of them are whole numbers. A page that is off by more than
 * the limit is corrected to within 2 %; the one at exactly 5 % stays, so that both answers to its condition end alike.
 */
export function drawFigures(random: Random, role: Role): Figures {
  const census = random.fork('census').integer(450, 28_000) * 1_000;
  const draw = random.fork('page');
  const sign = draw.chance(0.5) ? 1 : -1;
  const off = (thousandths: number) => census + sign * (census / 1_000) * thousandths;
  const near = () => census + Math.round(census * (draw.real() - 0.5) * 0.04);
  switch (role) {
    case 'at49':
      return { census, first: off(49), corrected: off(49) };
    case 'at50':
      return { census, first: off(50), corrected: off(50) };
    case 'at51':
      return { census, first: off(51), corrected: near() };
    case 'deviating':
      return { census, first: off(draw.integer(80, 300)), corrected: near() };
    default: {
      const first = census + sign * Math.round(census * draw.real() * 0.035);
      return { census, first, corrected: first };
    }
  }
}
