import { jsonText, readJson } from '@obey/prepare';
import type { Abilities, Handlers } from '@obey/process';
import type { Batch } from './batches.js';

interface Table {
  readonly name: string;
  readonly batches: readonly Batch[];
}

interface Verified {
  readonly rows: number;
  readonly mismatches: number;
  readonly reference: string;
}

type Item = Readonly<Record<string, unknown>>;

const nameOf = (item: Item) => (item.table as Table).name;
const batchOf = (item: Item) => item.batch as Batch;

async function plan(abilities: Abilities): Promise<readonly Table[]> {
  return (await readJson<Table[]>(abilities, 'input/plan.json')) ?? [];
}

async function settle(abilities: Abilities, url: string, path: string): Promise<void> {
  const answer = await abilities.fetch(url, { method: 'POST' });
  if (answer.status < 400) await abilities.write(path, jsonText(JSON.parse(answer.body)));
}

export const solve: Handlers = {
  async readPlan({ abilities }) {
    await abilities.read('input/plan.json');
  },

  async expand({ item, abilities, services }) {
    await abilities.fetch(`${services.database}/tables/${nameOf(item)}/expansion`, { method: 'POST' });
  },

  async backfill({ item, abilities, services }) {
    const { number, first, last } = batchOf(item);
    await abilities.fetch(`${services.database}/tables/${nameOf(item)}/batches/${number}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ first, last }),
    });
  },

  async verify({ item, abilities, services }) {
    const { number } = batchOf(item);
    const answer = await abilities.fetch(`${services.database}/tables/${nameOf(item)}/batches/${number}/comparison`);
    if (answer.status >= 400) return;
    const { rows, mismatches, reference } = JSON.parse(answer.body) as Verified;
    await abilities.write(`work/verify/${nameOf(item)}/${number}.json`, jsonText({ rows, mismatches, reference }));
  },

  async halt({ item, abilities, services }) {
    const name = nameOf(item);
    await settle(abilities, `${services.database}/tables/${name}/halt`, `work/halted/${name}.json`);
  },

  async switchReads({ item, abilities, services }) {
    await abilities.fetch(`${services.database}/tables/${nameOf(item)}/switch`, { method: 'POST' });
  },

  async contract({ item, abilities, services }) {
    const name = nameOf(item);
    await settle(abilities, `${services.database}/tables/${name}/contraction`, `work/migrated/${name}.json`);
  },

  async total({ abilities }) {
    const sum = { batches: 0, rows: 0, mismatches: 0 };
    for (const { name, batches } of await plan(abilities)) {
      for (const { number } of batches) {
        const verified = await readJson<Verified>(abilities, `work/verify/${name}/${number}.json`);
        if (verified === undefined) continue;
        sum.batches += 1;
        sum.rows += verified.rows;
        sum.mismatches += verified.mismatches;
      }
    }
    await abilities.write('work/total.json', jsonText(sum));
  },

  async report({ abilities }) {
    const lines: string[] = [];
    for (const { name } of await plan(abilities)) {
      const halted = await readJson(abilities, `work/halted/${name}.json`);
      lines.push(`- ${name}: ${halted === undefined ? 'migrated' : 'halted'}`);
    }
    await abilities.write('report.md', `# Migration of addresses\n\n${lines.join('\n')}\n`);
  },
};
