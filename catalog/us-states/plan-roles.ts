import type { Random } from '@obey/prepare';
import type { State } from './atlas.js';

/** What is special about a state. */
export type Role = 'deviating' | 'at49' | 'at50' | 'at51' | 'recovering' | 'unavailable' | 'gone' | 'ordinary';

/**
 * Gives each state its role: one at 4.9, 5.0 and 5.1 %, one that never answers, one that is not there, and as many as asked
 * that deviate or recover. The two that are lost are of different regions, so that no region is left without a state.
 */
export function planRoles(
  random: Random,
  states: readonly State[],
  { deviating, recovering }: { readonly deviating: number; readonly recovering: number },
): Map<string, Role> {
  const [unavailable, ...others] = random.shuffle(states);
  const gone = others.find(({ region }) => region !== unavailable?.region);
  const rest = others.filter((state) => state !== gone);
  const roles: Role[] = [
    'at49',
    'at50',
    'at51',
    ...Array.from({ length: deviating }, (): Role => 'deviating'),
    ...Array.from({ length: recovering }, (): Role => 'recovering'),
  ];
  const planned = new Map<string, Role>(rest.map(({ slug }, index) => [slug, roles[index] ?? 'ordinary']));
  if (unavailable !== undefined) planned.set(unavailable.slug, 'unavailable');
  if (gone !== undefined) planned.set(gone.slug, 'gone');
  return planned;
}
