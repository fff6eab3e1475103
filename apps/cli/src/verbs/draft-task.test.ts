import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAnswering } from '../testing/run-command.js';

const prose = `# Late parcels

1. For each parcel, write what it weighs to work/weights/<id>.json.
   - If its weight is more than 20, write a note to work/heavy/<id>.txt. Otherwise write a label to work/labels/<id>.txt.
2. Write report.md.
`;
const drafted = `\`\`\`yaml
process:
  - forEach: parcel in parcels
    do:
      - { step: weigh, says: Weigh it., done: { wrote: "work/weights/{parcel.id}.json" }, yields: "work/weights/{parcel.id}.json" }
      - if: weigh.grams > 2000
        then: [{ step: hold, says: Hold it., done: { wrote: "work/held/{parcel.id}.txt" } }]
        else: [{ step: send, says: Send it., done: { wrote: "work/sent/{parcel.id}.txt" } }]
\`\`\``;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-from-'));
  await writeFile(join(directory, 'late-parcels.md'), prose);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

type More = Parameters<typeof runAnswering>[0];
const obey = (more: More, ...argv: string[]) =>
  runAnswering(more, directory, 'catalog', 'new', '--from', 'late-parcels.md', ...argv);

it('drafts by the words, shows what was guessed from which line, and writes a task that runs', async () => {
  const { code, stdout, stderr } = await obey({}, '--yes', '--out', './by-words');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('```mermaid\nflowchart TD\n');
  expect(stdout).toMatch(
    /guessed:\n[\s\S]*line 4, “If its weight is more than 20, .*”: a decision: `\w+\.weight > 20`/,
  );
  expect(stdout).toContain('it is valid; nothing is left to fill in');
  expect(await readFile(join(directory, 'by-words', 'task.yaml'), 'utf8')).toContain('title: Late parcels\n');
  const run = await runAnswering({}, directory, 'run', './by-words', '--seed', '7', '--json');
  expect(JSON.parse(run.stdout)).toMatchObject({ task: 'by-words', score: 100, strict: true });
});

it('writes nothing unless it is confirmed', async () => {
  const before = await readdir(directory);
  expect(await obey({}, '--out', './unasked')).toMatchObject({
    code: 2,
    stderr: 'obey: nothing was written: the draft is to be confirmed with --yes\n',
  });
  const prompts = { select: async () => '', text: async () => '', confirm: async () => false };
  expect(await obey({ prompts }, '--out', './refused')).toMatchObject({
    code: 1,
    stderr: 'obey: nothing was written\n',
  });
  expect(await readdir(directory)).toEqual(before);
});

/** The Messages API on loopback, with these answers in turn. */
async function scriptedModel(answers: readonly string[]) {
  const requests: { key: string | undefined; model: string; messages: { role: string; content: string }[] }[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    requests.push({ key: request.headers.authorization, ...JSON.parse(body) });
    const answer = answers[requests.length - 1];
    response.writeHead(answer === undefined ? 400 : 200, { 'content-type': 'application/json' });
    const content = [{ type: 'text', text: answer }];
    const message = { id: 'm', type: 'message', role: 'assistant', model: 'm', content, stop_reason: 'end_turn' };
    response.end(
      JSON.stringify(
        answer === undefined
          ? { type: 'error', error: { type: 'invalid_request_error', message: 'no more answers' } }
          : { ...message, usage: { input_tokens: 1, output_tokens: 1 } },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const environment = { ANTHROPIC_API_KEY: 'a-key', ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}` };
  return { requests, environment, close: () => new Promise((resolve) => server.close(resolve)) };
}

it('drafts by a model where there is a key: what it answers is parsed, sent back, shown and confirmed', async () => {
  const model = await scriptedModel(['process: [{ step: x }]', drafted]);
  try {
    const shown: string[] = [];
    const prompts = {
      select: async () => '',
      text: async () => '',
      confirm: async (message: string) => shown.push(message) === 1,
    };
    const made = await obey({ environment: model.environment, prompts }, '--out', './by-model', '--model', 'a-model');
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(shown).toHaveLength(1);
    expect(model.requests.map(({ messages }) => messages.length)).toEqual([1, 3]);
    expect(model.requests[0]).toMatchObject({ key: 'Bearer a-key', model: 'a-model' });
    expect(model.requests[0]?.messages[0]?.content).toContain(prose.trim());
    const run = await runAnswering({}, directory, 'run', './by-model', '--seed', '7', '--json');
    expect(JSON.parse(run.stdout)).toMatchObject({ score: 100, strict: true });
    // It has no more answers.
    const failed = await obey({ environment: model.environment }, '--out', './none', '--yes');
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.stderr).toMatch(/^obey: the model claude-sonnet-5 did not answer: [^\n]*no more answers[^\n]*\n$/);
  } finally {
    await model.close();
  }
});

it('drafts by an installed agent that is named', async () => {
  const bin = join(directory, 'bin');
  await mkdir(bin);
  const program = `#!${process.execPath}\nprocess.stdin.resume().on('end', () => console.log(${JSON.stringify(drafted)}));\n`;
  await writeFile(join(bin, 'claude'), program);
  await chmod(join(bin, 'claude'), 0o755);
  const environment = { PATH: [bin, process.env.PATH].join(delimiter) };
  const made = await obey({ environment }, '--harness', 'claude-code', '--yes', '--json', '--out', './by-agent');
  expect(JSON.parse(made.stdout)).toMatchObject({ id: 'by-agent', left: [], issues: [] });
  expect(await obey({ environment }, '--harness', 'other', '--yes')).toMatchObject({ code: 2 });
  expect(await obey({}, '--model', 'm', '--yes')).toMatchObject({ code: 2 });
});
