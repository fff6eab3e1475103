import type { Check, CheckResult } from '@obey/catalog';
import { type CrosswordSlot, crosswordSlots, crosswordWords } from '@obey/prepare';
import { checkGrid } from './check-grid.js';
import { constraints, type PuzzleFact, type RegionFact } from './puzzle.js';

type Facts = Parameters<Check>[0]['facts'];

const puzzleOf = (facts: Facts) => facts.puzzle as unknown as PuzzleFact;
const regionsOf = (facts: Facts) => facts.regions as unknown as RegionFact[];

const result = (item: string, passed: boolean, detail: string): CheckResult => ({ item, passed, detail });

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** The rows of the printed grid, without its line ends. */
const printed = (files: Readonly<Record<string, string>>): string[] =>
  (files['output/grid.txt'] ?? '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim());

/** The printed grid has the squares of the skeleton, a letter in each open one. */
function isOfShape(rows: readonly string[], { rows: empty }: PuzzleFact): boolean {
  return (
    rows.length === empty.length &&
    rows.every((row, at) => row.length === empty[at]?.length && row.replaceAll(/[A-Za-z]/g, '.') === empty[at])
  );
}

const skeletonRight: Check = ({ facts, files }) => {
  const { rows } = puzzleOf(facts);
  const found = parsed(files['work/skeleton.json']);
  const slots = crosswordSlots(rows).map(
    ({ id, number, direction, length }) => `${id} ${number} ${direction} ${length}`,
  );
  const listed = field(found, 'slots');
  const given = (Array.isArray(listed) ? listed : []).map(
    (slot) => `${field(slot, 'id')} ${field(slot, 'number')} ${field(slot, 'direction')} ${field(slot, 'length')}`,
  );
  const isTurned = JSON.stringify(field(found, 'rows')) === JSON.stringify(rows);
  const isNumbered = JSON.stringify(given) === JSON.stringify(slots);
  return [
    result('rows', isTurned, isTurned ? 'as half a turn has them' : 'not what half a turn of the upper half gives'),
    result('slots', isNumbered, isNumbered ? 'numbered' : `${given.length} slots, expected ${slots.length} by number`),
  ];
};

const gridSound: Check = ({ facts, files }) => {
  const puzzle = puzzleOf(facts);
  const rows = printed(files);
  const shaped = isOfShape(rows, puzzle);
  const verdicts = constraints.map(({ id }) => {
    const verdict = shaped ? checkGrid(id, { ...puzzle, rows }, regionsOf(facts), crosswordWords(rows)) : undefined;
    const where = verdict?.where ?? ['there is no such grid'];
    return result(id, where.length === 0, where.length === 0 ? 'holds' : where.slice(0, 5).join(', '));
  });
  return [
    result('shape', shaped, shaped ? 'that of the skeleton' : 'not that of the skeleton, or not full'),
    ...verdicts,
  ];
};

const cluesRight: Check = ({ facts, files }) => {
  const puzzle = puzzleOf(facts);
  const rows = printed(files);
  const words = isOfShape(rows, puzzle) ? crosswordWords(rows) : new Map<string, string>();
  const clues = new Map(puzzle.words);
  const sections = sectionsOf(files['output/clues.md'] ?? '');
  return (['across', 'down'] as const).map((direction) => {
    const expected = crosswordSlots(puzzle.rows)
      .filter((slot) => slot.direction === direction)
      .map((slot) => lineFor(slot, clues.get(words.get(slot.id) ?? '')));
    const given = sections.get(direction) ?? [];
    const wrong = expected.filter((line, at) => line !== given[at]);
    const passed = wrong.length === 0 && given.length === expected.length;
    return result(
      direction,
      passed,
      passed ? 'numbered right' : `${given.length} lines; expected ${wrong[0] ?? 'fewer'}`,
    );
  });
};

const lineFor = ({ number, length }: CrosswordSlot, clue = '?'): string => `${number}. ${clue} (${length})`;

/** The lines under each heading, by its first word. */
function sectionsOf(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const heading = /^#+\s*(\w+)/.exec(line)?.[1]?.toLowerCase();
    if (heading !== undefined) {
      current = [];
      sections.set(heading, current);
    } else if (line !== '') current.push(line.replace(/^[-*]\s+/, ''));
  }
  return sections;
}

const reportTrue: Check = ({ facts, files }) => {
  const puzzle = puzzleOf(facts);
  const rows = printed(files);
  const found = parsed(files['output/verification.json']);
  const words = isOfShape(rows, puzzle) ? crosswordWords(rows) : new Map<string, string>();
  const verdicts = constraints.map(({ id }) => checkGrid(id, puzzle, regionsOf(facts), words));
  const expected = {
    constraints: constraints.length,
    examined: verdicts.reduce((sum, verdict) => sum + (verdict?.examined ?? 0), 0),
    violations: verdicts.reduce((sum, verdict) => sum + (verdict?.where.length ?? 0), 0),
  };
  return Object.entries(expected).map(([name, value]) => {
    const given = field(found, name);
    return result(name, given === value, `${JSON.stringify(given)}, expected ${value}`);
  });
};

export const checks = { skeletonRight, gridSound, cluesRight, reportTrue };
