import type { Random } from '../../random.js';
import { type Aspect, aspectGroups } from './statements.js';
import { parts, type Subject } from './subjects.js';

/** A heading with what stands below it: further headings, or one aspect of one subject. */
export interface OutlineNode {
  readonly heading: string;
  readonly below: readonly OutlineNode[];
  readonly leaf?: { readonly subject: Subject; readonly aspect: Aspect };
}

type Domain = (typeof parts)[number]['domains'][number];

const aspects = aspectGroups.flatMap((group) => group.aspects);

/**
 * Headings with `leaves` leaves, at most `depth` levels (3 to 6, the title counted), and ragged: a group of one aspect is no
 * heading of its own.
 */
export function drawOutline(random: Random, leaves: number, depth: number): OutlineNode[] {
  const all = parts.flatMap(({ domains }) => domains);
  const count = Math.max(2, Math.min(all.length, Math.round(leaves / (depth === 3 ? 6 : 22)) + (depth === 3 ? 0 : 2)));
  const chosen: Domain[] = random.fork('domains').sample(all, count);
  const shares = share(random.fork('shares'), leaves, count, depth === 3 ? 96 : 6 * aspects.length);
  const chapters = chosen.map((domain, index) => ({
    domain,
    node: {
      heading: domain.heading,
      below: subjectsBelow(random.fork('domain', domain.heading), domain, shares[index] ?? 0, depth),
    },
  }));
  if (depth < 6) return chapters.map(({ node }) => node);
  return parts.flatMap(({ heading, domains }) => {
    const own = chapters.filter(({ domain }) => domains.some((one) => one.heading === domain.heading));
    return own.length === 0 ? [] : [{ heading, below: own.map(({ node }) => node) }];
  });
}

function subjectsBelow(random: Random, { subjects }: Domain, leaves: number, depth: number): OutlineNode[] {
  if (depth === 3) {
    const pairs = subjects.flatMap((subject) => aspects.map((aspect) => ({ subject, aspect })));
    return random.sample(pairs, leaves).map(leafOf);
  }
  const most = depth === 4 ? 4 : 7;
  const count = Math.max(1, Math.min(subjects.length, Math.ceil(leaves / most)));
  const shares = share(random, leaves, count, aspects.length);
  return random.sample(subjects, count).map((subject, index) => ({
    heading: subject.things.charAt(0).toUpperCase() + subject.things.slice(1),
    below: aspectsBelow(random.fork(subject.thing), subject, shares[index] ?? 1, depth),
  }));
}

function aspectsBelow(random: Random, subject: Subject, count: number, depth: number): OutlineNode[] {
  const chosen = new Set(random.sample(aspects, count));
  return aspectGroups.flatMap(({ heading, aspects: group }): OutlineNode[] => {
    const own = group.filter((aspect) => chosen.has(aspect)).map((aspect) => leafOf({ subject, aspect }));
    return depth < 5 || own.length < 2 ? own : [{ heading, below: own }];
  });
}

function leafOf(leaf: { subject: Subject; aspect: Aspect }): OutlineNode {
  return { heading: leaf.aspect.heading(leaf.subject.things), below: [], leaf };
}

/** `total` in `count` nearly equal whole shares, in random order, none above `most`. */
function share(random: Random, total: number, count: number, most: number): number[] {
  const base = Math.min(most, Math.floor(total / count));
  const rest = Math.max(0, Math.min(total, most * count) - base * count);
  return random.shuffle(Array.from({ length: count }, (_, index) => base + (index < rest ? 1 : 0)));
}
