import type { Random } from '../../random.js';
import { drawLeaf, type LeafBody, type LeafPlan } from './draw-leaf.js';
import type { Voices } from './draw-statement.js';
import { drawOutline, type OutlineNode } from './outline.js';
import { organisations, people, roles } from './subjects.js';

export interface DocumentOptions {
  /** Levels of headings, the title counted: 3 to 6. */
  readonly depth: number;
  /** What each section without further headings is like, in the order of the document; at most 250 at depth 3, 400 below. */
  readonly leaves: readonly LeafPlan[];
  /** Sentences per such section: 4 to 12. */
  readonly statements: number;
}

export interface DocumentSection {
  /** `manual` for the whole, else made of its number: `s2-1-3`. */
  readonly id: string;
  /** With its number: `2.1.3 Lending vans`. */
  readonly heading: string;
  /** 1 for the whole. */
  readonly level: number;
  readonly parts: readonly DocumentSection[];
  /** Present where there are no parts. */
  readonly leaf?: LeafBody & { readonly kind: LeafPlan['kind'] };
}

/**
 * The manual of an organisation that does not exist, on the things that it lends to its people. Every section without
 * further headings has the reading ease that was planned for it, no sentence stands in it twice, and every hard wording has
 * a plain one in `plainWords`.
 *
 * @throws RangeError for a plan that the grammar cannot reach
 */
export function generateDocument(random: Random, { depth, leaves, statements }: DocumentOptions): DocumentSection {
  const outline = drawOutline(random.fork('outline'), leaves.length, depth);
  const names = random.fork('names');
  const pool = people.first.map((first, index) => `${first} ${names.fork(index).pick(people.last)}`);
  const written = new Set<string>();
  let next = 0;

  const draw = (node: OutlineNode, number: readonly number[]): DocumentSection => {
    const id = `s${number.join('-')}`;
    const base = { id, heading: `${number.join('.')} ${node.heading}`, level: number.length + 1 };
    const plan = leaves[next];
    if (node.leaf === undefined || plan === undefined) {
      return { ...base, parts: node.below.map((below, index) => draw(below, [...number, index + 1])) };
    }
    next += 1;
    const stream = random.fork('leaf', id);
    const voices: Voices = { role: stream.fork('role').pick(roles), people: stream.fork('people').sample(pool, 3) };
    const body = drawLeaf(stream, plan, { ...node.leaf, voices, statements, written });
    return { ...base, parts: [], leaf: { ...body, kind: plan.kind } };
  };

  const organisation = `${names.pick(organisations.places)} ${names.pick(organisations.bodies)}`;
  return {
    id: 'manual',
    heading: `${organisation}: manual of loans`,
    level: 1,
    parts: outline.map((node, index) => draw(node, [index + 1])),
  };
}

/** A section with all below it as one Markdown text. */
export function documentText(section: DocumentSection): string {
  const heading = `${'#'.repeat(section.level)} ${section.heading}\n`;
  return [heading, ...(section.leaf === undefined ? [] : [section.leaf.text]), ...section.parts.map(documentText)].join(
    '\n',
  );
}

/** The sections without parts, in the order of the document. */
export function leavesOf(section: DocumentSection): DocumentSection[] {
  return section.parts.length === 0 ? [section] : section.parts.flatMap(leavesOf);
}
