import type { Check } from '@obey/catalog';

const folders = { escalated: 'escalated', refunded: 'refunds', missing: 'missing' };

/** Checks recompute what is right from the final files. They are pure; a malformed output fails, it never throws. */
const everyOutcome: Check = ({ facts, files }) =>
  Object.entries(facts.outcomes as Record<string, string>).map(([id, outcome]) => {
    const found = Object.entries(folders)
      .filter(([, folder]) => `work/${folder}/${id}.txt` in files)
      .map(([name]) => name);
    const passed = found.length === 1 && found[0] === outcome;
    return { item: id, passed, detail: `${found.join(' and ') || 'nothing'}, expected ${outcome}` };
  });

export const checks = { everyOutcome };
