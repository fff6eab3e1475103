import type { WordField } from './fields/word-field.js';
import type { Act, Language } from './language/language.js';

/** What an act says, before it is worded. */
export interface Content {
  readonly act: Act;
  readonly matter: string;
  readonly value: string;
  readonly instead: string;
}

export type Slots = Readonly<Record<string, string>>;

/** Fills a sentence form; the first letter becomes a capital. */
export function fillForm(form: string, slots: Slots): string {
  const text = form.replace(/\{([a-z]+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

const counted: ReadonlySet<Act> = new Set<Act>(['amount', 'raise', 'lower']);

/** A value as a sentence shows it: numbers with their unit and, when reworded, their thousands apart; dates in the language's way when reworded. */
export function showValue(
  { act, matter, value }: Content,
  reworded: boolean,
  field: WordField,
  language: Language,
): string {
  if (counted.has(act)) {
    const unit = field.metrics.find(([metric]) => metric === matter)?.[1] ?? '';
    const number = reworded ? value.replace(/\B(?=(?:\d{3})+$)/, language.thousands) : value;
    return unit === '' ? number : `${number} ${unit}`;
  }
  if (act === 'date' && reworded) {
    const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
    return language.longDate(day, month, year);
  }
  return value;
}

/** A matter as a sentence shows it: names from code in backticks; the forms of settings and runs have them already. */
export function showMatter({ act, matter }: Content, always: boolean): string {
  const code = /[.]|--/.test(matter);
  const ticked = act === 'setting' || act === 'run';
  return code && (always || !ticked) ? `\`${matter}\`` : matter;
}

/** The slots of a content: project, matter, value, instead. */
export function slotsOf(
  content: Content,
  project: string,
  reworded: boolean,
  field: WordField,
  language: Language,
): Slots {
  return {
    p: project,
    m: showMatter(content, false),
    v: showValue(content, reworded, field, language),
    a: content.instead,
  };
}
