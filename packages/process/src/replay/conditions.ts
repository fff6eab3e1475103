import { ObeyError } from '@obey/schema';
import type { Expression, Item, Scope } from '../ast.js';
import { later, type Point } from './point.js';
import type { Cause, Frame, Instance, ReplayRun } from './replay-run.js';
import { operandsOf, scopeAt } from './scoping.js';
import { servedBefore, versionAt } from './values-in-time.js';

/** The operands of a condition as a run yielded them. */
export type Operands =
  /** Every item that they need left by `otherwise`: nothing is due. */
  | { readonly kind: 'left' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'missing'; readonly because: Cause }
  | { readonly kind: 'yielded'; readonly instances: readonly Instance[]; readonly at: Point | undefined };

export function operandsFor(run: ReplayRun, condition: Expression, item: Item): Operands {
  const used: Instance[] = [];
  let hidden = false;
  for (const step of condition.steps) {
    const all = operandsOf(run, step, item);
    const staying = all.filter(({ left }) => !left);
    if (all.length > 0 && staying.length === 0) return { kind: 'left' };
    const yielded = staying.filter(({ state }) => state === 'done');
    const lacking = yielded.length < staying.length || staying.length === 0;
    if (lacking) {
      if (staying.some(({ state }) => state === 'unobservable')) hidden = true;
      else {
        const lost = staying.find(({ state }) => state !== 'done');
        return { kind: 'missing', because: { step, item: lost?.key ?? '' } };
      }
    }
    used.push(...yielded);
  }
  if (hidden) return { kind: 'hidden' };
  const at = used.reduce<Point | undefined>((last, { exit }) => later(last, exit), undefined);
  return { kind: 'yielded', instances: used, at };
}

export interface Outcome {
  /** The condition on what was recorded; undefined when it fails on it. */
  readonly recorded: boolean | undefined;
  /** The condition on what was served, where that differs in a proven field; else as recorded. */
  readonly served: boolean | undefined;
  readonly tied: boolean;
  /** Operands whose recorded value differs from the served one. */
  readonly differing: readonly Instance[];
}

/** Evaluates a condition as a candidate at `at` saw its operands. */
export async function evaluateCondition(
  run: ReplayRun,
  condition: Expression,
  frame: Pick<Frame, 'item' | 'scope'>,
  at: Point | undefined,
): Promise<Outcome> {
  const differing: Instance[] = [];
  const scope = scopeAt(run, condition, frame, at);
  const recorded = await truth(run, condition, scope);
  const tied = isTied(condition, scope);
  if (![...condition.steps].some((step) => (run.process.steps.get(step)?.proof?.fields.length ?? 0) > 0)) {
    return { recorded, served: recorded, tied, differing };
  }
  const amended = scopeAt(run, condition, frame, at, (instance, value) => {
    const served = servedValue(run, instance, value, at);
    if (served !== value) differing.push(instance);
    return served;
  });
  const served = differing.length === 0 ? recorded : await truth(run, condition, amended);
  return { recorded, served, tied, differing };
}

/** A recorded value with its proven fields as the page served them; the same value when nothing differs. */
function servedValue(run: ReplayRun, instance: Instance, value: unknown, at: Point | undefined): unknown {
  const { proof } = instance.node;
  if (proof === undefined || proof.fields.length === 0) return value;
  const differs = differingFields(run, instance, value, at);
  if (differs === undefined) return value;
  const whole = value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
  return { ...whole, ...differs };
}

/** The proven fields in which a value differs from every page that was served before it, as the newest page had them. */
export function differingFields(
  run: ReplayRun,
  instance: Instance,
  value: unknown,
  at: Point | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const version = versionAt(run, instance, at);
  const fields = instance.node.proof?.fields ?? [];
  if (version === undefined || fields.length === 0) return undefined;
  const pages = servedBefore(run, instance, version);
  const newest = pages[0];
  if (newest === undefined) return undefined;
  const recorded = value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {};
  const differs = fields.filter((field) => !pages.some((page) => sameJson(page[field], recorded[field])));
  if (differs.length === 0) return undefined;
  return Object.fromEntries(differs.map((field) => [field, newest[field]]));
}

function sameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

async function truth(run: ReplayRun, condition: Expression, scope: Scope): Promise<boolean | undefined> {
  try {
    return isTrue(await run.evaluate(condition, scope));
  } catch (error) {
    if (ObeyError.isInstance(error) && error.code === 'expression-failed') return undefined;
    throw error;
  }
}

function isTied(condition: Expression, scope: Scope): boolean {
  try {
    return condition.tied?.(scope) === true;
  } catch (error) {
    if (ObeyError.isInstance(error)) return false;
    throw error;
  }
}

/** Truth as JSONata's `$boolean` has it. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isTrue);
  if (value !== null && typeof value === 'object') return Object.keys(value).length > 0;
  return Boolean(value);
}
