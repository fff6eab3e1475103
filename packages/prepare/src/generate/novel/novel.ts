/** Somebody in a novel. */
export interface NovelCharacter {
  readonly id: NovelRole;
  readonly name: string;
  /** First name and family name. */
  readonly fullName: string;
  readonly gender: 'M' | 'F';
  /** What the person is, with the article: `le notaire`. */
  readonly role: string;
  /** What the person is to the hero, in English. */
  readonly relation: string;
}

/** Parts in the plot: the hero, the confidant, the adversary, the elder, the youth, the doctor, the keeper of the records, the dead. */
export type NovelRole = 'hero' | 'friend' | 'rival' | 'elder' | 'youth' | 'doctor' | 'clerk' | 'dead';

/** A place of a novel, or a thing that goes from hand to hand. */
export interface NovelThing {
  readonly id: string;
  /** With its article. */
  readonly name: string;
  readonly gender: 'M' | 'F';
  /** In English. */
  readonly english: string;
}

/** A proper name that a translator has to render, and two ways to do it. */
export interface NovelName {
  /** As it stands in the text, without article. */
  readonly french: string;
  readonly renderings: readonly [string, string];
}

/** Something that happens and is remembered. */
export interface NovelEvent {
  readonly id: number;
  readonly kind: 'arrival' | 'found' | 'learned' | 'quarrel' | 'stolen' | 'returned' | 'promise';
  readonly chapter: number;
  /** Who does it, or comes to know it. */
  readonly who: NovelRole;
  /** With whom, from whom or to whom. */
  readonly other?: NovelRole;
  /** Id of the place. */
  readonly place: string;
  /** Id of the thing. */
  readonly object?: string;
  /** Which fact of the secret, from 0. */
  readonly fact?: number;
}

export interface NovelChapter {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** Who appears, in order of appearance. */
  readonly cast: readonly NovelRole[];
  /** Ids of the places. */
  readonly places: readonly string[];
  readonly paragraphs: readonly string[];
  /** Ids of events of earlier chapters that are remembered in this one. */
  readonly remembered: readonly number[];
}

/** A French novel: its people, places and things, what happens in it, and its text. */
export interface Novel {
  readonly title: string;
  readonly author: string;
  readonly village: string;
  readonly characters: readonly NovelCharacter[];
  readonly places: readonly NovelThing[];
  readonly objects: readonly NovelThing[];
  readonly names: readonly NovelName[];
  readonly events: readonly NovelEvent[];
  readonly chapters: readonly NovelChapter[];
}

export interface NovelOptions {
  /** From 3 to 11. */
  readonly chapters: number;
  /** Least and most words of a chapter, about; 600 and 1,700 by default. */
  readonly words?: readonly [number, number];
}
