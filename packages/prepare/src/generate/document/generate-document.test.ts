import { expect, it } from 'vitest';
import { readingEase } from '../../measure/reading-ease.js';
import { createRandom } from '../../random.js';
import type { LeafPlan } from './draw-leaf.js';
import { type DocumentSection, documentText, generateDocument, leavesOf } from './generate-document.js';
import { paddings, plainOf, plainWords, ties } from './plain-words.js';
import { aspectGroups, commonStatements } from './statements.js';

const seeds = process.env.OBEY_FULL === '1' ? 1_000 : 12;
const sizes = [
  { depth: 3, leaves: 18, statements: 6 },
  { depth: 4, leaves: 48, statements: 8 },
  { depth: 5, leaves: 110, statements: 9 },
  { depth: 6, leaves: 270, statements: 11 },
] as const;

const plansFor = (count: number): LeafPlan[] =>
  Array.from({ length: count }, (_, index): LeafPlan => {
    if (index % 9 === 1) return { kind: 'quoted' };
    if (index === 5) return { kind: 'code' };
    if (index === 7) return { kind: 'prose', ease: [40, 40] };
    return { kind: 'prose', ease: index % 2 === 0 ? [14, 36] : [44, 78] };
  });

const sectionsOf = (section: DocumentSection): DocumentSection[] => [section, ...section.parts.flatMap(sectionsOf)];

it(`has the planned depth, sections and reading ease, and repeats nothing, for ${seeds} seeds`, () => {
  for (let seed = 0; seed < seeds; seed += 1) {
    // Most of them small, since a large one costs fifteen times as much.
    const size = sizes[seed < 12 || seed % 20 === 0 ? Math.floor(seed / 4) % 4 : 0] ?? sizes[0];
    const plans = plansFor(size.leaves);
    const manual = generateDocument(createRandom(seed), { ...size, leaves: plans });
    const leaves = leavesOf(manual);
    expect(leaves).toHaveLength(size.leaves);
    expect(Math.max(...leaves.map(({ level }) => level))).toBe(size.depth);
    const all = sectionsOf(manual);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(leaves.map(({ heading }) => heading.replace(/^\S+ /, ''))).size).toBe(leaves.length);
    const paragraphs = leaves.flatMap(({ leaf }) => leaf?.text.split('\n\n') ?? []);
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
    expect(paragraphs.every((text) => text.trim() !== '')).toBe(true);
    leaves.forEach(({ leaf }, index) => {
      const plan = plans[index];
      expect(leaf?.kind).toBe(plan?.kind);
      expect(readingEase(leaf?.text ?? '').score).toBe(leaf?.readingEase);
      if (plan?.kind === 'prose') {
        expect(leaf?.readingEase).toBeGreaterThanOrEqual(plan.ease[0]);
        expect(leaf?.readingEase).toBeLessThanOrEqual(plan.ease[1]);
      }
      for (const fact of leaf?.facts ?? []) expect(leaf?.text).toContain(fact);
      if (plan?.kind === 'quoted') expect(leaf?.text).toContain(`> ${leaf?.quote}\n`);
      if (plan?.kind === 'code') expect(leaf?.readingEase).toBe(100);
    });
  }
});

it('is the same for the same seed, and is long at its largest', () => {
  const size = { depth: 6, leaves: plansFor(270), statements: 11 };
  const text = documentText(generateDocument(createRandom(4), size));
  expect(documentText(generateDocument(createRandom(4), size))).toBe(text);
  expect(text.replaceAll(/```[\s\S]*?```/g, '')).not.toMatch(/[[\]{}|]|undefined/);
  expect(text.match(/\S+/g)?.length).toBeGreaterThan(50_000);
});

it('uses no word that has no plain one, and no long wording means two things', () => {
  const marked = [
    ...aspectGroups.flatMap(({ aspects }) => aspects.flatMap(({ statements }) => statements)),
    ...commonStatements,
  ]
    .flatMap((statement) => [...statement.matchAll(/\[([^\]]+)\]/g)])
    .map(([, entry = '']) => entry.charAt(0).toLowerCase() + entry.slice(1));
  expect(marked.filter((entry) => plainWords[entry] === undefined)).toEqual([]);
  expect(Object.keys(plainWords).filter((entry) => !marked.includes(entry))).toEqual([]);
  const meanings = new Map<string, string>();
  for (const [entry, long] of Object.entries(plainWords)) {
    for (const wording of long) {
      expect(meanings.get(wording) ?? plainOf(entry)).toBe(plainOf(entry));
      meanings.set(wording, plainOf(entry));
    }
  }
  expect(new Set([...paddings, ...ties]).size).toBe(paddings.length + ties.length);
});
