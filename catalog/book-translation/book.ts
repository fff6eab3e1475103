/** A chapter, as the facts have it. */
export interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Under which its context goes. */
  readonly file: string;
}

/** A chunk, as the facts have it. */
export interface Chunk {
  readonly id: string;
  /** Number of its chapter. */
  readonly chapter: number;
  readonly first: number;
  readonly last: number;
  readonly words: number;
}

/** What an index card says. */
export interface Card {
  readonly name: string;
  readonly rendering: string;
}

/** What is served of a chunk. */
export interface Passage {
  readonly reference: string;
  readonly names: readonly Card[];
  readonly paragraphs: readonly string[];
}

/** What is written down of a chunk. */
export interface Translation {
  readonly bookContext: string;
  readonly chapterContext: string;
  readonly names: readonly Card[];
  readonly text: string;
  readonly words: number;
  readonly reference: string;
}

/** The most words of a chunk; with its reference it stays within 600. */
export const mostWords = 590;

export const chapterId = (number: number): string => `c${String(number).padStart(2, '0')}`;
