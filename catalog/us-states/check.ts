import type { Check } from '@obey/catalog';
import type { State } from './atlas.js';

interface Served {
  readonly population: number;
  readonly governor: string;
  readonly industries: readonly string[];
}

type Facts = Parameters<Check>[0]['facts'];

/** The states of a region whose page can be had, with what it shows in the end. */
function servedIn(facts: Facts, region: string): { state: State; served: Served }[] {
  const served = facts.served as Readonly<Record<string, unknown>>;
  return (facts.states as unknown as State[]).flatMap((state) => {
    const page = served[state.slug] as Served | undefined;
    return page === undefined || state.region !== region ? [] : [{ state, served: page }];
  });
}

const regionsOf = (facts: Facts) => facts.regions as { id: string; name: string }[];

const regionAverages: Check = ({ facts, values, tolerance }) =>
  regionsOf(facts).map(({ id }) => {
    const states = servedIn(facts, id);
    const expected = states.reduce((sum, { served }) => sum + served.population, 0) / states.length;
    const value = values.summarizeRegion?.find(({ key }) => key === id)?.value;
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'averagePopulation') : undefined;
    const passed = typeof found === 'number' && Math.abs(found - expected) <= tolerance;
    return { item: id, passed, detail: `average ${JSON.stringify(found)}, expected ${expected}` };
  });

const reportTables: Check = ({ facts, files }) => {
  const sections = sectionsOf(files['report.md'] ?? '');
  return regionsOf(facts).map(({ id, name }) => {
    const section = sections.find(
      ({ heading, rows }) => rows.length > 0 && wordsOf(heading).includes(name.toLowerCase()),
    );
    const missing = servedIn(facts, id).filter(
      ({ state, served }) => !section?.rows.some((row) => tells(row, state, served)),
    );
    const names = missing.map(({ state }) => state.name);
    const detail = section === undefined ? 'no table' : names.length === 0 ? 'complete' : `lacks ${names.join(', ')}`;
    return { item: id, passed: section !== undefined && names.length === 0, detail };
  });
};

/** The headings of a Markdown text in lower case, each with the rows of the tables under it. */
function sectionsOf(text: string): { heading: string; rows: string[][] }[] {
  const sections: { heading: string; rows: string[][] }[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) sections.push({ heading: line.toLowerCase(), rows: [] });
    else if (line.includes('|')) sections.at(-1)?.rows.push(line.split('|').map((cell) => cell.trim()));
  }
  return sections;
}

function wordsOf(heading: string): string[] {
  return heading.split(/[^a-z]+/);
}

function tells(row: readonly string[], { name }: State, { population, governor }: Served): boolean {
  const isName = (cell: string) => cell.replaceAll(/[*_`[\]]/g, '').toLowerCase() === name.toLowerCase();
  const isNumber = (cell: string) => cell.replaceAll(/[^\d]/g, '') === String(population);
  return row.some(isName) && row.some(isNumber) && row.some((cell) => cell.includes(governor));
}

export const checks = { regionAverages, reportTables };
