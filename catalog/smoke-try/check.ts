import type { Check } from '@obey/catalog';

const everyOutcome: Check = ({ facts, files }) =>
  Object.entries(facts.outcomes ?? {}).map(([id, outcome]) => {
    const confirmed = `work/confirmed/${id}.json` in files;
    const refused = `work/refused/${id}.txt` in files;
    const found = confirmed && refused ? 'both' : confirmed ? 'confirmed' : refused ? 'refused' : 'neither';
    return { item: id, passed: found === outcome, detail: `${found}, expected ${outcome}` };
  });

export const checks = { everyOutcome };
