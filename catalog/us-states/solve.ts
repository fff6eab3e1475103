import type { Abilities, Handler, Handlers } from '@obey/process';
import type { State } from './atlas.js';
import { type Recorded, readPage } from './read-page.js';

interface Input {
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  readonly states: readonly State[];
}

interface Summary {
  readonly averagePopulation: number;
  readonly topIndustry: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const stateOf = (item: Readonly<Record<string, unknown>>): State => item.state as State;

async function parsed<T>(abilities: Abilities, path: string): Promise<T | undefined> {
  const text = await abilities.read(path).catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

const collect: Handler = async ({ item, abilities, services }) => {
  const { slug } = stateOf(item);
  const answer = await abilities.fetch(`${services.states}/states/${slug}`);
  if (answer.status >= 400) return;
  await abilities.write(`work/states/${slug}.json`, json(readPage(answer.body)));
};

/** The states of a region that were recorded. */
async function recordedIn(abilities: Abilities, region: string): Promise<(State & Recorded)[]> {
  const input = await parsed<Input>(abilities, 'input/states.json');
  const found: (State & Recorded)[] = [];
  for (const state of input?.states.filter((candidate) => candidate.region === region) ?? []) {
    const recorded = await parsed<Recorded>(abilities, `work/states/${state.slug}.json`);
    if (recorded !== undefined) found.push({ ...state, ...recorded });
  }
  return found;
}

export const solve: Handlers = {
  async load({ abilities }) {
    await abilities.read('input/states.json');
  },

  collect,

  async reportMissing({ item, abilities }) {
    const { name, slug } = stateOf(item);
    await abilities.write(`work/missing/${slug}.txt`, `The site of ${name} gave no page.\n`);
  },

  async census({ abilities, services }) {
    await abilities.fetch(`${services.census}/census/totals`);
  },

  async flag({ item, abilities, values }) {
    const { slug } = stateOf(item);
    const site = (values.collect as Recorded).population;
    const census = (values.census as Record<string, number>)[slug];
    await abilities.write(`work/flags/${slug}.json`, json({ state: slug, site, census }));
  },

  collectAgain: collect,

  async summarizeRegion({ item, abilities }) {
    const { id } = item.region as { id: string };
    const states = await recordedIn(abilities, id);
    const counts = new Map<string, number>();
    for (const { industries } of states) counts.set(industries[0] ?? '', (counts.get(industries[0] ?? '') ?? 0) + 1);
    const [topIndustry = ''] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    const averagePopulation = states.reduce((sum, { population }) => sum + population, 0) / states.length;
    await abilities.write(`work/regions/${id}.json`, json({ averagePopulation, topIndustry } satisfies Summary));
  },

  async report({ abilities }) {
    const input = await parsed<Input>(abilities, 'input/states.json');
    const sections: string[] = [];
    const means: { name: string; mean: number }[] = [];
    for (const { id, name } of input?.regions ?? []) {
      const rows = (await recordedIn(abilities, id)).map(
        (state) => `| ${state.name} | ${state.governor} | ${state.population} | ${state.industries[0]} |`,
      );
      const summary = await parsed<Summary>(abilities, `work/regions/${id}.json`);
      if (summary !== undefined) means.push({ name, mean: summary.averagePopulation });
      sections.push(
        [`## ${name}`, '', '| State | Governor | Population | Top industry |', '|---|---|---:|---|', ...rows].join(
          '\n',
        ),
      );
    }
    const order = means.toSorted((a, b) => b.mean - a.mean).map(({ name, mean }) => `${name} (${Math.round(mean)})`);
    const comparison = `## Comparison\n\nBy average population of a state: ${order.join(', ')}.`;
    await abilities.write('report.md', `# States by region\n\n${[...sections, comparison].join('\n\n')}\n`);
  },
};
