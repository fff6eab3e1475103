import { type Agreement, conjugate, isFrenchTense } from '../french/conjugate.js';
import type { NovelRole } from '../novel.js';
import type { Person } from '../world/people.js';
import type { Place, PlaceId } from '../world/places.js';
import { type Thing, theThing } from '../world/things.js';

/** Everything that a novel is about. */
export interface NovelWorld {
  readonly people: Readonly<Record<NovelRole, Person>>;
  readonly village: string;
  readonly places: Readonly<Record<PlaceId, Place>>;
  readonly things: Readonly<Record<Thing['id'], Thing>>;
  /** The facts of the secret, as phrases. */
  readonly secret: readonly string[];
  readonly season: 'automne' | 'hiver' | 'printemps' | 'été';
}

/** Letters that stand for people in every phrase. */
export const fixedRoles: Readonly<Record<string, NovelRole>> = {
  H: 'hero',
  M: 'friend',
  N: 'rival',
  V: 'elder',
  J: 'youth',
  R: 'doctor',
  D: 'dead',
};

/** The form of a verb that a slot asks for, such as `venir.pqp`; passé simple where it names no tense. */
export function verbForm(verb: string, agreement: Agreement): string {
  const [infinitive = '', tense = 'ps'] = verb.split('.');
  if (!isFrenchTense(tense)) throw new Error(`${tense} is no tense`);
  return conjugate(infinitive, tense, agreement);
}

/** `à`, `dans` or `sur` and the place, whose article may contract. */
export function inPlace(place: Place, name: 'long' | 'short'): string {
  return `${place.at} ${place[name]}`;
}

/** What a slot such as `O.un` says of a thing. */
export function ofThing(thing: Thing, what: string): string {
  const female = thing.gender === 'F';
  switch (what) {
    case '':
      return theThing(thing);
    case 'un':
      return `${female ? 'une' : 'un'} ${thing.full}`;
    case 'il':
      return female ? 'elle' : 'il';
    case 'le':
      return female ? 'la' : 'le';
    default:
      throw new Error(`a thing has no ${what}`);
  }
}

/** Friends, and grown-ups to the young, say `tu`; all others `vous`. */
export function saysTu(speaker: NovelRole, hearer: NovelRole): boolean {
  const close = new Set(['hero friend', 'friend hero']);
  return close.has(`${speaker} ${hearer}`) || (hearer === 'youth' && speaker !== 'youth');
}
