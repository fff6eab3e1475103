import { shiftDay } from '../dialect/draw-value.js';
import { type Act, isSettingAct, type Language } from '../dialect/language/language.js';
import { isAct, recognise, recognisePart, type Sentence, type Slots } from './recognise.js';

/** What was said of a matter, as it stands. */
export interface Entry {
  readonly act: Act;
  /** Undefined where only changes to it were heard. */
  readonly value: string | undefined;
  readonly instead: string;
  readonly unit: string;
  readonly before: Entry | undefined;
  /** Changes that could not be reckoned, for want of what they change. */
  readonly changes: readonly Statement[];
}

export interface Statement {
  readonly act: Act;
  readonly project: string;
  readonly matter: string;
  readonly value: string;
  readonly instead: string;
  readonly unit: string;
}

export interface ProjectState {
  readonly language: Language;
  readonly matters: Map<string, Entry>;
  /** Candidates put up for a matter. */
  readonly pairs: Map<string, readonly [string, string]>;
  readonly loose: Map<string, 'open' | 'settled' | 'deferred'>;
}

/** Whose word counts on a project, and the language in which that was said. */
export interface Charge {
  readonly lead: string;
  readonly language: Language;
}

/** What a reader made of a text. */
export interface World {
  readonly projects: Map<string, ProjectState>;
  /** Short names of projects. */
  readonly short: Map<string, string>;
  /** Who decides, by project; the last is the one the record is kept of. */
  readonly leads: Map<string, Charge>;
  /** What a mark or a term stands for, once it is binding. */
  readonly named: Map<string, Statement>;
}

export interface ReadOptions {
  /** Whether to follow what became of thoughts and quotations; otherwise only what was stated itself is taken. */
  readonly follows: boolean;
  /** What was written down before: who decides where, and short names, are taken from it, and nothing else. */
  readonly known?: string | undefined;
}

/** A mark whose other half is to come. */
interface Pending {
  readonly by: string | undefined;
  readonly about?: { readonly project: string; readonly matter: string };
  readonly statement?: Statement;
}

/** Reads a conversation or an artifact line by line. A line that names its speaker counts where that person decides; one that names none counts. */
export function readWorld(text: string, { follows, known = '' }: ReadOptions): World {
  const world: World = { projects: new Map(), short: new Map(), leads: new Map(), named: new Map() };
  const [before, heard] = [hearLines(known), hearLines(text)];
  for (const { sentences } of [...before, ...heard]) {
    for (const sentence of sentences) if (sentence.kind === 'charge') charge(world, sentence);
  }
  const hearing = { world, marks: new Map<string, Pending>(), terms: new Map<string, string>(), follows };
  for (const { by, sentences } of before) {
    for (const sentence of sentences) if (sentence.kind === 'alias') hear(sentence, by, hearing);
  }
  for (const { by, sentences } of heard) {
    for (const sentence of sentences) hear(sentence, by, hearing);
  }
  return world;
}

function hearLines(text: string): { readonly by: string | undefined; readonly sentences: readonly Sentence[] }[] {
  return text.split('\n').map((line) => {
    const { by, said } = splitLine(line);
    return { by, sentences: recognise(said) };
  });
}

/** A later charge replaces those before, and comes last. */
function charge({ leads }: World, { slots: { p = '', who = '' }, language }: Sentence): void {
  leads.delete(p);
  leads.set(p, { lead: who, language });
}

const label = /^\s*(?:[-*]\s+|\[?\d+[\].)]\s*|[A-Z]\d+:\s+)*(?:(?:system|user|assistant)\s*:\s*)?/i;
const speaker = /^(?:(?:Message from|Nachricht von) )?(\p{Lu}\p{L}+ \p{Lu}\p{L}+): /u;

function splitLine(line: string): { readonly by: string | undefined; readonly said: string } {
  const rest = line.replace(label, '');
  const match = speaker.exec(rest);
  if (match === null || sentenceStarts.has((match[1] ?? '').split(' ')[0] ?? '')) return { by: undefined, said: rest };
  return { by: match[1], said: rest.slice(match[0].length) };
}

/** Words that begin sentences in which a colon follows two words: `Notiz Reiher-42:` has a figure and needs none. */
const sentenceStarts: ReadonlySet<string> = new Set([
  'Decision',
  'Figure',
  'Calendar',
  'Output',
  'Note',
  'Notiz',
  'Zahl',
  'Beschluss',
  'Kalender',
]);

interface Hearing {
  readonly world: World;
  readonly marks: Map<string, Pending>;
  readonly terms: Map<string, string>;
  readonly follows: boolean;
}

