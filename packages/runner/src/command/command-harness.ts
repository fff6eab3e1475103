import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { execa } from 'execa';
import { agentCredentials, type Harness, type HarnessContext, type HarnessSession } from '../harness/harness.js';
import { commandLine } from './command-line.js';

/** Any program of the user's own. It is judged by the workspace and the services alone; what it prints is kept. */
export const commandHarness: Harness = {
  name: 'command',
  hooks: false,
  scripted: false,
  compacts: false,
  credentials: () => agentCredentials,
  version: async () => undefined,
  start: startCommand,
};

async function startCommand({
  place,
  environment,
  prompt,
  options,
  variables,
}: HarnessContext): Promise<HarnessSession> {
  if (options.command === undefined || options.command.trim() === '') {
    throw new ObeyError('usage', 'the harness `command` needs a command line', {
      hint: "for example 'my-agent {prompt}', 'my-agent --file {promptFile}', or one that reads standard input",
    });
  }
  await requireProgram(options.command, place.workspace, variables);
  const promptFile = join(place.candidate, 'prompt.md');
  await writeFile(promptFile, prompt);
  const { script, words, byInput } = commandLine(options.command, prompt, promptFile);
  const stdout = join(place.record, 'stdout.txt');
  const stderr = join(place.record, 'stderr.txt');
  const child = await environment.launch({
    command: '/bin/sh',
    arguments: ['-c', script, 'sh', ...words],
    stdout,
    stderr,
    ...(byInput ? { input: prompt } : {}),
  });
  return {
    ended: child.exited,
    close: async () => {},
    async logs() {
      await child.drained;
      return [
        { name: 'stdout.txt', path: stdout },
        { name: 'stderr.txt', path: stderr },
      ];
    },
    read: async () => ({ events: [] }),
  };
}

/** A program that is not there is no deed of the candidate's; what it does once it runs is, whatever it exits with. */
async function requireProgram(command: string, cwd: string, variables: NodeJS.ProcessEnv): Promise<void> {
  const first = /^\s*([\w@%+:,./-]+)(?=\s|$)/.exec(command)?.[1];
  if (first === undefined) return;
  const { failed } = await execa('/bin/sh', ['-c', 'command -v -- "$1"', 'sh', first], {
    cwd,
    env: { PATH: variables.PATH },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
  });
  if (!failed) return;
  throw new ObeyError('infrastructure', `harness-missing: there is no program \`${first}\``, {
    hint: 'the command starts in the workspace: name a program of your own by its absolute path',
  });
}
