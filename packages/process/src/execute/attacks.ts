import type { Attack } from './attack.js';
import { nothing } from './attacks/do-nothing.js';
import { echo } from './attacks/echo.js';
import { forger } from './attacks/forger.js';
import { injector } from './attacks/injector.js';
import { named } from './named.js';

/** The red team: candidates that try to fool a judge, each with the finding that must give it away. */
export const attacks: readonly Attack[] = [nothing, echo, forger, injector];

/** The attack of that name. @throws ObeyError `usage` that suggests the nearest one */
export function attackNamed(name: string): Attack {
  return named(attacks, 'attack', name);
}
