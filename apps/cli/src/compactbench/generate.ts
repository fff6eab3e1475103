import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AnyTemplate } from '@obey/compact';
import type { Command } from 'commander';
import { type CommandContext, printLines } from '../command-context.js';
import { addCommand } from './add-command.js';
import { errorLine } from './error-line.js';
import { readLevel } from './level.js';
import { required, wholeNumber } from './option-values.js';
import { type SuitesFolderOptions, suitesFolderOf, withBenchmarksDir } from './suites-folder.js';
import { makeFolderOf, orCannotWrite } from './writable.js';

interface GenerateOptions extends SuitesFolderOptions {
  readonly template?: string;
  readonly seed: string;
  readonly difficulty: string;
  readonly output?: string;
}

/** `compactbench generate`. */
export function generateCommand(program: Command, context: CommandContext): void {
  addCommand(program, context, {
    name: 'generate',
    description: 'make one case of a template and a seed',
    options: (command) =>
      withBenchmarksDir(
        command
          .option('-t, --template <key>', 'the template, of any suite (required)')
          .option('--seed <n>', 'any whole number', '0')
          .option('--difficulty <level>', 'easy, medium, hard or elite', 'medium'),
      ).option('-o, --output <file>', 'write to this file and not to standard output'),
    action: (options) => generate(options as GenerateOptions, context),
  });
}

async function generate(options: GenerateOptions, context: CommandContext): Promise<void> {
  const key = required(options.template, '--template (-t)');
  const seed = wholeNumber(options.seed, '--seed');
  const { scriptCase, validateTemplate, writeCase } = await import('@obey/compact');
  const file = await findTemplate(key, await suitesFolderOf(options, context), context);
  if (file.dialect !== 'obey-1') validateTemplate(file);
  const { case: made } = scriptCase(file, seed, await readLevel(options.difficulty), 0);
  if (options.output === undefined) return await context.stdout.write(writeCase(made, 'stdout'));
  const path = resolve(context.directory, options.output);
  await makeFolderOf(path, options.output);
  await orCannotWrite(writeFile(path, writeCase(made, 'file')), options.output);
  await printLines(context, [`wrote ${options.output}`]);
}

/** The template of a key; of two with the same the later suite's. A suite that cannot be read is told on stderr and left out. */
async function findTemplate(key: string, folder: string, context: CommandContext): Promise<AnyTemplate> {
  const [{ dialectOf, listSuites, loadSuiteWith, parseObeyTemplate, parseTemplate }, { ObeyError }] = await Promise.all(
    [import('@obey/compact'), import('@obey/schema')],
  );
  const files = new Map<string, AnyTemplate>();
  for (const suite of listSuites(folder)) {
    try {
      const read = loadSuiteWith<AnyTemplate>(join(folder, suite), (source) =>
        dialectOf(source) === 'obey-1' ? parseObeyTemplate(source) : parseTemplate(source),
      );
      for (const file of read.files) files.set(file.template.key, file);
    } catch (error) {
      await context.stderr.write(`${suite} is left out: ${await errorLine(error)}\n`);
    }
  }
  const found = files.get(key);
  if (found !== undefined) return found;
  throw new ObeyError('not-found', `there is no template \`${key}\``, {
    hint: files.size === 0 ? 'there is none at all' : `there are ${[...files.keys()].sort().join(', ')}`,
  });
}
