import { fleschScore, type ProseCounts, readingEase } from '../../measure/reading-ease.js';
import type { Random } from '../../random.js';
import { drawStatement, type Statement, type Voices } from './draw-statement.js';
import { arrangePassage, type Passage, type Place, plainText, writePassage } from './passage.js';
import { type Aspect, commonStatements } from './statements.js';
import type { Subject } from './subjects.js';

export interface ProseOptions {
  readonly aspect: Aspect;
  readonly subject: Subject;
  readonly voices: Voices;
  readonly statements: number;
  /** Reading ease from–to, inclusive; both equal for an exact score. */
  readonly ease: readonly [number, number];
  /** Sentences already written elsewhere, plainly worded; grows. */
  readonly written: Set<string>;
}

export interface Prose {
  readonly paragraphs: readonly string[];
  readonly readingEase: number;
  /** Names, numbers, dates and codes that every wording of it has. */
  readonly facts: readonly string[];
  /** The same with every entry worded plainly. */
  readonly plain: readonly string[];
}

const attempts = 2000;
const turns = 60;

/**
 * Prose about one aspect of a subject whose reading ease lies in a range.
 *
 * @throws RangeError when none is found, as for a range beyond what the grammar reaches (about 10 to 90)
 */
export function drawProse(random: Random, options: ProseOptions): Prose {
  const { ease, written } = options;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const draw = random.fork('attempt', attempt);
    const chosen = drawStatements(draw, options);
    const passage = arrangePassage(draw.fork('passage'), chosen);
    const long = lengthen(draw.fork('length'), passage, ease);
    if (long === undefined) continue;
    const paragraphs = writePassage(passage, long);
    const { score } = readingEase(paragraphs.join('\n\n'));
    if (score < ease[0] || score > ease[1]) continue;
    for (const statement of chosen) written.add(plainText(statement));
    const facts = [...new Set(chosen.flatMap((statement) => statement.facts))];
    return { paragraphs, readingEase: score, facts, plain: writePassage(passage, new Set()) };
  }
  throw new RangeError(`no prose with a reading ease from ${ease[0]} to ${ease[1]} in ${attempts} attempts`);
}

function drawStatements(random: Random, { aspect, subject, voices, statements, written }: ProseOptions): Statement[] {
  const share = Math.min(aspect.statements.length, Math.ceil(statements * 0.7));
  const own = random.fork('own').sample(aspect.statements, share);
  const common = random.fork('common').shuffle(commonStatements);
  const found: Statement[] = [];
  const draw = random.fork('facts');
  for (const template of [...own, ...common]) {
    if (found.length === statements) break;
    const statement = drawStatement(draw, template, subject, voices);
    if (!written.has(plainText(statement))) found.push(statement);
  }
  return random.fork('order').shuffle(found);
}

/** So many places, in random order, that the score falls into the range with them worded at length; undefined where none do. */
function lengthen(
  random: Random,
  { plain, places }: Passage,
  [least, most]: readonly [number, number],
): Set<Place['long']> | undefined {
  for (let turn = 0; turn < turns; turn += 1) {
    const order = random.shuffle(places);
    const goal = least + (most - least) * random.real();
    let counts: ProseCounts = plain;
    for (let taken = 0; taken <= order.length; taken += 1) {
      const score = fleschScore(counts);
      const near = most - least < 1 || score <= goal;
      if (score >= least && score <= most && near) return new Set(order.slice(0, taken).map(({ long }) => long));
      const place = order[taken];
      if (place !== undefined) counts = sum(counts, place);
    }
  }
  return undefined;
}

function sum(a: ProseCounts, b: ProseCounts): ProseCounts {
  return {
    sentences: a.sentences + b.sentences,
    words: a.words + b.words,
    syllables: a.syllables + b.syllables,
  };
}
