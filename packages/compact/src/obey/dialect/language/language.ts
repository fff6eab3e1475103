/** What a turn can do to the state of a project. */
export const acts = [
  'rule',
  'decision',
  'amount',
  'raise',
  'lower',
  'date',
  'later',
  'earlier',
  'role',
  'setting',
  'run',
  'open',
  'close',
  'defer',
  'back',
  'pair',
  'pick_first',
  'pick_second',
] as const;
export type Act = (typeof acts)[number];

/** Acts that give a matter its value, whatever it was before; only these can be spread, proposed or quoted. */
export const settingActs = ['rule', 'decision', 'amount', 'date', 'role', 'setting', 'run'] as const;
export type SettingAct = (typeof settingActs)[number];

export function isSettingAct(act: Act): act is SettingAct {
  return (settingActs as readonly string[]).includes(act);
}

/** What joins turns: a mark or term announced, filled or used; a thought or quotation, and what became of it; a short name. */
export const links = ['announce', 'complete', 'term', 'apply', 'idea', 'quote', 'adopt', 'decline', 'alias'] as const;
export type Link = (typeof links)[number];

/**
 * A sentence with slots: `{p}` project, `{m}` matter, `{v}` value, `{a}` what to do instead (or the second candidate),
 * `{k}` mark, `{t}` term, `{s}` a sentence or part of one, `{who}` a person.
 */
export type SentenceForm = string;

/** One language: the sentence forms of every act, plain and reworded, which the generator fills and the reader recognises. */
export interface Language {
  readonly code: 'en' | 'de';
  readonly acts: Readonly<
    Record<Act, { readonly plain: readonly SentenceForm[]; readonly reworded: readonly SentenceForm[] }>
  >;
  /** The part of a sentence that a mark or a term stands for. */
  readonly parts: Readonly<Record<SettingAct, readonly SentenceForm[]>>;
  readonly links: Readonly<Record<Link, readonly SentenceForm[]>>;
  /** What the first turns say: whose record is kept, and whose word counts. A later one replaces those before. */
  readonly charge: readonly SentenceForm[];
  /** How a turn names its speaker, by role; `{who}` and `{s}`. */
  readonly speaker: { readonly user: readonly SentenceForm[]; readonly assistant: readonly SentenceForm[] };
  /** What may stand before a statement that replaces another. */
  readonly corrections: readonly string[];
  /** Remarks without state: `{x}` a thing, `{h}` what happened, `{w}` when, `{who}`. */
  readonly asides: readonly SentenceForm[];
  readonly thousands: string;
  /** A date in words or figures, other than ISO. */
  readonly longDate: (day: number, month: number, year: number) => string;
}
