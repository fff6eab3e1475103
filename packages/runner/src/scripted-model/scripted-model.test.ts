import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, type ClientAnswer, converse, type Tools } from '../testing/small-client.js';
import type { Lane } from './lane.js';
import { laneMarker } from './messages-request.js';
import { type OpenLane, type ScriptedModel, type ScriptedModelOptions, startScriptedModel } from './scripted-model.js';

const models: ScriptedModel[] = [];
async function model(
  work: (lane: Lane, open: OpenLane) => Promise<void>,
  options: ScriptedModelOptions = {},
): Promise<ScriptedModel> {
  const started = await startScriptedModel(work, options);
  models.push(started);
  return started;
}
afterEach(async () => {
  for (const started of models.splice(0)) await started.stop();
});

const bash = (command: string) => ({ name: 'Bash', input: { command } });
const commandsOf = (turns: readonly ClientAnswer[]) =>
  turns.map(({ content }) =>
    content.flatMap((block) => (block.type === 'tool_use' ? [String(block.input.command)] : [])),
  );
const tools: Tools = { Bash: async ({ command }) => `did ${command}` };

describe('startScriptedModel', () => {
  it('puts what is called at once into one turn, and what waits into the next', async () => {
    const got: string[] = [];
    const { url, outcome } = await model(async (lane) => {
      const say = async (command: string) => got.push((await lane.call(bash(command))).text);
      await say('a');
      await Promise.all([say('b'), (async () => say('c'))(), say('d').then(() => say('e'))]);
      lane.say('All done.');
    });
    const turns = await converse(url, 'Do it', tools);
    expect(commandsOf(turns)).toEqual([['a'], ['b', 'c', 'd'], ['e'], []]);
    expect(got).toEqual(['did a', 'did b', 'did c', 'did d', 'did e']);
    expect(turns.at(-1)).toMatchObject({ stop_reason: 'end_turn', content: [{ type: 'text', text: 'All done.' }] });
    expect(await outcome).toEqual({});
  });

  it('says a text with the calls that follow it', async () => {
    const { url } = await model(async (lane) => {
      lane.say('First this.');
      await lane.call(bash('x'));
    });
    const [first, last] = await converse(url, 'Do it', tools);
    expect(first?.content.map(({ type }) => type)).toEqual(['text', 'tool_use']);
    expect(last?.content).toEqual([{ type: 'text', text: 'Done.' }]);
  });

  it('answers a turn that is asked again as before, also while it is still thought about', async () => {
    let calls = 0;
    const { url } = await model(async (lane) => {
      await lane.call(bash('x'));
      calls += 1;
      await sleep(50);
      await lane.call(bash('y'));
    });
    const start = [{ role: 'user' as const, content: 'Do it' }];
    const [one, two] = await Promise.all([ask(url, start), ask(url, start, { stream: true })]);
    expect(two).toEqual(one);
    const next = [
      ...start,
      { role: 'assistant' as const, content: one.content },
      { role: 'user' as const, content: [{ type: 'tool_result', tool_use_id: 'toolu_main_0_0', content: 'ok' }] },
    ];
    const [three, four] = await Promise.all([ask(url, next), ask(url, next)]);
    expect(four).toEqual(three);
    expect(commandsOf([three])).toEqual([['y']]);
    expect(calls).toBe(1);
    expect(await ask(url, start)).toEqual(one);
  });

  it('gives each subagent a lane of its own, which may wait for another', async () => {
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { url } = await model(async (lane, open) => {
      const delegate = (name: string, work: (own: Lane) => Promise<void>) => {
        const own = open(work, `${name} is done`);
        return lane.call({ name: 'Agent', input: { prompt: `Do ${name} ${laneMarker(own.id)}` } });
      };
      const results = await Promise.all([
        delegate('one', async (own) => {
          await gate;
          await own.call(bash('late'));
        }),
        delegate('two', async (own) => {
          await own.call(bash('early'));
          release();
        }),
      ]);
      lane.say(results.map(({ text }) => text).join(', '));
    });
    const heard: string[] = [];
    const own: Tools = { Bash: async ({ command }) => `${heard.push(String(command))}` };
    const agent = async ({ prompt }: Readonly<Record<string, unknown>>) => {
      const last = (await converse(url, String(prompt), own)).at(-1)?.content[0];
      return last?.type === 'text' ? last.text : '';
    };
    const turns = await converse(url, 'Do it', { Agent: agent });
    expect(heard).toEqual(['early', 'late']);
    expect(turns.at(-1)?.content).toEqual([{ type: 'text', text: 'one is done, two is done' }]);
  });

  it('goes on from its own summary alone, and knows the results that were summed up', async () => {
    const got: string[] = [];
    let compacted = 0;
    const { url } = await model(
      async (lane) => {
        got.push((await lane.call(bash('a'))).text);
        got.push((await lane.call(bash('b'))).text);
      },
      {
        onCompacted() {
          compacted += 1;
        },
      },
    );
    const start = { role: 'user' as const, content: 'Do it' };
    const one = await ask(url, [start]);
    const result = { type: 'tool_result', tool_use_id: 'toolu_main_0_0', content: 'did a' };
    const asked = { type: 'text', text: 'Your task is to create a detailed summary of the conversation so far.' };
    const summary = await ask(url, [
      start,
      { role: 'assistant', content: one.content },
      { role: 'user', content: [result, asked] },
    ]);
    const [said] = summary.content;
    expect(summary.stop_reason).toBe('end_turn');
    expect(compacted).toBe(0);
    const opening = { role: 'user' as const, content: `Continued: ${said?.type === 'text' ? said.text : ''}` };
    const two = await ask(url, [opening]);
    expect(commandsOf([two])).toEqual([['b']]);
    expect([got, compacted]).toEqual([['did a'], 1]);
  });

  it('takes a task in similar words for what it is', async () => {
    const { url } = await model(async (lane) => void (await lane.call(bash('a'))));
    const task = { role: 'user' as const, content: 'Please create a detailed summary of notes.md.' };
    expect(commandsOf([await ask(url, [task])])).toEqual([['a']]);
  });

  it('says how large a conversation is where it is to', async () => {
    const usage = async (url: string, content: string): Promise<unknown> => {
      const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content }], tools: [{ name: 'Bash' }] });
      const response = await fetch(`${url}/v1/messages`, { method: 'POST', body });
      return response.json();
    };
    const counting = await model(async (lane) => void (await lane.call(bash('x'))), { counts: true });
    expect(await usage(counting.url, 'x'.repeat(4000))).toMatchObject({ usage: { input_tokens: 1008 } });
    const other = await model(async (lane) => void (await lane.call(bash('x'))));
    expect(await usage(other.url, 'x'.repeat(4000))).toMatchObject({ usage: { input_tokens: 100 } });
  });

  it('answers a side question without tools, and refuses a turn that cannot be', async () => {
    const { url } = await model(async (lane) => void (await lane.call(bash('x'))));
    expect((await ask(url, [{ role: 'user', content: 'A title?' }], { tools: [] })).content[0]).toMatchObject({
      type: 'text',
    });
    const jump = [{ type: 'tool_use', id: 'toolu_main_7_0', name: 'Bash', input: {} }];
    await expect(
      ask(url, [
        { role: 'user', content: 'x' },
        { role: 'assistant', content: jump },
      ]),
    ).rejects.toThrow(/^400/);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${url}/v1/other`, { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await fetch(`${url}/v1/messages`, { method: 'POST', body: '{' })).status).toBe(400);
  });

  it('tells why the work broke off, and ends it when it is stopped', async () => {
    const broken = await model(async () => {
      throw new Error('no idea');
    });
    expect((await converse(broken.url, 'Do it', tools)).length).toBe(1);
    expect(await broken.outcome).toMatchObject({ failure: { message: 'no idea' } });
    const stuck = await model(async (lane) => void (await lane.call(bash('x'))));
    await ask(stuck.url, [{ role: 'user', content: 'Do it' }]);
    await stuck.stop();
    expect(await stuck.outcome).toMatchObject({ failure: { code: 'interrupted' } });
    const idle = await model(async () => {});
    await idle.stop();
    expect(await idle.outcome).toMatchObject({ failure: { code: 'interrupted' } });
  });
});
