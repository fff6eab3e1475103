import { isOfType } from '@obey/prepare';
import { type Issue, type Process, parseExpression, type YamlFile } from '@obey/process';
import { levels, nearest, ObeyError, type Task } from '@obey/schema';
import { isCheckName } from './check-name.js';
import { markedPath } from './marked-path.js';

type Path = readonly PropertyKey[];

/** What is wrong in a task.yaml that its schema cannot see, with places: values of another type, steps that do not exist. */
export function taskIssues(task: Omit<Task, 'process' | 'procedures'>, process: Process, yaml: YamlFile): Issue[] {
  const steps = [...process.steps.keys()];
  const issues: Issue[] = [];
  const add = (path: Path, message: string, hint?: string): void => {
    issues.push({ message, at: yaml.placeOf(path), ...(hint === undefined ? {} : { hint }) });
  };
  const addKey = (path: Path, message: string): void => {
    issues.push({ message, at: yaml.placeOf(path, { key: true }) });
  };

  for (const [name, parameter] of Object.entries(task.parameters)) {
    if (!isName(name)) addKey(['parameters', name], `\`${name}\`: expected a camelCase name`);
    for (const level of levels) {
      if (!isOfType(parameter[level], parameter.type)) {
        const path = ['parameters', name, level];
        add(path, `\`${level}\`: expected a value of type ${parameter.type}, got ${JSON.stringify(parameter[level])}`);
      }
    }
  }
  for (const name of Object.keys(task.facts)) {
    if (!isName(name)) addKey(['facts', name], `\`${name}\`: expected a camelCase name`);
  }
  for (const [name, { latencyMs }] of Object.entries(task.services)) {
    if (latencyMs[0] > latencyMs[1])
      add(['services', name, 'latencyMs'], '`latencyMs`: expected the least first, then the most');
  }
  if (task.network === 'none' && Object.keys(task.services).length > 0) {
    add(['network'], '`network` is `none`, but the task has services', 'write network: world');
  }
  const after = task.compaction?.after;
  if (after !== undefined && !steps.includes(after)) {
    add(['compaction', 'after'], `unknown step \`${after}\``, stepHint(after, steps));
  } else if (after !== undefined && markedPath(process, after) === undefined) {
    const hint =
      'name a step outside of loops whose `done` is `wrote` of one path without `where`, or give `tokens` instead';
    add(['compaction', 'after'], `nobody could tell when \`${after}\` is done`, hint);
  }
  const ids = new Set<string>();
  for (const list of ['correctness', 'questions'] as const) {
    for (const [index, { id, of }] of task.evaluation[list].entries()) {
      const path = ['evaluation', list, index];
      if (ids.has(id)) add([...path, 'id'], `\`${id}\` is there twice`);
      ids.add(id);
      if (!steps.includes(of)) {
        add([...path, 'of'], `unknown step \`${of}\``, stepHint(of, steps));
      }
    }
  }
  for (const [index, { check, of }] of task.evaluation.correctness.entries()) {
    if (isCheckName(check)) continue;
    const variables = process.steps.get(of)?.variables.map(({ name }) => name) ?? [];
    try {
      parseExpression(check, {
        names: ['value', 'values', ...variables, ...Object.keys(task.facts), ...Object.keys(task.parameters)],
      });
    } catch (error) {
      if (!ObeyError.isInstance(error)) throw error;
      add(['evaluation', 'correctness', index, 'check'], error.message, error.hint);
    }
  }
  const weight = task.evaluation.questions.reduce((sum, question) => sum + question.weight, 0);
  if (weight > 0.1 + 1e-9)
    add(['evaluation', 'questions'], `the questions weigh ${weight} together, at most 0.1 is allowed`);
  return issues;
}

function stepHint(name: string, steps: readonly string[]): string {
  const close = nearest(name, steps);
  return close === undefined ? `steps are ${steps.join(', ')}` : `did you mean \`${close}\`?`;
}

const isName = (name: string): boolean => /^[a-z][a-zA-Z0-9]*$/.test(name);
