import type { Check } from '@obey/catalog';

/** Checks recompute what is right from the facts. They are pure; a malformed output fails, it never throws. */
const everySize: Check = ({ facts, values }) =>
  Object.entries(facts.sizes as Record<string, number>).map(([id, kilobytes]) => {
    const value = values.add?.find(({ item }) => (item.folder as { id?: string } | undefined)?.id === id)?.value;
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'kilobytes') : undefined;
    return { item: id, passed: found === kilobytes, detail: `${JSON.stringify(found)} kB, expected ${kilobytes}` };
  });

const everyFolder: Check = ({ facts, files }) => {
  const lines = (files['report.md'] ?? '').split('\n');
  return Object.entries(facts.sizes as Record<string, number>).map(([id, kilobytes]) => {
    const passed = lines.some((line) => new RegExp(`\\b${id}\\b.*\\b${kilobytes}\\b`).test(line));
    return { item: id, passed, detail: `report.md ${passed ? 'has' : 'lacks'} ${id} with ${kilobytes}` };
  });
};

export const checks = { everySize, everyFolder };
