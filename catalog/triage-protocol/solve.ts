import { jsonText, readJson } from '@obey/prepare';
import type { Abilities, Handler, Handlers } from '@obey/process';

interface Room {
  readonly patients: readonly { readonly id: string; readonly name: string }[];
  readonly questions: readonly { readonly id: string }[];
}

interface Reading {
  readonly saturation: number;
  readonly reference: string;
}

type Item = Readonly<Record<string, unknown>>;

const patientOf = (item: Item) => (item.patient as { id: string }).id;
const questionOf = (item: Item) => (item.question as { id: string }).id;

async function room(abilities: Abilities): Promise<Room> {
  return (await readJson<Room>(abilities, 'input/waiting-room.json')) ?? { patients: [], questions: [] };
}

const takeSaturation: Handler = async ({ item, abilities, services }) => {
  const id = patientOf(item);
  const answer = await abilities.fetch(`${services.ward}/patients/${id}/saturation`);
  if (answer.status >= 400) return;
  const { saturation, reference } = JSON.parse(answer.body) as Reading;
  await abilities.write(`work/saturation/${id}.json`, jsonText({ saturation, reference } satisfies Reading));
};

export const solve: Handlers = {
  async readRoom({ abilities }) {
    await abilities.read('input/waiting-room.json');
  },

  async ask({ item, abilities, services }) {
    const [id, question] = [patientOf(item), questionOf(item)];
    const answered = await abilities.fetch(`${services.ward}/patients/${id}/questions/${question}`);
    if (answered.status >= 400) return;
    const { answer, reference } = JSON.parse(answered.body) as { answer: string; reference: string };
    await abilities.write(`work/answers/${id}/${question}.json`, jsonText({ answer, reference }));
  },

  async callTeam({ item, abilities, services }) {
    const id = patientOf(item);
    const answer = await abilities.fetch(`${services.ward}/patients/${id}/team`, { method: 'POST' });
    if (answer.status < 400) await abilities.write(`work/calls/${id}.json`, jsonText(JSON.parse(answer.body)));
  },

  measure: takeSaturation,

  async wait({ item, abilities, services }) {
    await abilities.fetch(`${services.ward}/patients/${patientOf(item)}/oxygen`, { method: 'POST' });
  },

  measureAgain: takeSaturation,

  async assign({ item, abilities, values }) {
    const id = patientOf(item);
    const called = await readJson(abilities, `work/calls/${id}.json`);
    const last = await readJson<Reading>(abilities, `work/saturation/${id}.json`);
    const isMeasuredAgain = values.measureAgain !== undefined;
    const isLow = last !== undefined && last.saturation < 94;
    const level = called !== undefined ? 'red' : isLow ? 'orange' : isMeasuredAgain ? 'yellow' : 'green';
    await abilities.write(`work/levels/${id}.json`, jsonText({ level }));
  },

  async board({ abilities }) {
    const saturations: number[] = [];
    for (const { id } of (await room(abilities)).patients) {
      const reading = await readJson<Reading>(abilities, `work/saturation/${id}.json`);
      if (reading !== undefined) saturations.push(reading.saturation);
    }
    const lowest = saturations.length === 0 ? null : Math.min(...saturations);
    await abilities.write('work/board.json', jsonText({ measured: saturations.length, lowest }));
  },

  async report({ abilities }) {
    const lines: string[] = [];
    for (const { id, name } of (await room(abilities)).patients) {
      const assigned = await readJson<{ level: string }>(abilities, `work/levels/${id}.json`);
      lines.push(`- ${name}: ${assigned?.level ?? 'not seen'}`);
    }
    await abilities.write('report.md', `# Triage\n\n${lines.join('\n')}\n`);
  },
};
