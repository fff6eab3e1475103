import { german } from '../language/de.js';
import { english } from '../language/en.js';
import type { Language } from '../language/language.js';
import { archiveDe } from './archive-de.js';
import { clinic } from './clinic.js';
import { expedition } from './expedition.js';
import { festival } from './festival.js';
import { museum } from './museum.js';
import { englishNames, germanNames, type Names } from './names.js';
import { platform } from './platform.js';
import { railwayDe } from './railway-de.js';
import type { WordField } from './word-field.js';

/** The words a template draws from: those of its field, its language, and names. */
export interface Vocabulary {
  readonly field: WordField;
  readonly language: Language;
  readonly names: Names;
}

/** The word fields, by the keys that templates name them with. */
export const wordFields: ReadonlyMap<string, WordField> = new Map(
  [museum, festival, clinic, platform, expedition, archiveDe, railwayDe].map((field) => [field.key, field]),
);

/** Undefined where no field has that key. */
export function vocabularyOf(fieldKey: string): Vocabulary | undefined {
  const field = wordFields.get(fieldKey);
  if (field === undefined) return undefined;
  return field.language === 'de'
    ? { field, language: german, names: germanNames }
    : { field, language: english, names: englishNames };
}
