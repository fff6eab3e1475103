import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CommandContext, printLines } from '../../command-context.js';
import { parseLevel } from '../../parse-values.js';
import { suitesFolder, withSuitesOption } from './suite-options.js';

interface GenerateOptions {
  readonly suites?: string;
  readonly seed: bigint;
  readonly level: string;
  readonly out?: string;
}

/** `obey compact generate <template>`: one case as JSON. */
export function compactGenerateVerb(compact: Command, context: CommandContext): void {
  const verb = compact
    .command('generate')
    .description('print the case that a template makes of a seed')
    .argument('<template>', 'key of a template, in any suite')
    .addOption(new Option('--seed <n>', 'any whole number').argParser(wholeBigint).default(0n, '0'))
    .option('--level <level>', 'easy, medium, hard or elite', 'medium')
    .option('--out <file>', 'write to this file');
  withSuitesOption(verb).action((key: string, options: GenerateOptions) => generate(key, options, context));
}

function wholeBigint(text: string): bigint {
  if (/^-?\d+$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError('expected a whole number');
}

async function generate(key: string, options: GenerateOptions, context: CommandContext): Promise<void> {
  const [{ listSuites, loadAnySuite, scriptCase, writeCase }, { nearest, ObeyError }] = await Promise.all([
    import('@obey/compact'),
    import('@obey/schema'),
  ]);
  const level = await parseLevel(options.level);
  const folder = await suitesFolder(options, context);
  const files = listSuites(folder).flatMap((suite) => loadAnySuite(join(folder, suite)).files);
  const file = files.find(({ template }) => template.key === key);
  if (file === undefined) {
    const keys = files.map(({ template }) => template.key).sort();
    const near = nearest(key, keys);
    throw new ObeyError('not-found', `there is no template \`${key}\``, {
      hint: near === undefined ? `there are ${keys.join(', ')}` : `is \`${near}\` meant?`,
    });
  }
  const { case: made } = scriptCase(file, options.seed, level, 0);
  if (options.out === undefined) return await context.stdout.write(writeCase(made, 'stdout'));
  const path = resolve(context.directory, options.out);
  await writeFile(path, writeCase(made, 'file')).catch((cause: unknown) => {
    const hint = 'give a path in a folder that exists';
    throw new ObeyError('not-found', 'cannot be written', { cause, hint, at: { file: path } });
  });
  await printLines(context, [path]);
}
