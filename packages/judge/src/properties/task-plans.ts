import { proofToken } from '@obey/prepare';
import type { Answer, PreparedTask } from '@obey/schema';
import type { Act, TaskWorld } from './task-world.js';

/** How a task is followed to the letter, written down by hand from its text: what must come before what, and nothing else. */
export type TaskPlan = (world: TaskWorld, prepared: PreparedTask, secret: string) => Act;

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  value as readonly Readonly<Record<string, unknown>>[];
const idsOf = (value: unknown): string[] => listOf(value).map(({ id }) => String(id));
const bodyOf = (answer: Answer): Readonly<Record<string, unknown>> => JSON.parse(answer.body);

const sequence: TaskPlan = (world, { facts }) =>
  world.sequence(
    world.read('input/changes.json'),
    world.write('draft.md', '- one line for each change\n'),
    world.write('index.json', facts.topics),
    world.anyhow([world.read('draft.md'), world.read('index.json')]),
    world.write('notes.md', '# Release notes\n'),
  );

const forEach: TaskPlan = (world, { facts }) => {
  const prices = facts.prices as Readonly<Record<string, number>>;
  const ids = idsOf(facts.catalogue);
  const total = ids.reduce((sum, id) => sum + (prices[id] ?? 0), 0);
  return world.sequence(
    world.oneByOne(
      ids.map((id) =>
        world.request('shop', 'GET', `/prices/${id}`, (answer) => {
          const { cents, reference } = bodyOf(answer);
          return world.write(`work/prices/${id}.json`, { cents, reference });
        }),
      ),
    ),
    world.write('work/total.json', { total, products: ids.length }),
  );
};

const parallel: TaskPlan = (world, { facts }) => {
  const units = facts.units as Readonly<Record<string, number>>;
  return world.sequence(
    world.together(
      Object.entries(units).map(([name, sum]) =>
        world.request('depot', 'GET', `/${name}`, () => world.write(`work/${name}.json`, { units: sum })),
      ),
    ),
    world.write('balance.md', '# Balance\n'),
  );
};

const decide: TaskPlan = (world, { facts, parameters }) => {
  const weights = facts.weights as Readonly<Record<string, number>>;
  const limit = Number(parameters.limit);
  return world.sequence(
    world.read('input/parcels.json'),
    world.anyhow(
      idsOf(facts.shipment).map((id) => {
        const grams = weights[id] ?? 0;
        const held = world.write(`work/held/${id}.txt`, `weighs ${grams} g\n`);
        const labelled = world.write(`work/labels/${id}.txt`, `${id}\n`);
        return world.sequence(world.write(`work/weights/${id}.json`, { grams }), grams > limit ? held : labelled);
      }),
    ),
  );
};

const recover: TaskPlan = (world, { facts }) => {
  const book = (id: string, faults: number): Act =>
    world.request('desk', 'POST', `/bookings/${id}`, (answer) => {
      if (answer.status < 400) return world.write(`work/confirmed/${id}.json`, { reference: bodyOf(answer).reference });
      if (answer.status < 500 || faults === 2) return world.write(`work/refused/${id}.txt`, 'not accepted\n');
      return world.sequence(world.request('desk', 'DELETE', `/bookings/${id}`), book(id, faults + 1));
    });
  return world.sequence(
    world.read('input/bookings.json'),
    world.anyhow(idsOf(facts.bookings).map((id) => book(id, 0))),
  );
};

const states: TaskPlan = (world, prepared, secret) => {
  const { facts } = prepared;
  const all = listOf(facts.states).map(({ slug, region }) => ({ slug: String(slug), region: String(region) }));
  const served = facts.served as unknown as Readonly<
    Record<string, { readonly industries: readonly string[] } | undefined>
  >;
  const recorded = new Map<string, { population: number; industries: readonly string[] }>();
  const collect = (slug: string, faults = 0): Act =>
    world.request('states', 'GET', `/states/${slug}`, (answer) => {
      if (answer.status < 400) {
        const { population, governor } = answer.proof?.fields ?? {};
        const industries = served[slug]?.industries ?? [];
        recorded.set(slug, { population: Number(population), industries });
        const reference = proofToken(secret, slug);
        return world.write(`work/states/${slug}.json`, { governor, population, industries, reference });
      }
      if (answer.status < 500 || faults === 3) return world.write(`work/missing/${slug}.txt`, 'no page\n');
      return collect(slug, faults + 1);
    });
  const compare =
    (slug: string, totals: Readonly<Record<string, number>>): Act =>
    (at) => {
      const { population } = recorded.get(slug) ?? {};
      const total = totals[slug] ?? 0;
      if (population === undefined || Math.abs(population - total) / total <= 0.05) return at;
      return world.sequence(
        world.write(`work/flags/${slug}.json`, { state: slug, population, total }),
        collect(slug),
      )(at);
    };
  const summarize =
    (region: string): Act =>
    (at) => {
      const own = all.flatMap((state) => (state.region === region ? (recorded.get(state.slug) ?? []) : []));
      const averagePopulation = own.reduce((sum, { population }) => sum + population, 0) / own.length;
      const tops = own.map(({ industries }) => industries[0] ?? '');
      const count = (name: string) => tops.filter((top) => top === name).length;
      const topIndustry = [...tops].sort((a, b) => count(b) - count(a))[0];
      return world.write(`work/regions/${region}.json`, { averagePopulation, topIndustry })(at);
    };
  return world.sequence(
    world.read('input/states.json'),
    world.together(all.map(({ slug }) => collect(slug))),
    world.request('census', 'GET', '/census/totals', (answer) => {
      const totals = bodyOf(answer) as Readonly<Record<string, number>>;
      return world.anyhow(all.map(({ slug }) => compare(slug, totals)));
    }),
    world.anyhow(idsOf(facts.regions).map(summarize)),
    world.write('report.md', '# States by region\n'),
  );
};

export const taskPlans: Readonly<Record<string, TaskPlan>> = {
  'smoke-sequence': sequence,
  'smoke-foreach': forEach,
  'smoke-parallel': parallel,
  'smoke-if': decide,
  'smoke-try': recover,
  'us-states': states,
};
