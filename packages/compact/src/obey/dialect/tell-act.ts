import type { Random } from '../../generate/mersenne-twister.js';
import type { Vocabulary } from './fields/vocabulary.js';
import { isSettingAct } from './language/language.js';
import type { Shape } from './obey-template.js';
import { type Content, fillForm, showMatter, slotsOf } from './word-form.js';

/** One turn's statement, worded once it is known how the project is called there. */
export interface Line {
  readonly speaker: string;
  /** It replaces an earlier word, and may say so. */
  readonly corrects: boolean;
  readonly word: (project: string) => string;
}

/** How an act is told: by whom, in which shape and words. */
export interface Telling {
  readonly content: Content;
  readonly speaker: string;
  /** Who may think aloud or be quoted. */
  readonly others: readonly string[];
  readonly shape: Shape;
  /** The mark or term it goes by, where its shape needs one. */
  readonly name: string;
  readonly reworded: boolean;
  readonly corrects: boolean;
  /** What becomes of a thought or a quotation: made binding by the speaker, rejected by the speaker, made binding by someone else, or left alone. */
  readonly outcome: 'adopted' | 'declined' | 'usurped' | 'left';
}

/** The turns that an act takes, in order: one to two. */
export function tellAct(telling: Telling, random: Random, { field, language }: Vocabulary): Line[] {
  const { content, speaker, others, name, reworded } = telling;
  const forms = language.acts[content.act];
  const whole = random.choice(reworded ? forms.reworded : forms.plain);
  const line = (word: Line['word'], who = speaker, corrects = false): Line => ({ speaker: who, corrects, word });
  const sentence = (project: string): string => fillForm(whole, slotsOf(content, project, reworded, field, language));
  if (telling.shape === 'direct' || !isSettingAct(content.act)) return [line(sentence, speaker, telling.corrects)];
  const part = random.choice(language.parts[content.act]);
  const inner = fillLower(part, slotsOf(content, '', reworded, field, language));
  const shown = showMatter(content, true);
  const { announce, complete, term, apply, idea, quote, adopt, decline } = language.links;
  if (telling.shape === 'mark') {
    const [first, second] = [random.choice(announce), random.choice(complete)];
    return [
      line((p) => fillForm(first, { p, m: shown, k: name }), speaker, telling.corrects),
      line(() => fillForm(second, { k: name, s: inner })),
    ];
  }
  if (telling.shape === 'term') {
    const [first, second] = [random.choice(term), random.choice(apply)];
    return [
      line(() => fillForm(first, { t: name, s: inner })),
      line((p) => fillForm(second, { p, m: shown, t: name }), speaker, telling.corrects),
    ];
  }
  const opening = random.choice(telling.shape === 'idea' ? idea : quote);
  const thinker = random.below(2) === 0 ? speaker : random.choice(others);
  const source = random.choice(others.filter((other) => other !== thinker));
  const first = line((p) => fillForm(opening, { who: source, k: name, s: sentence(p) }), thinker);
  if (telling.outcome === 'left') return [first];
  const closing = random.choice(telling.outcome === 'declined' ? decline : adopt);
  const closer = telling.outcome === 'usurped' ? random.choice(others) : speaker;
  return [first, line(() => fillForm(closing, { k: name }), closer, telling.corrects)];
}

/** A part of a sentence stays as it is, small first letter and all. */
function fillLower(form: string, slots: Readonly<Record<string, string>>): string {
  return form.replace(/\{([a-z]+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
}
