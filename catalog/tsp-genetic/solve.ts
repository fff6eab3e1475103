import { jsonText, readJson } from '@obey/prepare';
import type { Abilities, Handler, Handlers } from '@obey/process';
import { versions } from './ga-versions.js';

interface Run {
  readonly run: number;
  readonly cost: number;
  readonly limit: number;
  readonly length: number;
  readonly best: number;
}

const ids = async (abilities: Abilities): Promise<string[]> =>
  ((await readJson<{ id: string }[]>(abilities, 'input/cases.json')) ?? []).map(({ id }) => id);

/** The latest run of each case that has one. */
async function latestRuns(abilities: Abilities): Promise<{ id: string; latest: Run }[]> {
  const found: { id: string; latest: Run }[] = [];
  for (const id of await ids(abilities)) {
    const latest = await readJson<Run>(abilities, `work/runs/${id}.json`);
    if (latest !== undefined) found.push({ id, latest });
  }
  return found;
}

const run: Handler = async ({ item, abilities, services }) => {
  const { id } = item.case as { id: string };
  const { exit, stdout } = await abilities.run(`node tools/run.mjs --record ${id}`);
  if (exit !== 0) return;
  const answer = await abilities.fetch(`${services.meter}/runs/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: stdout.trim(),
  });
  if (answer.status >= 400) return;
  const { tour, draws, lookups }: Record<string, unknown> = JSON.parse(stdout);
  const measured: Run = JSON.parse(answer.body);
  const record = `${JSON.stringify({ ...measured, tour, draws, lookups })}\n`;
  await abilities.write(`work/runs/${id}-${measured.run}.json`, record);
  await abilities.write(`work/runs/${id}.json`, record);
};

/** Code however it is laid out. */
const bare = (source: string): string => source.replaceAll(/\s+/g, '');

export const solve: Handlers = {
  async writeGa({ abilities }) {
    await abilities.read('input/cases.json');
    await abilities.write('src/ga.mjs', versions[0].source);
  },

  run,

  async profile({ item, abilities }) {
    const over = (await latestRuns(abilities)).filter(({ latest }) => latest.cost > latest.limit);
    const worst = over.toSorted((a, b) => b.latest.cost - a.latest.cost)[0]?.id ?? (await ids(abilities))[0];
    const { stdout } = await abilities.run(`node tools/run.mjs --profile ${worst}`);
    const measured: unknown = stdout === '' ? null : JSON.parse(stdout);
    const profile = { over: over.map(({ id }) => id), measured };
    await abilities.write(`work/cycles/${item.cycle}/profile.json`, jsonText(profile));
  },

  async optimise({ item, abilities }) {
    const current = await abilities.read('src/ga.mjs').catch(() => '');
    const at = versions.findIndex(({ source }) => bare(source) === bare(current));
    const next = versions[at + 1]?.source ?? `${current}// Nothing is left to mend.\n`;
    await abilities.write('src/ga.mjs', next);
    await abilities.write(`work/cycles/${item.cycle}/ga.mjs`, next);
  },

  rerun: run,

  async summarize({ abilities }) {
    const runs = (await latestRuns(abilities)).map(({ latest }) => latest);
    const within = runs.filter(({ cost, limit }) => cost <= limit).length;
    const totalCost = runs.reduce((sum, { cost }) => sum + cost, 0);
    await abilities.write('work/summary.json', jsonText({ within, totalCost }));
  },

  async report({ abilities }) {
    const rows: string[] = [];
    for (const { id, latest } of await latestRuns(abilities)) {
      const first = (await readJson<Run>(abilities, `work/runs/${id}-1.json`)) ?? latest;
      const state = latest.cost > latest.limit ? 'over' : 'within';
      const figures = [first.cost, first.length, latest.cost, latest.length, latest.best, latest.limit, latest.run];
      rows.push(`| ${[id, ...figures, state].join(' | ')} |`);
    }
    const head = '| Case | Cost before | Length before | Cost after | Length after | Best known | Limit | Runs | |';
    const text = [head, `|---|${'---:|'.repeat(7)}---|`, ...rows].join('\n');
    await abilities.write('report.md', `# Runs before and after\n\n${text}\n`);
  },
};
