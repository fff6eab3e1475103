import type { Check, CheckResult, CheckValue } from '@obey/catalog';
import { type FinalValue, type Process, parseExpression } from '@obey/process';
import { type Evaluation, type Facts, type Json, ObeyError, type ParameterValues, type Scorecard } from '@obey/schema';

export interface CheckOutputsInput {
  readonly evaluation: Pick<Evaluation, 'correctness'>;
  readonly process: Process;
  readonly facts: Facts;
  readonly parameters: ParameterValues;
  /** Final values by step, in item order. */
  readonly values: ReadonlyMap<string, readonly FinalValue[]>;
  /** Keys of the items for which each step was due. */
  readonly due: ReadonlyMap<string, readonly string[]>;
  /** Text of every file of the workspace as the candidate left it. */
  readonly files: Readonly<Record<string, string>>;
  /** The named checks of the task's check.ts. */
  readonly checks: Readonly<Record<string, Check>>;
}

export interface CheckedOutputs {
  /** 0–1; null when the task checks nothing. */
  readonly correctness: number | null;
  readonly checks: Scorecard['checks'];
}

type Entry = Evaluation['correctness'][number];

const variablesOf = ({ item }: FinalValue): Record<string, Json> =>
  Object.fromEntries(item.map(({ variable, value }) => [variable, value]));

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
};

/**
 * Whether outputs are right, which is not the process's business: each entry of the evaluation is a named check of the task or an
 * expression over `value` (the step's output for an item), `values` (all of them, `{ item, value }`), facts, parameters and loop
 * variables. An expression passes by being true, or by a number no further from 0 than the tolerance. An entry's results share its
 * weight equally; one without results fails.
 *
 * @throws ObeyError `check-failed` when a check throws or gives what is no list of results, `process-invalid` for a bad expression
 */
export async function checkOutputs(input: CheckOutputsInput): Promise<CheckedOutputs> {
  const { correctness } = input.evaluation;
  const checks: Scorecard['checks'] = [];
  let passed = 0;
  let all = 0;
  for (const entry of correctness) {
    const found = Object.hasOwn(input.checks, entry.check) ? runCheck(entry, input) : await runExpression(entry, input);
    const results = found.length > 0 ? found : [{ item: '', passed: false, detail: 'there is nothing to check' }];
    const weight = (entry.weight ?? 1) / results.length;
    let right = 0;
    for (const { item, passed: ok, detail } of results) {
      checks.push({ id: entry.id, item, passed: ok, weight, detail });
      if (ok) right += 1;
    }
    passed += ((entry.weight ?? 1) * right) / results.length;
    all += entry.weight ?? 1;
  }
  return { correctness: correctness.length === 0 ? null : Math.min(1, passed / all), checks };
}

function runCheck(
  entry: Entry,
  { checks, facts, parameters, files, values }: CheckOutputsInput,
): readonly CheckResult[] {
  const given: Record<string, CheckValue[]> = {};
  for (const [step, list] of values) {
    given[step] = list.map((one) => ({ item: variablesOf(one), key: one.key, value: one.value }));
  }
  let results: unknown;
  try {
    results = checks[entry.check]?.({
      facts,
      parameters,
      files,
      values: given,
      of: entry.of,
      tolerance: entry.tolerance ?? 0,
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ObeyError('check-failed', `check \`${entry.check}\` threw: ${why}`, { cause });
  }
  if (!Array.isArray(results) || !results.every(isResult)) {
    throw new ObeyError('check-failed', `check \`${entry.check}\` gave no list of { item, passed, detail }`);
  }
  return results;
}

function isResult(value: unknown): value is CheckResult {
  if (typeof value !== 'object' || value === null) return false;
  const { item, passed, detail } = value as Record<string, unknown>;
  return typeof item === 'string' && typeof passed === 'boolean' && typeof detail === 'string';
}

async function runExpression(entry: Entry, input: CheckOutputsInput): Promise<CheckResult[]> {
  const { facts, parameters, process, values, due } = input;
  const variables = process.steps.get(entry.of)?.variables.map(({ name }) => name) ?? [];
  const known = ['value', 'values', ...variables, ...Object.keys(facts), ...Object.keys(parameters)];
  const expression = parseExpression(entry.check, { names: known });
  const outputs = values.get(entry.of) ?? [];
  const all = outputs.map((one) => ({ item: variablesOf(one), value: one.value }));
  const results: CheckResult[] = [];
  for (const one of outputs) {
    const scope = { ...parameters, ...facts, ...variablesOf(one), values: all, value: one.value };
    results.push({ item: one.key, ...(await judge(entry, () => expression.evaluate(scope))) });
  }
  const present = new Set(outputs.map(({ key }) => key));
  for (const item of due.get(entry.of) ?? []) {
    if (!present.has(item)) results.push({ item, passed: false, detail: 'there is no output' });
  }
  return results;
}

async function judge(entry: Entry, evaluate: () => Promise<unknown>): Promise<Pick<CheckResult, 'passed' | 'detail'>> {
  try {
    const result = await evaluate();
    const passed = result === true || (typeof result === 'number' && Math.abs(result) <= (entry.tolerance ?? 0));
    return { passed, detail: passed ? 'as it should be' : `${entry.check} gives ${shown(result)}` };
  } catch (error) {
    if (!ObeyError.isInstance(error) || error.code !== 'expression-failed') throw error;
    return { passed: false, detail: error.message };
  }
}
