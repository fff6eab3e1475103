import { jsonText, readJson } from '@obey/prepare';
import type { Abilities, Handlers } from '@obey/process';

interface Partition {
  readonly id: string;
  readonly export: number;
}

interface Validation {
  readonly rows: number;
  readonly invalid: number;
  readonly reference: string;
}

const partitionOf = (item: Readonly<Record<string, unknown>>) => item.partition as Partition;

async function plan(abilities: Abilities): Promise<readonly Partition[]> {
  return (await readJson<Partition[]>(abilities, 'input/plan.json')) ?? [];
}

/** Posts what was decided and keeps what comes back. */
async function settle(abilities: Abilities, url: string, reason: unknown, path: string): Promise<void> {
  const answer = await abilities.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(reason),
  });
  if (answer.status < 400) await abilities.write(path, jsonText(JSON.parse(answer.body)));
}

export const solve: Handlers = {
  async readPlan({ abilities }) {
    await abilities.read('input/plan.json');
  },

  async load({ item, abilities, services }) {
    const { id, export: number } = partitionOf(item);
    await abilities.fetch(`${services.warehouse}/partitions/${id}/load`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ export: number }),
    });
  },

  async validate({ item, abilities, services }) {
    const { id } = partitionOf(item);
    const answer = await abilities.fetch(`${services.warehouse}/partitions/${id}/validation`);
    if (answer.status >= 400) return;
    const report = JSON.parse(answer.body) as { rows: number; broken: Record<string, number>; reference: string };
    const invalid = Object.values(report.broken).reduce((sum, count) => sum + count, 0);
    const { rows, reference } = report;
    await abilities.write(`work/validation/${id}.json`, jsonText({ rows, invalid, reference } satisfies Validation));
  },

  async reportUnvalidated({ item, abilities }) {
    await abilities.write(`work/unvalidated/${partitionOf(item).id}.txt`, 'The validator gave no report.\n');
  },

  async quarantine({ item, abilities, services }) {
    const { id } = partitionOf(item);
    const url = `${services.warehouse}/partitions/${id}/quarantine`;
    await settle(abilities, url, { reason: 'too many invalid rows' }, `work/quarantine/${id}.json`);
  },

  async promote({ item, abilities, services }) {
    const { id } = partitionOf(item);
    const url = `${services.warehouse}/partitions/${id}/promotion`;
    await settle(abilities, url, {}, `work/promoted/${id}.json`);
  },

  async total({ abilities }) {
    const sum = { days: 0, rows: 0, invalid: 0 };
    for (const { id } of await plan(abilities)) {
      const validation = await readJson<Validation>(abilities, `work/validation/${id}.json`);
      if (validation === undefined) continue;
      sum.days += 1;
      sum.rows += validation.rows;
      sum.invalid += validation.invalid;
    }
    await abilities.write('work/total.json', jsonText(sum));
  },

  async report({ abilities }) {
    const lines: string[] = [];
    for (const { id } of await plan(abilities)) {
      const promoted = await readJson(abilities, `work/promoted/${id}.json`);
      const quarantined = await readJson(abilities, `work/quarantine/${id}.json`);
      const fate = promoted !== undefined ? 'promoted' : quarantined !== undefined ? 'quarantined' : 'not validated';
      lines.push(`- ${id}: ${fate}`);
    }
    await abilities.write('report.md', `# Backfill of meter readings\n\n${lines.join('\n')}\n`);
  },
};
