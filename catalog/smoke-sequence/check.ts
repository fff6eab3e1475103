import type { Check } from '@obey/catalog';

const topicCounts: Check = ({ facts, values }) => {
  const written = values.index?.at(-1)?.value;
  return Object.entries(facts.topics ?? {}).map(([topic, count]) => {
    const found = typeof written === 'object' && written !== null ? Reflect.get(written, topic) : undefined;
    return { item: topic, passed: found === count, detail: `${topic}: ${JSON.stringify(found)}, expected ${count}` };
  });
};

const everyChange: Check = ({ files }) => {
  const changes: { title: string }[] = JSON.parse(files['input/changes.json'] ?? '[]');
  return changes.map(({ title }) => ({
    item: title,
    passed: files['notes.md']?.includes(title) === true,
    detail: `notes.md ${files['notes.md']?.includes(title) === true ? 'has' : 'lacks'} "${title}"`,
  }));
};

export const checks = { topicCounts, everyChange };
