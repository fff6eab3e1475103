import { createRequire } from 'node:module';

/** Tenses by short name: passé simple, imparfait, plus-que-parfait, présent, futur, conditionnel, passé composé, … */
const tenses = {
  ps: 'PASSE_SIMPLE',
  im: 'IMPARFAIT',
  pqp: 'PLUS_QUE_PARFAIT',
  pr: 'PRESENT',
  fu: 'FUTUR',
  co: 'CONDITIONNEL_PRESENT',
  cp: 'CONDITIONNEL_PASSE_1',
  pc: 'PASSE_COMPOSE',
  sp: 'SUBJONCTIF_PRESENT',
  ip: 'IMPERATIF_PRESENT',
} as const;

export type FrenchTense = keyof typeof tenses;

/** Who a verb agrees with: person 0 to 5 (je, tu, il, nous, vous, ils), gender and number. */
export interface Agreement {
  readonly person: 0 | 1 | 2 | 3 | 4 | 5;
  readonly gender: 'M' | 'F';
  readonly plural: boolean;
}

type Conjugation = (
  list: unknown,
  verb: string,
  tense: string,
  person: number,
  compound: { aux?: 'AVOIR' | 'ETRE'; agreeGender?: 'M' | 'F'; agreeNumber?: 'S' | 'P' },
) => string;

/** Take être too, since here they never have an object. */
const motions = new Set('sortir monter descendre rentrer retourner remonter redescendre ressortir'.split(' '));

let library: { conjugation: Conjugation; usesEtre: (verb: string) => boolean; list: unknown } | undefined;
const known = new Map<string, string>();

/**
 * The form of a verb, pronoun of a pronominal one included, as french-verbs gives it from the Lefff. A compound tense takes
 * être where the verb is pronominal or always does, and agrees then; with avoir it does not agree.
 * @throws Error when the verb or its form is unknown
 */
export function conjugate(verb: string, tense: FrenchTense, { person, gender, plural }: Agreement): string {
  const key = `${verb} ${tense} ${person} ${gender} ${plural}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  library ??= load();
  const infinitive = verb.replaceAll('’', "'");
  const etre = /^s(e |')/.test(infinitive) || library.usesEtre(infinitive) || motions.has(infinitive);
  const compound = etre
    ? ({ aux: 'ETRE', agreeGender: gender, agreeNumber: plural ? 'P' : 'S' } as const)
    : ({ aux: 'AVOIR' } as const);
  const form = library.conjugation(library.list, infinitive, tenses[tense], person, compound).replaceAll("'", '’');
  known.set(key, form);
  return form;
}

export function isFrenchTense(name: string): name is FrenchTense {
  return Object.hasOwn(tenses, name);
}

/** Six megabytes of forms are read only when somebody writes French. */
function load(): NonNullable<typeof library> {
  const require = createRequire(import.meta.url);
  const { getConjugation, alwaysAuxEtre } = require('french-verbs') as {
    getConjugation: Conjugation;
    alwaysAuxEtre: (verb: string) => boolean;
  };
  return {
    conjugation: getConjugation,
    usesEtre: alwaysAuxEtre,
    list: require('french-verbs-lefff/dist/conjugations.json') as unknown,
  };
}
