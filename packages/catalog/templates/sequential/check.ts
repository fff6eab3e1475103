import type { Check } from '@obey/catalog';

/** Checks recompute what is right from the facts. They are pure; a malformed output fails, it never throws. */
const everyAction: Check = ({ facts, values }) => {
  const written = values.assign?.at(-1)?.value;
  return Object.entries(facts.actions as Record<string, string[]>).map(([name, tasks]) => {
    const found = typeof written === 'object' && written !== null ? Reflect.get(written, name) : undefined;
    const passed = JSON.stringify(found) === JSON.stringify(tasks);
    return { item: name, passed, detail: `${JSON.stringify(found)}, expected ${JSON.stringify(tasks)}` };
  });
};

const everyDecision: Check = ({ facts, files }) =>
  (facts.decisions as string[]).map((text) => {
    const passed = files['minutes.md']?.includes(text) === true;
    return { item: text, passed, detail: `minutes.md ${passed ? 'has' : 'lacks'} "${text}"` };
  });

export const checks = { everyAction, everyDecision };
