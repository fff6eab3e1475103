import type { Check } from '@obey/catalog';

const agesIn = (facts: Parameters<Check>[0]['facts']) => Object.entries(facts.ages as Record<string, number>);

const everyOutcome: Check = ({ facts, files }) =>
  agesIn(facts).map(([id, years]) => {
    const [refused, erased] = [`work/refused/${id}.md` in files, `work/erased/${id}.json` in files];
    const found = refused && erased ? 'both' : refused ? 'refused' : erased ? 'erased' : 'neither';
    const expected = years < 10 ? 'refused' : 'erased';
    return { item: id, passed: found === expected, detail: `${found}, expected ${expected} after ${years} years` };
  });

const countsOfTheDay: Check = ({ facts, values }) => {
  const ages = agesIn(facts).map(([, years]) => years);
  const expected = { requests: ages.length, refused: ages.filter((years) => years < 10).length };
  const log = values.log?.at(-1)?.value;
  return Object.entries(expected).map(([name, value]) => {
    const found = typeof log === 'object' && log !== null ? Reflect.get(log, name) : undefined;
    return { item: name, passed: found === value, detail: `${JSON.stringify(found)}, expected ${value}` };
  });
};

export const checks = { everyOutcome, countsOfTheDay };
