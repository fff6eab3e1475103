import type { Random } from '../../random.js';

/** Letters that are not mistaken for digits. */
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/**
 * So many different identifiers of one pattern, in ascending order of their text: each `#` becomes a digit, each `@` a
 * letter (none that looks like a digit), everything else stands. `INV-####` gives `INV-0482`.
 *
 * @throws RangeError when the pattern has fewer identifiers than twice the count, which would take too many draws
 */
export function drawIdentifiers(random: Random, pattern: string, count: number): string[] {
  const places = [...pattern].reduce(
    (all, place) => all * (place === '#' ? 10 : place === '@' ? letters.length : 1),
    1,
  );
  if (places < 2 * count) throw new RangeError(`\`${pattern}\` has ${places} identifiers, too few for ${count}`);
  const found = new Set<string>();
  while (found.size < count) {
    found.add(
      pattern.replaceAll(/[#@]/g, (place) =>
        place === '#' ? String(random.integer(0, 9)) : random.pick([...letters]),
      ),
    );
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}
