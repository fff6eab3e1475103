import type { Language } from '../dialect/language/language.js';
import type { Entry, ProjectState, Statement, World } from './read-world.js';
import { writeStatement } from './write-statement.js';

/** What a reader says who does not know. */
export const ignorance = { en: "I don't know.", de: 'Das weiß ich nicht.' } as const;

const asksForbidden =
  /\b(never|forbid|forbids|forbidden|must not|may not|not allowed|ruled? out|rules out|off limits|off the table|refuse[sd]?|prohibit\w*|avoid|taboo|stay away from)\b|verboten|niemals|untersagt|verbiet|tabu|nicht (?:tun|geschehen|passieren|in Frage)|ausgeschlossen|unterlassen/i;
const asksOpen =
  /\b(open|unsettled|unresolved|not (?:yet )?(?:been )?settled|undecided|outstanding)\b|offen|ungeklärt|aussteh/i;
const asksDeferred = /\b(put off|postponed|deferred|next year|wait)\b|verschoben|vertagt|nächste[sn]? Jahr/i;
const asksBare = /\b(nothing else|value alone|only the value)\b|nichts weiter/i;

/** Answers a question from what was read: one sentence, the bare value where no more is asked for, or that it is not known. */
export function answerQuestion(question: string, world: World): string {
  const unknown = /\b(?:Projekt|Punkt)\b/.test(question) ? ignorance.de : ignorance.en;
  const named = longestIn(question, world.named.keys());
  if (named !== undefined) return say(world.named.get(named) as Statement, question, world);
  const names = [...world.projects.keys(), ...world.short.keys()];
  const called = longestIn(question, names);
  const project = called === undefined ? undefined : (world.short.get(called) ?? called);
  const state = project === undefined ? undefined : world.projects.get(project);
  if (project === undefined || state === undefined) return unknown;
  const matter = longestIn(question, state.matters.keys());
  const entry = matter === undefined ? undefined : state.matters.get(matter);
  if (matter !== undefined && entry !== undefined) return sayEntry(project, matter, entry, question, state) ?? unknown;
  if (asksDeferred.test(question)) return sayLoose(project, 'deferred', state) ?? unknown;
  if (asksOpen.test(question)) return sayLoose(project, 'open', state) ?? unknown;
  return unknown;
}

function longestIn(text: string, names: Iterable<string>): string | undefined {
  let longest: string | undefined;
  for (const name of names) {
    if (name.length > (longest?.length ?? 0) && hasWord(text, name)) longest = name;
  }
  return longest;
}

function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + name.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

function sayEntry(
  project: string,
  matter: string,
  entry: Entry,
  question: string,
  state: ProjectState,
): string | undefined {
  if (entry.value === undefined) return undefined;
  const { act, value, instead, unit } = entry;
  return sayStatement({ act, project, matter, value, instead, unit }, question, state.language);
}

function say(statement: Statement, question: string, world: World): string {
  const language = world.projects.get(statement.project)?.language;
  return language === undefined ? ignorance.en : sayStatement(statement, question, language);
}

function sayStatement(statement: Statement, question: string, language: Language): string {
  if (asksBare.test(question)) return statement.value;
  if (statement.act !== 'rule') return writeStatement(statement, language);
  if (!asksForbidden.test(question))
    return language.code === 'de' ? `Alle sollen ${statement.instead}.` : `We should ${statement.instead}.`;
  return language.code === 'de' ? `Niemand darf ${statement.value}.` : `Never ${statement.value}.`;
}

function sayLoose(project: string, standing: 'open' | 'deferred', state: ProjectState): string | undefined {
  const values = [...state.loose].flatMap(([value, stands]) => (stands === standing ? [value] : []));
  if (values.length === 0) return undefined;
  const [form = ''] = state.language.acts[standing === 'open' ? 'open' : 'defer'].plain;
  return form.replace('{p}', project).replace('{v}', values.join('; '));
}
