import { join } from 'node:path';
import type { ListedMethod } from '@obey/compact';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { jsonOption } from '../../verb-options.js';
import { suitesFolder, withSuitesOption } from './suite-options.js';

interface ListOptions {
  readonly suites?: string;
  readonly json?: true;
}

/** `obey compact suites list`, `methods list`, `providers list`. */
export function compactListVerbs(compact: Command, context: CommandContext): void {
  const list = (name: string, what: string) =>
    compact.command(name).description(`the ${name} there are`).command('list').description(what);
  withSuitesOption(list('suites', 'list the suites, their templates and families'))
    .addOption(jsonOption())
    .action((options: ListOptions) => listSuites(options, context));
  list('methods', 'list the built-in methods and the controls')
    .addOption(jsonOption())
    .action((options: ListOptions) => listMethods(options, context));
  list('providers', 'list the providers, and what each still lacks here')
    .addOption(jsonOption())
    .action((options: ListOptions) => listProviders(options, context));
}

async function listSuites(options: ListOptions, context: CommandContext): Promise<void> {
  const { listSuites, loadAnySuite } = await import('@obey/compact');
  const folder = await suitesFolder(options, context);
  const suites = listSuites(folder).map((key) => {
    const { files, version } = loadAnySuite(join(folder, key));
    const families = [...new Set(files.map(({ template }) => template.family))].sort();
    return { key, version, templates: files.length, families };
  });
  if (options.json) return await printJson(context, { folder, suites });
  await printLines(
    context,
    suites.map(({ key, version, templates, families }) =>
      templates === 0 ? `${key}  no template` : `${key} ${version}  ${templates} templates  ${families.join(' ')}`,
    ),
  );
}

async function listMethods(options: ListOptions, context: CommandContext): Promise<void> {
  const { listMethods } = await import('@obey/compact');
  const methods: ListedReady[] = [];
  for (const method of listMethods()) {
    const problem = method.key === 'claude-code' ? await claudeCodeProblem(context) : undefined;
    methods.push({ ...method, ready: problem === undefined, ...(problem === undefined ? {} : { problem }) });
  }
  if (options.json) return await printJson(context, { methods });
  await printLines(
    context,
    methods.map(({ key, control, problem }) =>
      [`built-in:${key}`, ...(control ? ['(control)'] : []), ...(problem === undefined ? [] : [problem])].join('  '),
    ),
  );
}

interface ListedReady extends ListedMethod {
  readonly ready: boolean;
  /** Why not. */
  readonly problem?: string;
}

/** The one method that needs a program. */
async function claudeCodeProblem({ directory, environment }: CommandContext): Promise<string | undefined> {
  const { loadEnvironment, resolveMethod } = await import('@obey/compact');
  const { ObeyError } = await import('@obey/schema');
  try {
    const variables = await loadEnvironment(directory, environment);
    await resolveMethod('built-in:claude-code', { profile: 'obey-1', folder: directory, environment: variables });
    return undefined;
  } catch (error) {
    if (ObeyError.isInstance(error)) return error.line;
    throw error;
  }
}

async function listProviders(options: ListOptions, context: CommandContext): Promise<void> {
  const { listProviders, loadEnvironment } = await import('@obey/compact');
  const providers = listProviders(await loadEnvironment(context.directory, context.environment));
  if (options.json) return await printJson(context, { providers });
  await printLines(
    context,
    providers.map(({ key, ready, problem }) => `${key}  ${ready ? 'ready' : (problem ?? 'not ready')}`),
  );
}
