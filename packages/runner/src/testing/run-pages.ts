import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTask, loadTaskModules } from '@obey/catalog';
import { prepareTask } from '@obey/prepare';
import type { HandlerContext, Handlers } from '@obey/process';
import { parseCandidate, type Trial } from '@obey/schema';
import { onTestFinished } from 'vitest';
import { type RunTrialOptions, runTrial } from '../trial/run-trial.js';

const secret = '0123456789abcdef'.repeat(4);

/**
 * Runs a candidate on the little task in fixtures/pages, in a new temporary folder. `answer` is a command that the
 * reference agent runs before it answers, or what its handler throws.
 */
export async function runPages(
  candidate: string,
  options: Partial<RunTrialOptions> = {},
  extra: { readonly answer?: string | Error } = {},
): Promise<{ trial: Trial; folder: string; temporary: string }> {
  const loaded = await loadTask(fileURLToPath(new URL('./fixtures/pages', import.meta.url)));
  const modules = await loadTaskModules(loaded);
  const { answer } = extra;
  const solve: Handlers = {
    ...modules.solve,
    ...(answer === undefined ? {} : { answer: async (context) => answerOtherwise(context, answer, modules.solve) }),
  };
  const prepared = prepareTask(
    { task: loaded.task, prompt: loaded.prompt, prepare: modules.prepare },
    { seed: 1, level: 'easy', secret },
  );
  const temporary = await mkdtemp(join(tmpdir(), 'obey-trial-test-'));
  onTestFinished(() => rm(temporary, { recursive: true, force: true }));
  const folder = join(temporary, 'runs', 'trial');
  const trial = await runTrial({
    modules: { solve },
    ...{ loaded, prepared, secret, folder, pace: 0.05 },
    candidate: parseCandidate(candidate),
    ...options,
    surroundings: { temporary, variables: { PATH: process.env.PATH }, ...options.surroundings },
  });
  return { trial, folder, temporary };
}

async function answerOtherwise(context: HandlerContext, answer: string | Error, solve: Handlers): Promise<void> {
  if (typeof answer !== 'string') throw answer;
  await context.abilities.run(answer);
  await solve.answer?.(context);
}
