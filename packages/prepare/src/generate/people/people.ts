import type { Random } from '../../random.js';
import { firstNames, lastNames } from './names.js';

/** A person as a task names one. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** `firstName lastName`. */
  readonly name: string;
}

/** The most people that can be drawn at once. */
export const mostPeople = firstNames.length * lastNames.length;

/**
 * So many people with different names. No two share a last name as long as there are enough of those, so that a last name
 * alone tells them apart in small groups. Nobody real is meant.
 *
 * @throws RangeError for more than `mostPeople`
 */
export function drawPeople(random: Random, count: number): Person[] {
  if (count > mostPeople) throw new RangeError(`${count} people out of ${mostPeople} names`);
  const last = random.fork('last').shuffle(lastNames);
  const first = random.fork('first').shuffle(firstNames);
  return Array.from({ length: count }, (_, index) => {
    const lap = Math.floor(index / last.length);
    const lastName = last[index % last.length] as string;
    // Another first name for each lap of the last names, so that no name comes twice.
    const firstName = first[((index % last.length) + lap) % first.length] as string;
    return { firstName, lastName, name: `${firstName} ${lastName}` };
  });
}
