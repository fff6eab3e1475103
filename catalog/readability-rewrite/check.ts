import type { Check, CheckResult } from '@obey/catalog';
import { applyDiff, readingEase } from '@obey/prepare';

type Context = Parameters<Check>[0];

interface Text {
  readonly text: string;
  readonly readingEase: number;
  readonly facts: readonly string[];
  readonly quote?: string;
}

interface Leaf extends Text {
  readonly id: string;
  readonly heading: string;
}

/** Sections within a tenth of the limit may have been judged either way only at the limit itself. */
function leavesIn({ facts }: Pick<Context, 'facts'>): Leaf[] {
  const texts = facts.texts as unknown as Readonly<Record<string, Text>>;
  return (facts.leaves as { id: string; heading: string }[]).flatMap(({ id, heading }) => {
    const text = texts[id];
    return text === undefined ? [] : [{ id, heading, ...text }];
  });
}

const dueIn = (context: Context): Leaf[] =>
  leavesIn(context).filter((leaf) => leaf.readingEase < Number(context.parameters.rewriteBelow));

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const bodyOf = (page: string): string => squeezed(page.replace(/^\s*#{1,6} .*\n/, ''));

function recorded(text: string | undefined): number | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'readingEase') : undefined;
    return typeof found === 'number' ? found : undefined;
  } catch {
    return undefined;
  }
}

const scores: Check = (context) =>
  leavesIn(context).map(({ id, readingEase: expected }) => {
    const found = recorded(context.files[`work/scores/${id}.json`]);
    return { item: id, passed: found === expected, detail: `${found}, expected ${expected}` };
  });

const rewrites: Check = (context) => dueIn(context).map((leaf) => checkRewrite(context, leaf));

function checkRewrite({ files, parameters }: Context, leaf: Leaf): CheckResult {
  const text = files[`work/rewritten/${leaf.id}.md`];
  if (text === undefined) return { item: leaf.id, passed: false, detail: 'no rewrite' };
  const { score } = readingEase(text);
  const flat = squeezed(text.replaceAll(/^\s*>\s?/gm, ''));
  const lost = leaf.facts.filter((fact) => !flat.includes(fact));
  const noted = recorded(files[`work/rescores/${leaf.id}.json`]);
  const problems = [
    ...(lost.length === 0 ? [] : [`lost ${lost.join(', ')}`]),
    ...(noted === score ? [] : [`recorded as ${noted}`]),
    ...(leaf.quote === undefined || flat.includes(leaf.quote) ? [] : ['the clause was changed']),
    ...(leaf.quote !== undefined || (score >= Number(parameters.aimLow) && score <= Number(parameters.aimHigh))
      ? []
      : ['out of range']),
    ...(score > leaf.readingEase ? [] : ['no easier than before']),
  ];
  return { item: leaf.id, passed: problems.length === 0, detail: [String(score), ...problems].join(', ') };
}

/** Every heading in its place, and below each last one the text that holds now. */
const wholeManual: Check = (context) => {
  const whole = context.files['work/assembled/manual.md'] ?? '';
  const wanted = headingsIn(context.facts.manual);
  const outside = whole.replaceAll(/```[\s\S]*?```/g, '');
  const found = [...outside.matchAll(/^#{1,6} +(.*?)\s*$/gm)].map(([, heading]) => heading);
  const isOrdered = JSON.stringify(found) === JSON.stringify(wanted);
  const flat = squeezed(whole);
  return [
    { item: 'headings', passed: isOrdered, detail: `${found.length} headings, expected ${wanted.length} in order` },
    ...leavesIn(context).map(({ id, heading, text }) => {
      const now = context.files[`work/rewritten/${id}.md`];
      const passed = flat.includes(squeezed(`${heading} ${now === undefined ? squeezed(text) : bodyOf(now)}`));
      return { item: id, passed, detail: passed ? 'in place' : 'not in place' };
    }),
  ];
};

function headingsIn(section: unknown): string[] {
  const { heading, parts } = section as { heading: string; parts: unknown[] };
  return [heading, ...parts.flatMap(headingsIn)];
}

const changes: Check = (context) => {
  const parts = (context.files['changes.diff'] ?? '').split(/^(?=--- )/m);
  return dueIn(context).map(({ id }) => {
    const patch = parts.find((part) => part.split('\n', 1)[0]?.includes(`${id}.md`));
    const before = context.files[`work/sections/${id}.md`];
    const after = patch === undefined || before === undefined ? undefined : applyDiff(before, tidy(patch));
    const passed = after !== undefined && after === context.files[`work/rewritten/${id}.md`];
    return { item: id, passed, detail: patch === undefined ? 'no diff' : passed ? 'applies' : 'does not apply' };
  });
};

/** A part of a diff of folders also has the command lines that made the next. */
const tidy = (patch: string): string =>
  patch
    .split('\n')
    .filter((line) => /^([-+ @\\]|$)/.test(line))
    .join('\n');

const reportTable: Check = (context) => {
  const rows = (context.files['report.md'] ?? '').split('\n').filter((line) => line.includes('|'));
  return dueIn(context).map(({ id, heading, readingEase: before }) => {
    const after = recorded(context.files[`work/rescores/${id}.json`]);
    const number = heading.split(' ', 1)[0] ?? id;
    const row = rows.find((line) => cellsOf(line).some((cell) => cell === id || cell.split(' ')[0] === number));
    const cells = row === undefined ? [] : cellsOf(row);
    const passed = after !== undefined && [before, after].every((ease) => cells.some((cell) => isNumber(cell, ease)));
    return { item: id, passed, detail: row === undefined ? 'no row' : passed ? 'complete' : 'wrong figures' };
  });
};

const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.replaceAll(/[*_`]/g, '').trim());
const isNumber = (cell: string, ease: number): boolean => /^-?\d+(\.\d+)?$/.test(cell) && Number(cell) === ease;

export const checks = { scores, rewrites, wholeManual, changes, reportTable };
