import type { Random } from '@obey/prepare';

/** What is special about a day. */
export type Role = 'dirty' | 'below' | 'at' | 'above' | 'recovering' | 'busy' | 'unreadable' | 'clean';

/** One day at, one just below and one just above the limit, one that the validator never gets to, one that it cannot read, and as many others as asked. */
export function planRoles(
  random: Random,
  ids: readonly string[],
  { dirty, recovering }: { readonly dirty: number; readonly recovering: number },
): Map<string, Role> {
  const roles: Role[] = [
    'below',
    'at',
    'above',
    'busy',
    'unreadable',
    ...Array.from({ length: dirty }, (): Role => 'dirty'),
    ...Array.from({ length: recovering }, (): Role => 'recovering'),
  ];
  return new Map(random.shuffle(ids).map((id, index) => [id, roles[index] ?? 'clean']));
}
