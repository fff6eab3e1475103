import { type DocumentSection, generateDocument, leavesOf, type Prepare, readingEaseTool } from '@obey/prepare';
import type { Json } from '@obey/schema';
import { type PlanSizes, planLeaves, type Role } from './plan-leaves.js';

export const prepare: Prepare<PlanSizes & { depth: number; sentences: number } & Record<string, Json>> = ({
  parameters,
  random,
}) => {
  const planned = planLeaves(random.fork('roles'), parameters);
  const manual = generateDocument(random.fork('manual'), {
    depth: parameters.depth,
    leaves: planned.map(({ plan }) => plan),
    statements: parameters.sentences,
  });
  const leaves = leavesOf(manual);
  const having = (role: Role) => leaves.filter((_, index) => planned[index]?.role === role).map(({ id }) => id);
  const chapterOf = new Map(manual.parts.flatMap((chapter) => leavesOf(chapter).map(({ id }) => [id, chapter.id])));
  return {
    files: { 'tools/reading-ease.mjs': readingEaseTool() },
    services: {
      manual: {
        routes: sectionsOf(manual).map((section) => ({
          path: `/sections/${section.id}`,
          answers: [{ headers: { 'content-type': 'text/markdown; charset=utf-8' }, body: pageOf(section) }],
        })),
      },
    },
    facts: {
      manual: treeOf(manual),
      leaves: leaves.map(({ id, heading }) => ({ id, heading, chapter: chapterOf.get(id) ?? '' })),
      chapters: manual.parts.map(({ id, heading }) => ({ id, heading })),
      texts: Object.fromEntries(
        leaves.map((section) => {
          const { text = '', readingEase = 100, facts = [], quote } = section.leaf ?? {};
          return [section.id, { text, readingEase, facts: [...facts], ...(quote === undefined ? {} : { quote }) }];
        }),
      ),
      planted: {
        atLimit: having('atLimit'),
        justBelow: having('justBelow'),
        justAbove: having('justAbove'),
        clause: having('clause'),
        code: having('code'),
      },
    },
  };
};

const sectionsOf = (section: DocumentSection): DocumentSection[] => [section, ...section.parts.flatMap(sectionsOf)];

const treeOf = ({ id, heading, parts }: DocumentSection): Json => ({ id, heading, parts: parts.map(treeOf) });

/** A page has its heading and, where there are headings below it, a line for each, else its text. */
function pageOf({ heading, level, parts, leaf }: DocumentSection): string {
  const below = parts.map((part) => `- [${part.heading}](/sections/${part.id})\n`).join('');
  return `${'#'.repeat(level)} ${heading}\n\n${leaf?.text ?? below}`;
}
