import type { Language } from '../dialect/language/language.js';
import { fillForm } from '../dialect/word-form.js';
import type { Charge, Entry, Statement } from './read-world.js';

/** A statement in the plainest words of its language, with the project by its name. */
export function writeStatement(statement: Statement, language: Language): string {
  const { act, project, matter, value, instead, unit } = statement;
  const [form = ''] = language.acts[act].plain;
  const code = /[.]|--/.test(matter) && act !== 'setting' && act !== 'run';
  return fillForm(form, {
    p: project,
    m: code ? `\`${matter}\`` : matter,
    v: unit === '' ? value : `${value} ${unit}`,
    a: instead,
  });
}

/** What stands for a matter, as sentences: its value, or the changes to one that was never heard. */
export function writeEntry(project: string, matter: string, entry: Entry, language: Language): string[] {
  const { act, value, instead, unit, changes } = entry;
  if (value === undefined) return changes.map((change) => writeStatement(change, language));
  return [writeStatement({ act, project, matter, value, instead, unit }, language)];
}

/** Whose record is kept, and whose word decides. */
export function writeCharge(project: string, { lead, language }: Charge): string {
  return fillForm(language.charge[0] ?? '', { p: project, who: lead });
}
