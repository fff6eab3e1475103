import type { Check } from '@obey/catalog';
import type { Case } from './draw-case.js';

type Context = Parameters<Check>[0];
type Level = 'red' | 'orange' | 'yellow' | 'green';

interface Truth extends Case {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
}

/** The level of each patient, recomputed from what the protocol finds. */
function truths({ facts }: Context): Truth[] {
  const cases = facts.cases as unknown as Record<string, Case>;
  return (facts.patients as unknown as { id: string; name: string }[]).flatMap(({ id, name }) => {
    const found = cases[id];
    if (found === undefined) return [];
    const { yes, first, later } = found;
    const level = yes.length > 0 ? 'red' : first >= 94 ? 'green' : later < 94 ? 'orange' : 'yellow';
    return [{ id, name, ...found, level }];
  });
}

function fieldIn(text: string | undefined, field: string): unknown {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  } catch {
    return undefined;
  }
}

const everyLevel: Check = (context) =>
  truths(context).map(({ id, level }) => {
    const found = fieldIn(context.files[`work/levels/${id}.json`], 'level');
    return { item: id, passed: found === level, detail: `${JSON.stringify(found)}, expected ${level}` };
  });

/** Every question up to the first yes, and none after it. */
const everyQuestion: Check = (context) => {
  const questions = context.facts.questions as unknown as { id: string }[];
  return truths(context).map(({ id, yes }) => {
    const first = questions.findIndex((question) => yes.includes(question.id));
    const wrong = questions.filter((question, index) => {
      const answer = fieldIn(context.files[`work/answers/${id}/${question.id}.json`], 'answer');
      if (first >= 0 && index > first) return answer !== undefined;
      return answer !== (index === first ? 'yes' : 'no');
    });
    const detail = wrong.length === 0 ? 'as answered' : `wrong: ${wrong.map((question) => question.id).join(', ')}`;
    return { item: id, passed: wrong.length === 0, detail };
  });
};

const boards: Check = (context) => {
  const measured = truths(context).filter(({ level }) => level !== 'red');
  const lowest = Math.min(...measured.map(({ first, later }) => (first < 94 ? later : first)));
  const value = context.values.board?.[0]?.value;
  return Object.entries({ measured: measured.length, lowest }).map(([field, number]) => {
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
    return { item: field, passed: found === number, detail: `${JSON.stringify(found)}, expected ${number}` };
  });
};

const reportTellsLevels: Check = (context) => {
  const lines = (context.files['report.md'] ?? '').split('\n');
  return truths(context).map(({ id, name, level }) => {
    const line = lines.find((candidate) => candidate.includes(name)) ?? '';
    const detail = line === '' ? 'not in the report' : `${line}, expected ${level}`;
    return { item: id, passed: line.toLowerCase().includes(level), detail };
  });
};

export const checks = { everyLevel, everyQuestion, boards, reportTellsLevels };
