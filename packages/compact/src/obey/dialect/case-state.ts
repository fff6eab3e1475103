import type { Random } from '../../generate/mersenne-twister.js';
import { GenerationError } from '../../template/errors.js';
import type { Bindings } from './bind-variables.js';
import type { Said } from './compose-turns.js';
import { drawers, nearName } from './draw-value.js';
import type { Vocabulary } from './fields/vocabulary.js';

/** A project, who decides on it, and the short name that it may be given. */
export interface ProjectCast {
  readonly project: string;
  readonly lead: string;
  readonly short: string;
}

/** Names and values given so far, in small letters. */
export interface Used {
  /** None of these comes twice. */
  readonly once: Set<string>;
  /** Nor is any of these part of another value, or another part of it: the names and values of the project asked about. */
  readonly apart: string[];
}

export interface Cast {
  readonly subject: ProjectCast;
  readonly others: readonly ProjectCast[];
  /** Everyone who writes or is spoken of. */
  readonly people: readonly string[];
}

/** What the cycles of one case share; it grows with them. */
export interface CaseState {
  readonly seed: bigint;
  bindings: Bindings;
  readonly cast: Cast;
  readonly said: Said;
  readonly used: Used;
}

const otherProjects = 8;
const bystanders = 8;

/** The projects that share the conversation, `near` of them with a name like that of the one asked about, and its people. `used` gains their names. */
export function castPeople(
  subject: { readonly project: string; readonly lead: string },
  near: number,
  used: Used,
  random: Random,
  vocabulary: Vocabulary,
): Cast {
  const draw = (generator: string): string => needed(freshValue(generator, used, random, vocabulary), generator);
  const like = (): string =>
    needed(
      unused(() => nearName(subject.project, random, vocabulary), used),
      'project',
    );
  const others = Array.from({ length: otherProjects }, (_, index) => ({
    project: index < near ? like() : draw('project'),
    lead: draw('person'),
    short: draw('term'),
  }));
  const strangers = Array.from({ length: bystanders }, () => draw('person'));
  return {
    subject: { ...subject, short: draw('term') },
    others,
    people: [subject.lead, ...others.map(({ lead }) => lead), ...strangers],
  };
}

const tries = 400;

/** Notes values of the project asked about. */
export function keepApart(values: Iterable<string>, used: Used): void {
  for (const value of values) {
    used.once.add(value.toLowerCase());
    used.apart.push(value.toLowerCase());
  }
}

/** A value of a generator that no other has given, and that stays apart from those of the project asked about; undefined when none is found. */
export function freshValue(generator: string, used: Used, random: Random, vocabulary: Vocabulary): string | undefined {
  const draw = drawers.get(generator);
  return draw === undefined ? undefined : unused(() => draw(random, vocabulary), used);
}

function unused(draw: () => string, used: Used): string | undefined {
  for (let round = 0; round < tries; round += 1) {
    const value = draw();
    const small = value.toLowerCase();
    if (used.once.has(small)) continue;
    if (used.apart.some((other) => other.includes(small) || small.includes(other))) continue;
    used.once.add(small);
    return value;
  }
  return undefined;
}

export function needed(value: string | undefined, generator: string): string {
  if (value !== undefined) return value;
  throw new GenerationError(`the generator ${generator} has no value left that differs from all others`);
}
