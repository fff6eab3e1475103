import { german } from '../dialect/language/de.js';
import { english } from '../dialect/language/en.js';
import {
  type Act,
  acts,
  type Language,
  type Link,
  links,
  type SettingAct,
  settingActs,
} from '../dialect/language/language.js';

export type Slots = Readonly<Partial<Record<'p' | 'm' | 'v' | 'a' | 'k' | 't' | 's' | 'who', string>>>;

/** A sentence that a reader understands, with what stands in its slots. */
export interface Sentence {
  readonly kind: Act | Link | 'charge';
  readonly slots: Slots;
  readonly language: Language;
}

interface Matcher {
  readonly kind: Sentence['kind'];
  readonly language: Language;
  /** A piece of the form without slots; a text without it need not be looked at. */
  readonly anchor: string;
  readonly pattern: RegExp;
}

/** Words up to a stop or comma; points and commas between digits belong to a number. */
const phrase = '(?:[^.,;:"„“?!\\n`]|(?<=\\d)[.,](?=\\d))+?';
const quoted = '[^"„“\\n]+';
const slotPatterns: Readonly<Record<string, string>> = {
  k: '\\p{Lu}\\p{L}+-\\d\\d',
  who: '\\p{Lu}[\\p{L}]+ \\p{Lu}[\\p{L}]+',
};
const counted: readonly string[] = ['amount', 'raise', 'lower', 'later', 'earlier'];

const matchers: readonly Matcher[] = [english, german].flatMap((language) => [
  ...acts.flatMap((act) =>
    [...language.acts[act].plain, ...language.acts[act].reworded].map((form) => matcher(act, form, language)),
  ),
  ...links.flatMap((link) => language.links[link].map((form) => matcher(link, form, language))),
  ...language.charge.map((form) => matcher('charge', form, language)),
]);

function matcher(kind: Matcher['kind'], form: string, language: Language): Matcher {
  const pieces = form.split(/\{[a-z]+\}/);
  const anchor = pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
  const source = formSource(form, kind);
  return { kind, language, anchor, pattern: new RegExp(`(?<=^|[.?!:;]\\s|["„“])${source}`, 'gu') };
}

function formSource(form: string, kind: string): string {
  let source = '';
  let at = 0;
  for (const match of form.matchAll(/\{([a-z]+)\}/g)) {
    source += escaped(form.slice(at, match.index));
    const slot = match[1] as string;
    source += `(?<${slot}>${slotSource(slot, kind, form[match.index - 1] ?? '')})`;
    at = match.index + match[0].length;
  }
  return source + escaped(form.slice(at));
}

function slotSource(slot: string, kind: string, before: string): string {
  if (before === '`') return '[^`\\n]+';
  if (slot === 's') return before === '"' || before === '„' ? quoted : '(?:[^.:\\n]|(?<=\\d)\\.(?=\\d))+?';
  if (slot === 'm') return `(?:\`[^\`]+\`|${phrase})`;
  if (slot === 'v' && counted.includes(kind)) return `\\d[\\d.,]*(?:\\b${phrase})??`;
  return slotPatterns[slot] ?? phrase;
}

function escaped(text: string): string {
  // A full stop is none before a digit: there it belongs to a number or a date.
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('\\.', '\\.(?!\\d)');
}

/** The sentences of one line that a reader understands, in order; one within another's quotation marks is left to that one. */
export function recognise(text: string): Sentence[] {
  const found: { from: number; to: number; sentence: Sentence }[] = [];
  for (const { kind, language, anchor, pattern } of matchers) {
    if (!text.includes(anchor)) continue;
    for (const match of text.matchAll(pattern)) {
      found.push({
        from: match.index,
        to: match.index + match[0].length,
        sentence: { kind, language, slots: { ...match.groups } },
      });
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return found.flatMap(({ from, to, sentence }) => {
    if (from < end) return [];
    end = to;
    return [sentence];
  });
}

const partMatchers = [english, german].flatMap((language) =>
  settingActs.flatMap((act) =>
    language.parts[act].map((form) => ({ act, pattern: new RegExp(`^${formSource(form, act)}$`, 'u') })),
  ),
);

/** What stands under a mark or a term: an act without project and matter. */
export function recognisePart(text: string): { readonly act: SettingAct; readonly slots: Slots } | undefined {
  for (const { act, pattern } of partMatchers) {
    const match = pattern.exec(text);
    if (match !== null) return { act, slots: { ...match.groups } };
  }
  return undefined;
}

export function isAct(kind: Sentence['kind']): kind is Act {
  return (acts as readonly string[]).includes(kind);
}
