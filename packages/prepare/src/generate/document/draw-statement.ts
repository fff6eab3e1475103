import type { Random } from '../../random.js';
import { plainWords } from './plain-words.js';
import { months, type Subject } from './subjects.js';

/** A piece of a sentence that can be worded plainly or at length. */
export interface Site {
  readonly plain: string;
  readonly formal: string;
}

export interface Statement {
  readonly pieces: readonly (string | Site)[];
  /** Names, numbers, dates and codes that every wording of it has. */
  readonly facts: readonly string[];
  /** Whether it begins with a name, which keeps its capital anywhere. */
  readonly named: boolean;
}

/** Who is named in one section. */
export interface Voices {
  readonly role: string;
  readonly people: readonly string[];
}

/** Fills the facts of a statement, chooses among its wordings, and draws the long form of each entry of `plainWords` in it. */
export function drawStatement(random: Random, template: string, subject: Subject, voices: Voices): Statement {
  const facts: string[] = [];
  const chosen = template.replaceAll(/\(([^()|]*(?:\|[^()|]*)+)\)/g, (_, all: string) => random.pick(all.split('|')));
  const filled = chosen.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'thing' || slot === 'things') return subject[slot];
    if (slot === 'role') return voices.role;
    const fact = slot === 'person' ? random.pick(voices.people) : drawFact(random, slot);
    facts.push(fact);
    return fact;
  });
  const pieces = filled
    .split(/(\[[^\]]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('[') ? siteOf(random, piece.slice(1, -1)) : piece));
  return { pieces, facts, named: template.startsWith('{person}') };
}

function siteOf(random: Random, marked: string): Site {
  const key = marked.charAt(0).toLowerCase() + marked.slice(1);
  const formal = random.pick(plainWords[key] ?? []);
  const plain = key.replace(/~.*$/, '');
  return marked === key ? { plain, formal } : { plain: capital(plain), formal: capital(formal) };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function drawFact(random: Random, slot: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  switch (slot) {
    case 'days':
    case 'hours':
      return String(random.integer(13, 90));
    case 'count':
      return String(random.integer(13, 60));
    case 'room':
      return String(random.integer(101, 489));
    case 'extension':
      return String(random.integer(2_100, 8_999));
    case 'code':
      return `${random.pick(['B', 'C', 'D', 'F', 'K', 'L', 'M', 'R', 'S', 'T'])}-${random.integer(100, 999)}`;
    case 'amount':
      return `EUR ${random.integer(1, 9)},${random.integer(10, 99)}0`;
    case 'percent':
      return `${random.integer(13, 87)} %`;
    case 'time':
      return `${two(random.integer(6, 21))}:${two(random.integer(0, 11) * 5)}`;
    case 'date':
      return `${random.integer(13, 28)} ${random.pick(months)}`;
    default:
      throw new RangeError(`unknown slot \`${slot}\``);
  }
}
