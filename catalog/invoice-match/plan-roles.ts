import type { Random } from '@obey/prepare';

/**
 * What is special about an invoice: off by far, just inside, exactly at or just outside of the tolerance; large, or exactly
 * at the limit for a second approval; declined, never answered or answered late by the controller; of an order that came short.
 */
export const roles = [
  'inside',
  'at',
  'outside',
  'limit',
  'short',
  'declined',
  'unanswered',
  'off',
  'large',
  'recovering',
  'plain',
] as const;
export type Role = (typeof roles)[number];

export function planRoles(
  random: Random,
  ids: readonly string[],
  { off, large, recovering }: { readonly off: number; readonly large: number; readonly recovering: number },
): Map<string, Role> {
  const many = (role: Role, count: number) => Array.from({ length: count }, (): Role => role);
  const planned = [
    ...roles.slice(0, 7),
    ...many('off', off),
    ...many('large', large),
    ...many('recovering', recovering),
  ];
  return new Map(random.shuffle(ids).map((id, index) => [id, planned[index] ?? 'plain']));
}
