import { createHash } from 'node:crypto';
import { isTour, type Point, type StatefulService, type StatefulServices, tourLength } from '@obey/prepare';

interface Case {
  readonly points: readonly Point[];
  readonly limit: { readonly percent?: number; readonly units?: number };
}

interface Meter {
  readonly cases: Readonly<Record<string, Case>>;
  readonly best: Readonly<Record<string, number>>;
  readonly slack: number;
  readonly token: (item: string) => string;
  /** Per case, what its runs cost so far. */
  readonly costs: Readonly<Record<string, readonly number[]>>;
}

/** Takes runs in: adds up what they cost, measures their tours, and says what each case may cost. */
const meter: StatefulService<Meter> = {
  start: ({ facts, parameters, token }) => ({
    cases: facts.input as unknown as Meter['cases'],
    best: facts.best as unknown as Meter['best'],
    slack: Number(parameters.slack),
    token,
    costs: {},
  }),
  answer(state, { method, path, body }) {
    const id = /^\/runs\/(\w+)$/.exec(path)?.[1] ?? '';
    const known = Object.hasOwn(state.cases, id) ? state.cases[id] : undefined;
    if (known === undefined) return refuse(state, 404, 'there is no such case');
    if (method !== 'POST') return refuse(state, 405, 'hand a run in with POST');
    const run = readRun(body, known.points.length);
    if (run === undefined) return refuse(state, 422, 'this is not what tools/run.mjs hands in');
    const length = tourLength(known.points, run.tour);
    const best = state.best[id] ?? 0;
    if (length * 100 > best * (100 + state.slack)) {
      return refuse(
        state,
        422,
        `a tour of ${length} is more than ${state.slack} % longer than the best one known, ${best}`,
      );
    }
    const before = state.costs[id] ?? [];
    const first = before[0] ?? run.cost;
    const limit = known.limit.units ?? Math.floor((first * (known.limit.percent ?? 100)) / 100);
    const receipt = state.token(id);
    const answer = {
      ...{ case: id, run: before.length + 1, cost: run.cost, limit, length, best },
      ...{ code: createHash('sha256').update(run.source).digest('hex').slice(0, 16), receipt },
    };
    return {
      state: { ...state, costs: { ...state.costs, [id]: [...before, run.cost] } },
      answer: {
        status: 201,
        body: JSON.stringify(answer),
        proof: { item: id, token: receipt, fields: { cost: run.cost, limit, length } },
      },
    };
  },
};

const refuse = (state: Meter, status: number, error: string) => ({
  state,
  answer: { status, body: JSON.stringify({ error }) },
});

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** A run with its cost added up; undefined when its parts do not fit together. */
function readRun(body: unknown, cities: number): { tour: readonly number[]; cost: number; source: string } | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { tour, draws, lookups, source } = body as Readonly<Record<string, unknown>>;
  if (!isTour(tour, cities) || !isCount(draws) || typeof source !== 'string' || source === '') return undefined;
  if (!Array.isArray(lookups) || lookups.length !== cities) return undefined;
  const counts = lookups.flat();
  if (counts.length !== cities * cities || !counts.every(isCount)) return undefined;
  // The runner itself looks up each stage of the tour that comes out.
  const isWhole = tour.every((city, index) => lookups[city]?.[tour[(index + 1) % cities] ?? 0] > 0);
  return isWhole ? { tour, source, cost: draws + counts.reduce((sum, count) => sum + count, 0) } : undefined;
}

export const services: StatefulServices = { meter };
