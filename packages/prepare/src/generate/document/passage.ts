import type { ProseCounts } from '../../measure/reading-ease.js';
import { sentenceCounts } from '../../measure/reading-ease.js';
import type { Random } from '../../random.js';
import type { Site, Statement } from './draw-statement.js';
import { paddings, ties } from './plain-words.js';

/** A place at which the wording of a passage can be made longer, with what that adds to its counts. */
export interface Place extends ProseCounts {
  readonly long: Site | Addition;
}

interface Addition {
  readonly text: string;
}

interface Line {
  readonly statement: Statement;
  /** What may stand before it, or may tie it to the one before. */
  readonly padding: Addition | undefined;
  readonly tie: Addition | undefined;
}

/** Statements in paragraphs. */
export interface Passage {
  readonly paragraphs: readonly (readonly Line[])[];
  /** Counts of its plain wording. */
  readonly plain: ProseCounts;
  readonly places: readonly Place[];
}

/** Arranges statements in paragraphs of two to five and draws what their long wordings may add. */
export function arrangePassage(random: Random, statements: readonly Statement[]): Passage {
  const paragraphs: Line[][] = [];
  for (let rest = [...statements]; rest.length > 0; ) {
    const most = rest.length <= 5 ? rest.length : random.integer(2, Math.min(4, rest.length - 2));
    paragraphs.push(rest.slice(0, most).map((statement, index) => drawLine(random, statement, index)));
    rest = rest.slice(most);
  }
  const lines = paragraphs.flat();
  const plain = { sentences: lines.length, words: 0, syllables: 0 };
  for (const { statement } of lines) {
    const { words, syllables } = sentenceCounts(plainText(statement));
    plain.words += words;
    plain.syllables += syllables;
  }
  return { paragraphs, plain, places: lines.flatMap(placesOf) };
}

function drawLine(random: Random, statement: Statement, index: number): Line {
  const canTie = index % 4 !== 0 && random.chance(0.85);
  const canPad = !canTie && random.chance(0.8);
  return {
    statement,
    tie: canTie ? { text: random.pick(ties) } : undefined,
    padding: canPad ? { text: random.pick(paddings) } : undefined,
  };
}

function placesOf({ statement, padding, tie }: Line): Place[] {
  const sites = statement.pieces.filter((piece): piece is Site => typeof piece === 'object');
  return [
    ...sites.map((site): Place => {
      const [long, short] = [sentenceCounts(site.formal), sentenceCounts(site.plain)];
      return {
        long: site,
        sentences: 0,
        words: long.words - short.words,
        syllables: long.syllables - short.syllables,
      };
    }),
    ...(padding === undefined ? [] : [{ long: padding, sentences: 0, ...sentenceCounts(padding.text) }]),
    ...(tie === undefined ? [] : [{ long: tie, sentences: -1, ...sentenceCounts(tie.text) }]),
  ];
}

/** The text of a passage, one paragraph per element, with the long wording at the places in `long`. */
export function writePassage({ paragraphs }: Passage, long: ReadonlySet<Place['long']>): string[] {
  return paragraphs.map((lines) => {
    let text = '';
    for (const { statement, padding, tie } of lines) {
      const outer = statement.pieces.map((piece) => wording(piece, long)).join('');
      const inner = statement.named ? outer : outer.charAt(0).toLowerCase() + outer.slice(1);
      if (tie !== undefined && long.has(tie)) text = `${text.slice(0, -1)}${tie.text} ${inner}`;
      else {
        const sentence = padding !== undefined && long.has(padding) ? `${padding.text} ${inner}` : outer;
        text += `${text === '' ? '' : ' '}${sentence}`;
      }
    }
    return text;
  });
}

function wording(piece: string | Site, long: ReadonlySet<Place['long']>): string {
  if (typeof piece === 'string') return piece;
  return long.has(piece) ? piece.formal : piece.plain;
}

/** A statement in plain words. */
export function plainText({ pieces }: Statement): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.plain)).join('');
}
