import {
  type Level,
  levelSchema,
  ObeyError,
  type ParameterValues,
  type PreparedTask,
  preparationSchema,
  type Task,
  type WorldService,
} from '@obey/schema';
import { parameterValues } from './parameter-values.js';
import { preparationProblem } from './preparation-problem.js';
import type { Prepare } from './prepare-context.js';
import { renderPrompt } from './prompt.js';
import { proofToken } from './proof-token.js';
import { createRandom } from './random.js';
import type { TaskData } from './real-data/task-data.js';
import type { StatefulServices } from './world/stateful-service.js';

/** What preparing needs of a task. */
export interface PreparableTask {
  readonly task: Task;
  /** Text of the task's prompt file, placeholders unfilled. */
  readonly prompt: string;
  /** Texts that tell the candidate something elsewhere than in its prompt, by workspace path, placeholders unfilled. */
  readonly instructions?: Readonly<Record<string, string>>;
  readonly prepare: Prepare;
  /** Services that keep state: the `services` export of world.ts. */
  readonly services?: StatefulServices;
  /** Captures and downloads, when the task declares any; see `loadTaskData`. */
  readonly data?: TaskData;
}

export interface PrepareOptions {
  /** 0 or above. */
  readonly seed: number;
  readonly level: Level;
  /** The trial's secret, in hex; see `newSecret`. */
  readonly secret: string;
  /** Values in place of the level's. */
  readonly parameters?: ParameterValues;
}

/**
 * One instance of a task: a pure function of the task and these options. In its prompt `{{services.<name>}}` is still
 * to be filled, by `renderPrompt`, once the world has started.
 *
 * @throws ObeyError `prepare-failed` when prepare.ts throws or gives something else than a preparation (says which field),
 *   or when the prompt has an unknown placeholder (says where); `usage` for a seed, level, secret or parameter that cannot be
 */
export function prepareTask(
  { task, prompt, instructions = {}, prepare, services = {}, data }: PreparableTask,
  options: PrepareOptions,
): PreparedTask {
  const { seed, level, secret } = checked(options);
  const parameters = parameterValues(task.parameters, level, options.parameters);
  const where = `${task.id}, level ${level}, seed ${seed}: prepare.ts`;
  const stateful = Object.keys(services);
  const unknown = stateful.find((name) => !Object.hasOwn(task.services, name));
  if (unknown !== undefined) {
    throw new ObeyError('prepare-failed', `\`${unknown}\` is not declared under \`services\` in task.yaml`, {
      at: { file: 'world.ts' },
    });
  }
  let raw: unknown;
  try {
    raw = prepare({
      seed,
      level,
      parameters: structuredClone(parameters),
      random: createRandom(seed, task.id),
      secret,
      token: (item) => proofToken(secret, item),
      ...data,
    });
  } catch (cause) {
    throw new ObeyError('prepare-failed', `${where} threw: ${messageOf(cause)}`, { cause });
  }
  if (raw instanceof Promise) {
    raw.catch(() => undefined);
    throw new ObeyError('prepare-failed', `${where} gave a promise`, { hint: 'prepare must be a plain function' });
  }
  const parsed = preparationSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = pathOf(issue?.path ?? []) || 'the preparation';
    throw new ObeyError('prepare-failed', `${where} gave a wrong \`${field}\`: ${issue?.message ?? 'unreadable'}`);
  }
  // A copy, so that nothing that the module keeps and changes later reaches this instance.
  const preparation = structuredClone(parsed.data);
  const problem = preparationProblem(task, preparation, stateful);
  if (problem !== undefined) {
    throw new ObeyError('prepare-failed', `${where} gave a wrong \`${problem.path}\`: ${problem.message}`);
  }
  const told = Object.entries(instructions).map(([path, text]): [string, string] => {
    if (path in preparation.files) {
      throw new ObeyError('prepare-failed', `${where} gave \`${path}\`, which the task’s instructions are written to`);
    }
    // Where the services listen is known only when a trial has begun, so the prompt alone can say it.
    return [path, renderPrompt(text, parameters, task.instructions[path])];
  });
  return {
    task: task.id,
    version: task.version,
    seed,
    level,
    parameters,
    prompt: renderPrompt(prompt, { ...parameters, services: unfilled(task) }, task.prompt),
    files: { ...preparation.files, ...Object.fromEntries(told) },
    services: Object.fromEntries(
      Object.entries(task.services).map(([name, { latencyMs }]): [string, WorldService] => [
        name,
        { latencyMs, routes: preparation.services[name]?.routes ?? [] },
      ]),
    ),
    facts: preparation.facts,
  };
}

const unfilled = (task: Task): Record<string, string> =>
  Object.fromEntries(Object.keys(task.services).map((name) => [name, `{{services.${name}}}`]));

function checked(options: PrepareOptions): PrepareOptions {
  if (!Number.isSafeInteger(options.seed) || options.seed < 0) {
    throw new ObeyError('usage', `seed ${options.seed} is not a whole number of 0 or above`);
  }
  const level = levelSchema.safeParse(options.level);
  if (!level.success) {
    throw new ObeyError('usage', `level \`${options.level}\` is not one of ${levelSchema.options.join(', ')}`);
  }
  if (!/^([0-9a-f]{2}){16,}$/.test(options.secret)) {
    throw new ObeyError('usage', 'a secret is at least 16 bytes in lower-case hex');
  }
  return options;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** `services.states.routes[3].method`. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('');
