import type { Random } from '../../generate/mersenne-twister.js';
import type { Vocabulary } from './fields/vocabulary.js';

type Draw = (random: Random, vocabulary: Vocabulary) => string;

const two = (n: number): string => String(n).padStart(2, '0');
const hexDigits = '0123456789abcdef';

/** The generators of the dialect `obey-1`, by the names that templates use. Each has hundreds of values or more where an answer is drawn. */
export const drawers: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  ['project', project],
  ['person', (random, { names }) => `${random.choice(names.given)} ${random.choice(names.family)}`],
  ['topic', (random, { field }) => random.choice(field.topics)],
  ['practice', practice],
  ['option', option],
  ['metric', (random, { field }) => random.choice(field.metrics)[0]],
  ['quantity', (random) => String(random.integer(2103, 9897))],
  ['delta', (random) => String(random.integer(112, 987))],
  ['milestone', (random, { field }) => random.choice(field.milestones)],
  ['day', (random) => `${random.integer(2027, 2031)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`],
  ['days', (random) => String(random.integer(33, 99))],
  ['duty', (random, { field }) => random.choice(field.duties)],
  ['loose_end', looseEnd],
  ['setting_key', (random) => `${random.choice(settingScopes)}.${random.choice(settingNames)}`],
  ['setting_value', (random) => `${random.choice(settingWords)}-${random.integer(10, 99)}`],
  ['hex_code', (random) => Array.from({ length: 7 }, () => hexDigits[random.below(16)]).join('')],
  [
    'command',
    (random) => `${random.choice(commandVerbs)} --${random.choice(settingScopes)} ${random.choice(settingNames)}`,
  ],
  ['outcome', (random) => `${random.choice(outcomes)} ${random.integer(201, 989)}`],
  ['mark', (random, { names }) => `${random.choice(names.markWords)}-${random.integer(2, 9)}${random.integer(2, 9)}`],
  ['term', (random, { names }) => `${random.choice(names.termQualities)} ${random.choice(names.termThings)}`],
]);

function project(
  random: Random,
  { names, field }: Vocabulary,
  like?: { quality?: string | undefined; thing?: string | undefined },
): string {
  const quality = like?.quality ?? random.choice(names.projectQualities);
  const thing = like?.thing ?? random.choice(names.projectThings);
  return field.language === 'de' ? `${quality}${thing}` : `${quality} ${thing}`;
}

/** The name of another project that shares its first or its second half with the one given. */
export function nearName(name: string, random: Random, vocabulary: Vocabulary): string {
  const { projectQualities, projectThings } = vocabulary.names;
  const quality = projectQualities.find((half) => name.startsWith(half));
  const thing = projectThings.find((half) => name.endsWith(half));
  return project(random, vocabulary, random.below(2) === 0 ? { quality } : { thing });
}

const settingScopes = 'export import ledger router mailer cache index worker scheduler gateway audit upload'.split(' ');
const settingNames = 'retries window region encoding mode channel profile shard replica codec policy lease'.split(' ');
const settingWords =
  'delta mesa onyx rapid sable tidal umber vivid zephyr cobalt fjord lotus quartz basalt heath ridge'.split(' ');
const commandVerbs = 'rebuild verify reindex migrate drain compact promote rotate'.split(' ');
const outcomes = [
  'exit code',
  'failure at step',
  'timeout after',
  'conflict in chunk',
  'stop at row',
  'mismatch in file',
  'hang on lock',
];

function practice(random: Random, { field }: Vocabulary): string {
  const verb = random.choice(field.verbs);
  const object = random.choice(field.objects);
  const manner = random.choice(field.manners);
  return field.language === 'de' ? `${object} ${manner} ${verb}` : `${verb} ${object} ${manner}`;
}

function option(random: Random, { field, names }: Vocabulary): string {
  const quality = random.choice(field.qualities);
  const goods = random.choice(field.goods);
  const maker = random.choice(names.makers);
  return field.language === 'de' ? `die ${quality} ${goods} von ${maker}` : `the ${quality} ${goods} from ${maker}`;
}

function looseEnd(random: Random, { field }: Vocabulary): string {
  const lacking = random.choice(field.lacking);
  const place = random.choice(field.places);
  return field.language === 'de' ? `${lacking} ${place}` : `${lacking} for ${place}`;
}

/** `days` after an ISO date (before it when negative), as an ISO date. */
export function shiftDay(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}
