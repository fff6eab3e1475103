import type { Check } from '@obey/catalog';

/** Checks recompute what is right from the final files. They are pure; a malformed output fails, it never throws. */
const everyLength: Check = ({ facts, files }) =>
  Object.entries(facts.lengths as Record<string, number>).map(([id, words]) => {
    const text = files[`work/notices/${id}.md`] ?? files[`input/notices/${id}.md`] ?? '';
    const found = text.trim().split(/\s+/).length;
    return { item: id, passed: found === words, detail: `${found} words, expected ${words}` };
  });

export const checks = { everyLength };
