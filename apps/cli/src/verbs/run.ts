import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { drawSeed, parseLevel, taskName } from '../parse-values.js';
import { printScorecard } from '../print-scorecard.js';
import { tellUncompacted } from '../tell-uncompacted.js';
import {
  type CandidateOptions,
  candidateSettings,
  type InstanceOptions,
  withCandidateOptions,
  withInstanceOptions,
} from '../verb-options.js';

interface RunOptions extends InstanceOptions, CandidateOptions {
  readonly candidate: string;
}

/** `obey run <task>`: one trial of one candidate, judged. */
export function runVerb(program: Command, context: CommandContext): void {
  const verb = program
    .command('run')
    .description('run one candidate on one task and judge what it did')
    .argument('<task>', 'a built-in task or the folder of one')
    .option('--candidate <candidate>', 'harness[:deviation][=model][@environment]', 'reference');
  withInstanceOptions(withCandidateOptions(verb)).action(async (name: string, options: RunOptions) => {
    const [
      { defaultPace, departsFrom, nothingToDepartFrom, performTrial, runId },
      { loadTaskModules, resolveTask },
      { formatCandidate, ObeyError, parseCandidate },
    ] = await Promise.all([import('@obey/bench'), import('@obey/catalog'), import('@obey/schema')]);
    const candidate = parseCandidate(options.candidate);
    const level = await parseLevel(options.level);
    const loaded = await resolveTask(taskName(name, context.directory));
    if (!departsFrom(candidate, loaded)) throw nothingToDepartFrom([options.candidate], loaded.task.id);
    await tellUncompacted([candidate], [loaded], context);
    const id = runId(`${loaded.task.id} ${formatCandidate(candidate)}`, context.now());
    const folder = resolve(context.directory, options.out ?? join('runs', id));
    const { record, scorecard } = await performTrial({
      loaded,
      modules: await loadTaskModules(loaded),
      candidate,
      seed: options.seed ?? drawSeed(),
      level,
      pace: options.pace ?? defaultPace,
      folder,
      signal: context.signal,
      ...candidateSettings(options, context.directory),
    });
    if (record.status === 'interrupted') throw new ObeyError('interrupted', `${name} was interrupted`);
    if (scorecard === null)
      throw new ObeyError('infrastructure', record.error ?? `the trial ended with ${record.status}`);
    await printScorecard(context, scorecard, folder, options.json === true);
  });
}
