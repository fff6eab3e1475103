/** The words of one trade: what its projects talk about. Phrases hold no punctuation, so that a reader finds their ends. */
export interface WordField {
  readonly key: string;
  readonly language: 'en' | 'de';
  /** What rules and decisions are about. */
  readonly topics: readonly string[];
  /** A practice is verb, object and manner, in the language's order. */
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly manners: readonly string[];
  /** An option is a quality, goods and their maker. */
  readonly qualities: readonly string[];
  readonly goods: readonly string[];
  /** What is counted, with its unit. */
  readonly metrics: readonly (readonly [metric: string, unit: string])[];
  readonly milestones: readonly string[];
  readonly duties: readonly string[];
  /** A loose end is a thing lacking and a place that lacks it. */
  readonly lacking: readonly string[];
  readonly places: readonly string[];
  /** Remarks without state: a thing, what happened to it, when. */
  readonly things: readonly string[];
  readonly happenings: readonly string[];
  readonly times: readonly string[];
}