function hear(sentence: Sentence, by: string | undefined, { world, marks, terms, follows }: Hearing): void {
  const { kind, slots, language } = sentence;
  const { k = '', t = '', s = '' } = slots;
  const settle = (name: string, statement: Statement | undefined): void => {
    if (statement !== undefined && take(statement, by, language, world)) world.named.set(name, statement);
  };
  if (isAct(kind)) {
    take(statementOf(kind, slots, world), by, language, world);
  } else if (kind === 'alias') {
    world.short.set(t, slots.p ?? '');
  } else if (kind === 'announce') {
    marks.set(k, { by, about: { project: fullName(slots.p, world), matter: bare(slots.m) } });
  } else if (kind === 'complete') {
    const announced = marks.get(k);
    if (announced?.about === undefined || announced.by !== by) return;
    marks.delete(k);
    settle(k, partStatement(s, announced.about, world));
  } else if (kind === 'term') {
    terms.set(t, s);
  } else if (kind === 'apply') {
    settle(t, partStatement(terms.get(t) ?? '', { project: slots.p ?? '', matter: bare(slots.m) }, world));
  } else if (kind === 'idea' || kind === 'quote') {
    const [inner] = recognise(s);
    if (inner !== undefined && isAct(inner.kind)) {
      marks.set(k, { by, statement: statementOf(inner.kind, inner.slots, world) });
    }
  } else if (kind === 'adopt') {
    if (follows) settle(k, marks.get(k)?.statement);
  } else if (kind === 'decline') {
    marks.delete(k);
  }
}

/** What a mark or a term stands for, said of a matter. */
function partStatement(
  part: string,
  about: { readonly project: string; readonly matter: string },
  world: World,
): Statement | undefined {
  const read = recognisePart(part);
  return read === undefined
    ? undefined
    : statementOf(read.act, { ...read.slots, p: about.project, m: about.matter }, world);
}

function bare(matter = ''): string {
  return matter.replaceAll('`', '');
}

function fullName(project = '', world: Pick<World, 'short'>): string {
  return world.short.get(project) ?? project;
}

function statementOf(act: Act, slots: Slots, world: Pick<World, 'short'>): Statement {
  const { v = '', a = '' } = slots;
  const [number = '', ...unit] = v.split(' ');
  const numeric = act === 'amount' || act === 'raise' || act === 'lower' || act === 'later' || act === 'earlier';
  return {
    act,
    project: fullName(slots.p, world),
    matter: bare(slots.m),
    value: numeric ? number.replace(/[.,]/g, '') : act === 'date' ? isoDate(v) : v,
    instead: a,
    unit: numeric ? unit.join(' ') : '',
  };
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const two = (n: number): string => String(n).padStart(2, '0');

function isoDate(text: string): string {
  const words = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(text);
  if (words !== null)
    return `${words[3]}-${two(monthNames.indexOf((words[2] ?? '').toLowerCase()) + 1)}-${two(Number(words[1]))}`;
  const figures = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return figures === null ? text : `${figures[3]}-${two(Number(figures[2]))}-${two(Number(figures[1]))}`;
}

function decides(world: Pick<World, 'leads'>, project: string, by: string | undefined): boolean {
  const lead = world.leads.get(project)?.lead;
  return by === undefined || lead === undefined || lead === by;
}

function stateOf(world: Pick<World, 'projects'>, project: string, language: Language): ProjectState {
  const known = world.projects.get(project);
  if (known !== undefined) return known;
  const fresh: ProjectState = { language, matters: new Map(), pairs: new Map(), loose: new Map() };
  world.projects.set(project, fresh);
  return fresh;
}

/** Whether the speaker decides there; then the state changes. */
function take(said: Statement, by: string | undefined, language: Language, world: World): boolean {
  if (!decides(world, said.project, by)) return false;
  const state = stateOf(world, said.project, language);
  const { act, matter, value } = said;
  if (act === 'open') state.loose.set(value, 'open');
  else if (act === 'close') state.loose.set(value, 'settled');
  else if (act === 'defer') state.loose.set(value, 'deferred');
  else if (act === 'pair') state.pairs.set(matter, [value, said.instead]);
  else state.matters.set(matter, changed(state.matters.get(matter), said, state.pairs.get(matter)));
  return true;
}

function changed(old: Entry | undefined, said: Statement, pair: readonly [string, string] | undefined): Entry {
  const { act, value, instead, unit } = said;
  const set = (given: string, kind: Act = act): Entry => ({
    act: kind,
    value: given,
    instead,
    unit,
    before: old,
    changes: [],
  });
  if (isSettingAct(act)) return set(value);
  if ((act === 'pick_first' || act === 'pick_second') && pair !== undefined)
    return set(pair[act === 'pick_first' ? 0 : 1], 'decision');
  if (act === 'back' && old?.before !== undefined) return { ...old.before, before: old };
  if (old?.value !== undefined) {
    const sign = act === 'lower' || act === 'earlier' ? -1 : 1;
    if (act === 'raise' || act === 'lower')
      return { ...old, value: String(Number(old.value) + sign * Number(value)), before: old };
    if ((act === 'later' || act === 'earlier') && old.act === 'date')
      return { ...old, value: shiftDay(old.value, sign * Number(value)), before: old };
  }
  return { act, value: undefined, instead, unit, before: old, changes: [...(old?.changes ?? []), said] };
}
