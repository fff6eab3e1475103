import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { jsonOption } from '../../verb-options.js';
import { problemLines } from './problem-lines.js';
import { suitesFolder, withSuitesOption } from './suite-options.js';
import { tierOf, withTierOption } from './tier-option.js';

interface SubmitOptions {
  readonly handle: string;
  readonly name: string;
  readonly method?: string;
  readonly org?: string;
  readonly description?: string;
  readonly tier?: string;
  readonly out: string;
  readonly replace?: true;
  readonly local?: true;
  readonly suites?: string;
  readonly json?: true;
}

/** `obey compact submit <results>`: a folder for a pull request. */
export function compactSubmitVerb(compact: Command, context: CommandContext): void {
  const verb = compact
    .command('submit')
    .description(
      'draft a submission of a run: submissions/<handle>/<name>/, ready for a pull request but for what it lists',
    )
    .argument('<results>', 'a results.jsonl')
    .requiredOption('--handle <handle>', 'whose submission it is')
    .requiredOption('--name <name>', 'what its folder is called')
    .option('--method <file:Class>', 'the method that ran, as one file; it is copied, not executed')
    .option('--description <text>', 'what the method does')
    .option('--org <name>', 'the organisation that it is from')
    .option('--out <folder>', 'the folder of submissions', 'submissions')
    .option('--replace', 'replace a draft of that name')
    .option('--local', 'for a leaderboard of your own: any provider will do')
    .addOption(jsonOption());
  withSuitesOption(withTierOption(verb)).action((results: string, options: SubmitOptions) =>
    submit(results, options, context),
  );
}

async function submit(results: string, options: SubmitOptions, context: CommandContext): Promise<void> {
  const { draftSubmission, validateSubmission } = await import('@obey/compact');
  const { escapeMarkdown } = await import('@obey/report');
  const suites = await suitesFolder(options, context);
  const { description, handle, method, name, org } = options;
  const tier = await tierOf(options.tier);
  const draft = await draftSubmission({
    ...{ suites, handle, name, escapeMarkdown },
    submissions: resolve(context.directory, options.out),
    results: resolve(context.directory, results),
    directory: context.directory,
    ...(org === undefined ? {} : { org }),
    ...(tier === undefined ? {} : { tier }),
    ...(method === undefined ? {} : { method }),
    ...(description === undefined ? {} : { description }),
    replace: options.replace === true,
  });
  const problems = await validateSubmission({ folder: draft.folder, suites, local: options.local === true });
  if (options.json) return await printJson(context, { folder: draft.folder, tier: draft.tier, problems });
  const lines = await problemLines(draft.folder, problems, context.directory);
  await printLines(context, [
    draft.folder,
    `tier  ${draft.tier}`,
    '',
    ...(lines.length === 0 ? ['nothing is left to do'] : ['left to do:', ...lines]),
  ]);
}
