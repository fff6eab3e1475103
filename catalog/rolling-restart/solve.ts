import { jsonText, readJson } from '@obey/prepare';
import type { Abilities, Handlers } from '@obey/process';

interface Cluster {
  readonly id: string;
  readonly hosts: readonly { readonly id: string }[];
}

interface Health {
  readonly passed: number;
  readonly reference: string;
}

const hostOf = (item: Readonly<Record<string, unknown>>) => (item.host as { id: string }).id;

async function hosts(abilities: Abilities): Promise<readonly string[]> {
  const clusters = (await readJson<Cluster[]>(abilities, 'input/inventory.json')) ?? [];
  return clusters.flatMap((cluster) => cluster.hosts.map(({ id }) => id));
}

export const solve: Handlers = {
  async readInventory({ abilities }) {
    await abilities.read('input/inventory.json');
  },

  async drain({ item, abilities, services }) {
    await abilities.fetch(`${services.fleet}/hosts/${hostOf(item)}/drain`, { method: 'POST' });
  },

  async restart({ item, abilities, services }) {
    await abilities.fetch(`${services.fleet}/hosts/${hostOf(item)}/restart`, { method: 'POST' });
  },

  async verify({ item, abilities, services }) {
    const id = hostOf(item);
    let passed = 0;
    let reference = '';
    for (const probe of [1, 2, 3]) {
      const answer = await abilities.fetch(`${services.fleet}/hosts/${id}/health/${probe}`);
      if (answer.status >= 400) return;
      const { ok, stamp } = JSON.parse(answer.body) as { ok: boolean; stamp: string };
      if (ok) passed += 1;
      reference += stamp;
    }
    await abilities.write(`work/health/${id}.json`, jsonText({ passed, reference } satisfies Health));
  },

  async isolate({ item, abilities }) {
    await abilities.write(`work/isolated/${hostOf(item)}.txt`, 'It did not pass all of its probes.\n');
  },

  async undrain({ item, abilities, services }) {
    await abilities.fetch(`${services.fleet}/hosts/${hostOf(item)}/undrain`, { method: 'POST' });
  },

  async total({ abilities }) {
    const sum = { hosts: 0, passed: 0 };
    for (const id of await hosts(abilities)) {
      const health = await readJson<Health>(abilities, `work/health/${id}.json`);
      if (health === undefined) continue;
      sum.hosts += 1;
      sum.passed += health.passed;
    }
    await abilities.write('work/total.json', jsonText(sum));
  },

  async report({ abilities }) {
    const lines: string[] = [];
    for (const id of await hosts(abilities)) {
      const health = await readJson<Health>(abilities, `work/health/${id}.json`);
      const fate = health === undefined ? 'not reached' : health.passed < 3 ? 'isolated' : 'restarted';
      lines.push(`- ${id}: ${fate}`);
    }
    await abilities.write('report.md', `# Restart of the fleet\n\n${lines.join('\n')}\n`);
  },
};
