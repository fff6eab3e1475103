import { ObeyError } from '@obey/schema';
import type { Aggregate, Scope } from '../ast.js';
import { type Cells, cellsOf, isSubsetResult, rightCells } from './aggregate-cells.js';
import { type AggregateInput, inputsOf, recordedInputsOf } from './aggregate-inputs.js';
import { citesOf } from './citing.js';
import { dueText } from './due-text.js';
import type { Instance, ReplayRun } from './replay-run.js';
import { scopeAt } from './scoping.js';
import { unexercised } from './unreached.js';
import { valueAt } from './values-in-time.js';

interface Judged {
  readonly instance: Instance;
  readonly form: number;
  readonly coverage: number | undefined;
  readonly cells: Cells;
  readonly inputs: readonly AggregateInput[];
}

/**
 * One unit per aggregate: 0 if absent, else 0.2 + 0.3·form + 0.25·coverage + 0.25·consistency; without `uses` coverage's
 * weight joins consistency. With at most one cell of the group, or a fifth of them, wrong, consistency is 1: a slip is
 * not disobedience.
 */
export async function emitAggregates(run: ReplayRun): Promise<void> {
  const groups = new Map<string, Instance[]>();
  for (const instance of run.all) {
    if (instance.node.aggregate === undefined || instance.silent) continue;
    run.present.add('aggregation');
    const group = groups.get(instance.node.id);
    if (group === undefined) groups.set(instance.node.id, [instance]);
    else group.push(instance);
  }
  for (const group of groups.values()) await emitGroup(run, group);
}

async function emitGroup(run: ReplayRun, group: readonly Instance[]): Promise<void> {
  const judged: Judged[] = [];
  for (const instance of group) {
    const aggregate = instance.node.aggregate as Aggregate;
    if (instance.state === 'done') judged.push(await judge(run, instance, aggregate));
    else emitAbsent(run, instance, aggregate);
  }
  const total = judged.reduce((sum, { cells }) => sum + cells.total, 0);
  const wrong = judged.reduce((sum, { cells }) => sum + cells.wrong.length, 0);
  const slip = wrong <= Math.max(1, total / 5);
  for (const one of judged) emitJudged(run, one, slip && !(await isSubset(run, one)));
}

function emitAbsent(run: ReplayRun, instance: Instance, aggregate: Aggregate): void {
  const { node, key, state } = instance;
  if (node.optional) return;
  const because = { step: aggregate.of[0] ?? '', item: '' };
  const unit = unexercised('aggregation', node.id, node.step, key, because);
  if (state === 'unexercised') run.emit({ ...unit, cites: citesOf(instance) });
  else if (state === 'unobservable') run.emit({ ...unit, exercised: true, observable: false, seen: 'not observable' });
  else {
    const { because: _, ...rest } = unit;
    run.emit({
      ...rest,
      exercised: true,
      code: 'aggregate-missing',
      due: dueText(node, instance.scope),
      seen: 'no evidence',
    });
  }
}

function emitJudged(run: ReplayRun, { instance, form, coverage, cells, inputs }: Judged, slip: boolean): void {
  const { node, key } = instance;
  const consistency = slip || cells.total === 0 ? 1 : (cells.total - cells.wrong.length) / cells.total;
  const credit = 0.2 + 0.3 * form + (coverage === undefined ? 0.5 * consistency : 0.25 * coverage + 0.25 * consistency);
  if (slip && cells.wrong.length > 0)
    run.notes.push(`${node.step}${key === '' ? '' : ` of ${key}`}: a slip in ${cells.wrong.join(', ')}`);
  const cites = new Set(citesOf(instance));
  for (const input of inputs) for (const seq of citesOf(input.instance)) cites.add(seq);
  run.emit({
    dimension: 'aggregation',
    group: node.id,
    step: node.step,
    item: key,
    weight: 1,
    credit: Math.min(1, credit),
    exercised: true,
    observable: true,
    code: 'aggregate-wrong',
    due: dueText(node, instance.scope),
    seen: credit >= 1 ? 'consistent with its inputs' : `differs from its inputs in ${cells.wrong.join(', ') || 'form'}`,
    cites: [...cites].sort((a, b) => a - b),
  });
}

async function judge(run: ReplayRun, instance: Instance, aggregate: Aggregate): Promise<Judged> {
  const counting = inputsOf(run, instance, aggregate, instance.exit);
  const seen = valueAt(run, instance);
  const expect = async (inputs: readonly AggregateInput[]): Promise<unknown> =>
    await evaluate(run, instance, aggregate, inputs);
  let inputs = counting;
  let cells = await rightCells(seen, expect, counting, aggregate);
  // Whether it combined what it had is asked of what it had, even where that does not count.
  for (const at of [instance.exit, undefined]) {
    if (cells.wrong.length === 0) break;
    const recorded = recordedInputsOf(run, instance, aggregate, at);
    const other = await rightCells(seen, expect, recorded, aggregate);
    if (other.wrong.length >= cells.wrong.length) continue;
    cells = other;
    inputs = recorded;
  }
  const form = formOf(cells.expected, seen);
  return { instance, form, coverage: coverageOf(aggregate, seen, inputs), cells, inputs };
}

/** A result that in every cell equals the aggregate of one proper subset is never a slip. */
async function isSubset(run: ReplayRun, { instance, cells, inputs }: Judged): Promise<boolean> {
  const { aggregate } = instance.node;
  if (aggregate === undefined || cells.wrong.length === 0) return false;
  const expect = async (some: readonly AggregateInput[]) => await evaluate(run, instance, aggregate, some);
  return isSubsetResult(valueAt(run, instance), expect, inputs, aggregate);
}

async function evaluate(
  run: ReplayRun,
  instance: Instance,
  aggregate: Aggregate,
  inputs: readonly AggregateInput[],
): Promise<unknown> {
  const scope: Scope = {
    ...scopeAt(run, aggregate.expect, instance, instance.exit),
    values: inputs.map(({ item, value }) => ({ item, value })),
  };
  try {
    return await run.evaluate(aggregate.expect, scope);
  } catch (error) {
    if (ObeyError.isInstance(error) && error.code === 'expression-failed') return undefined;
    throw error;
  }
}

/** Share of the expected keys that are there with the right type. */
function formOf(expected: unknown, seen: unknown): number {
  const wanted = Object.entries(cellsOf(expected));
  if (wanted.length === 0) return 1;
  const found = cellsOf(seen);
  if ((expected === null || typeof expected !== 'object') !== (seen === null || typeof seen !== 'object')) return 0;
  if (Array.isArray(expected) !== Array.isArray(seen)) return 0;
  return wanted.filter(([name, value]) => typeOf(found[name]) === typeOf(value)).length / wanted.length;
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

/** F1 of the inputs that the output says it used against those it had; undefined where it need not say. */
function coverageOf(aggregate: Aggregate, seen: unknown, inputs: readonly AggregateInput[]): number | undefined {
  if (aggregate.uses === undefined) return undefined;
  const listed =
    seen !== null && typeof seen === 'object' ? (seen as Readonly<Record<string, unknown>>)[aggregate.uses] : undefined;
  if (!Array.isArray(listed)) return 0;
  const names = new Set(listed.map(String));
  const used = inputs.filter(
    ({ key, item }) =>
      names.has(key) || Object.values(item).some((value) => namesOf(value).some((name) => names.has(name))),
  ).length;
  return inputs.length + names.size === 0 ? 1 : (2 * used) / (inputs.length + names.size);
}

function namesOf(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [String(value)];
  return Object.values(value).filter((part) => typeof part === 'string') as string[];
}
