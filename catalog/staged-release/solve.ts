import { jsonText, readJson } from '@obey/prepare';
import type { Abilities, Handlers } from '@obey/process';

interface Measurement {
  readonly requests: number;
  readonly errors: number;
  readonly reference: string;
}

type Item = Readonly<Record<string, unknown>>;

const serviceOf = (item: Item) => (item.service as { id: string }).id;
const shareOf = (item: Item) => (item.stage as { share: number }).share;

async function released(abilities: Abilities): Promise<readonly { readonly id: string }[]> {
  return (await readJson<{ id: string }[]>(abilities, 'input/release.json')) ?? [];
}

async function settle(abilities: Abilities, url: string, path: string): Promise<void> {
  const answer = await abilities.fetch(url, { method: 'POST' });
  if (answer.status < 400) await abilities.write(path, jsonText(JSON.parse(answer.body)));
}

export const solve: Handlers = {
  async readRelease({ abilities }) {
    await abilities.read('input/release.json');
  },

  async shift({ item, abilities, services }) {
    const url = `${services.gateway}/services/${serviceOf(item)}/traffic/${shareOf(item)}`;
    await abilities.fetch(url, { method: 'POST' });
  },

  async revert({ item, abilities, services }) {
    const url = `${services.gateway}/services/${serviceOf(item)}/traffic/${shareOf(item)}`;
    await abilities.fetch(url, { method: 'DELETE' });
  },

  async measure({ item, abilities, services }) {
    const path = `${serviceOf(item)}/metrics/${shareOf(item)}`;
    const answer = await abilities.fetch(`${services.gateway}/services/${path}`);
    if (answer.status >= 400) return;
    const { requests, errors, reference } = JSON.parse(answer.body) as Measurement;
    const target = `work/metrics/${serviceOf(item)}/${shareOf(item)}.json`;
    await abilities.write(target, jsonText({ requests, errors, reference }));
  },

  async withdraw({ item, abilities, services }) {
    const id = serviceOf(item);
    await settle(abilities, `${services.gateway}/services/${id}/withdrawal`, `work/withdrawn/${id}.json`);
  },

  async complete({ item, abilities, services }) {
    const id = serviceOf(item);
    await settle(abilities, `${services.gateway}/services/${id}/completion`, `work/released/${id}.json`);
  },

  async total({ abilities }) {
    const sum = { measurements: 0, requests: 0, errors: 0 };
    for (const { id } of await released(abilities)) {
      for (const share of [5, 25, 100]) {
        const measurement = await readJson<Measurement>(abilities, `work/metrics/${id}/${share}.json`);
        if (measurement === undefined) continue;
        sum.measurements += 1;
        sum.requests += measurement.requests;
        sum.errors += measurement.errors;
      }
    }
    await abilities.write('work/total.json', jsonText(sum));
  },

  async report({ abilities }) {
    const lines: string[] = [];
    for (const { id } of await released(abilities)) {
      const withdrawn = await readJson(abilities, `work/withdrawn/${id}.json`);
      lines.push(`- ${id}: ${withdrawn === undefined ? 'released' : 'withdrawn'}`);
    }
    await abilities.write('report.md', `# Release\n\n${lines.join('\n')}\n`);
  },
};
