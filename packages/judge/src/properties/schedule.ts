import { createHash } from 'node:crypto';
import type { Random } from '@obey/prepare';
import type { RawTraceEvent } from '@obey/schema';
import { RunRecorder } from './run-recorder.js';
import type { Element, IfSpec, ProcessSpec, Spec, StepSpec, TreeElement, TrySpec } from './spec.js';

/** What a run may leave of an item. */
interface Bound {
  readonly variable: string;
  readonly id: string;
  readonly element: Element | Element['inner'][number] | TreeElement;
}

/** Acts that a plan changes on purpose; the walk asks before each one. */
export interface Deviations {
  /** Leaves a step out for an item. */
  readonly skips?: (step: string, item: string) => boolean;
  /** Takes the other branch of the decision with this number, in textual order, for an item. */
  readonly flips?: (decision: number, item: string) => boolean;
  /** Walks the items of a parallel loop one after another. */
  readonly serializes?: (loop: number) => boolean;
  /** Walks the items of a sequential loop at once. */
  readonly parallelizes?: (loop: number) => boolean;
  /** Does the second of two neighbouring nodes of a block before the first: the id of the first step. */
  readonly swaps?: (firstStep: string) => boolean;
  /** Ends a try after the first fault, with neither retry nor `otherwise`. */
  readonly swallows?: (body: string, item: string) => boolean;
  /** Leaves one value out of what it combines. */
  readonly drops?: (step: string) => boolean;
  /** Adds to one number in a step's output. */
  readonly wrong?: (step: string, item: string) => number;
}

/** A whole run: its events, unordered, and all that a judge must know beside them. */
export interface Schedule {
  readonly events: readonly RawTraceEvent[];
  readonly contents: ReadonlyMap<string, string>;
  /** Tries that meet a fault, by the number of the try in textual order, and item. */
  readonly faults: readonly { readonly try: number; readonly item: string }[];
  /** Everything that was done, with what owns it: itself, the decision that led to it, or the try that met a fault. */
  readonly done: readonly {
    readonly step: string;
    readonly item: string;
    readonly spec: StepSpec;
    readonly owner: 'itself' | 'decision' | 'try';
  }[];
  readonly decisions: readonly {
    readonly decision: number;
    readonly item: string;
    readonly taken: boolean;
    readonly kind: string;
  }[];
  readonly faulted: readonly { readonly body: string; readonly item: string }[];
  /** Of each loop that was walked with at least two items, each of which surely fetches something: its number and mode. */
  readonly loops: ReadonlyMap<number, 'parallel' | 'sequential' | 'any'>;
  /** Steps that combined at least two values. */
  readonly combined: readonly string[];
}

/** Token of an item in generated worlds. */
export const tokenOf = (item: string): string =>
  createHash('sha256').update(`token of ${item}`).digest('hex').slice(0, 16);

/**
 * One run of a process, drawn from its partial order: nodes of a block one after another, items of a loop in any overlap that
 * its mode allows, decisions as the values ask. Values and faults come from `world`, order and times from `order`, so that two
 * schedules of one world do the same things at other times. Deviations change the walk, nothing else. Recorders lag behind
 * by as much as the trace says, unless it is to be exact.
 */
export function schedule(
  { nodes, lists, tree }: ProcessSpec,
  world: Random,
  order: Random,
  deviations: Deviations = {},
  exact = false,
): Schedule {
  const numbers = numberNodes(nodes);
  const values = new Map<string, Map<string, { readonly value: number; readonly bound: readonly Bound[] }>>();
  const done: Schedule['done'][number][] = [];
  const decisions: Schedule['decisions'][number][] = [];
  const faults: Schedule['faults'][number][] = [];
  const faulted: Schedule['faulted'][number][] = [];
  const loops = new Map<number, 'parallel' | 'sequential' | 'any'>();
  const combined: string[] = [];
  let overlapping = 0;
  let owner: 'itself' | 'decision' | 'try' = 'itself';
  const time = order.fork('time');
  const record = new RunRecorder(order.fork('shows').chance(0.5));

  const itemOf = (bound: readonly Bound[]) => bound.map(({ id }) => id).join('/');
  const placeOf = (step: StepSpec, bound: readonly Bound[]): string =>
    `${step.again ?? step.id}${step.loops.map(({ variable }) => `/${bound.find((one) => one.variable === variable)?.id}`).join('')}`;
  const gap = () => 1 + time.real() * 4;

  const latency = () => 20 + time.real() * 20;

  /** The output of a step for an item: the same in every schedule of this world. */
  const output = (
    step: StepSpec,
    bound: readonly Bound[],
    version = 0,
  ): { text: string; value: number; served: number } => {
    const item = itemOf(bound);
    const drawn = world.fork('value', step.id, item, version).integer(0, 100);
    const value = drawn + (deviations.wrong?.(step.id, item) ?? 0);
    if (step.combines !== undefined) {
      const last = new Map(step.combines.flatMap((of) => [...(values.get(of) ?? [])]));
      const all = [...last.values()];
      const used = deviations.drops?.(step.id) === true ? all.slice(1) : all;
      if (all.length > 1) combined.push(step.id);
      const total = used.reduce((sum, one) => sum + one.value, 0) + (deviations.wrong?.(step.id, item) ?? 0);
      return { text: JSON.stringify({ total }), value: total, served: total };
    }
    const token = step.proof ? { reference: tokenOf(item) } : {};
    return { text: JSON.stringify({ value, ...token, note: `${step.id} ${item} ${version}` }), value, served: drawn };
  };

  const perform = (step: StepSpec, bound: readonly Bound[], at: number, version = 0, fetched = false): number => {
    const item = itemOf(bound);
    if (deviations.skips?.(step.id, item) === true) return at;
    if (step.optional && world.fork('optional', step.id, item).chance(0.5)) return at;
    const place = placeOf(step, bound);
    const { text, value, served } = output(step, bound, version);
    let now = at + gap();
    done.push({ step: step.id, item, spec: step, owner });
    const page = step.proof
      ? { proof: { item, token: tokenOf(item), fields: { value: served } }, body: record.keep(text) }
      : {};
    if (step.fetches && !fetched) now = record.request(now, `/${place}`, latency(), page) + gap();
    switch (step.does) {
      case 'write':
        now = record.write(now, `out/${place}.json`, text);
        break;
      case 'request':
        now = record.request(now, `/${place}`, latency(), { body: record.keep(text) });
        break;
      case 'read':
        now = record.call(now, now + 2, {
          name: 'Read',
          what: 'read',
          input: { file_path: `input/${place}.txt` },
          reads: [`input/${place}.txt`],
        });
        break;
      case 'run':
        now = record.call(now, now + 5, { name: 'Bash', what: 'shell', input: { command: `make ${place}` }, exit: 0 });
    }
    if (step.yields) {
      const of = values.get(step.id) ?? new Map();
      values.set(step.id, of.set(item, { value, bound }));
    }
    return now;
  };

  /** What is done meanwhile belongs to `to`, unless something around it owns it already. */
  const owned = (to: 'decision' | 'try', act: () => number): number => {
    const before = owner;
    if (before === 'itself') owner = to;
    const end = act();
    owner = before;
    return end;
  };

  const attempt = (spec: TrySpec, bound: readonly Bound[], at: number): number => {
    const item = itemOf(bound);
    const fate = world.fork('fate', spec.body.id, item);
    const firstItem = bound.every(({ id }) => /x0$|^i0$/.test(id));
    const outcome = fate.weighted(['well', 'slow', 'never', 'missing'] as const, (one) =>
      one === 'well' ? 4 : firstItem && one !== 'slow' ? 0 : 1,
    );
    const count =
      outcome === 'well'
        ? 0
        : outcome === 'slow'
          ? fate.integer(1, spec.retries)
          : outcome === 'never'
            ? spec.retries + 1
            : 1;
    const status = outcome === 'missing' ? 404 : 503;
    const path = `/${placeOf(spec.body, bound)}`;
    let now = at;
    if (count > 0) {
      faults.push({ try: numbers.get(spec) ?? 0, item });
      faulted.push({ body: spec.body.id, item });
    }
    for (let nth = 1; nth <= count; nth += 1) {
      now = record.request(now + gap(), path, latency(), { status, fault: `fault${status}` });
      if (deviations.swallows?.(spec.body.id, item) === true) return now;
      const last = nth === count && outcome !== 'slow';
      const { recovery } = spec;
      const from = now;
      if (!last && recovery !== undefined) now = owned('try', () => perform(recovery, bound, from, nth));
    }
    if (outcome === 'well') return perform(spec.body, bound, now);
    return owned('try', () => perform(outcome === 'slow' ? spec.body : spec.otherwise, bound, now));
  };

  /** What a decision asks for; undefined when its item has left, or nothing was yielded. */
  const decide = ({ on }: IfSpec, bound: readonly Bound[]): boolean | undefined => {
    if (on.type === 'fact') {
      const element = bound.find(({ variable }) => variable === on.variable)?.element;
      return element !== undefined && 'big' in element && element.big;
    }
    const all = values.get(on.step);
    if (on.type === 'sum') {
      if (all === undefined || all.size === 0) return undefined;
      return [...all.values()].reduce((sum, one) => sum + one.value, 0) > on.above;
    }
    const item = itemOf(bound);
    const found = [...(all ?? [])].find(([key]) => key === '' || item === key || item.startsWith(`${key}/`));
    return found === undefined ? undefined : found[1].value > on.above;
  };

  const together = (
    starts: readonly ((at: number) => number)[],
    at: number,
    how: 'parallel' | 'sequential' | 'any',
  ): number => {
    const shuffled = time.shuffle(starts);
    let now = at;
    if (how === 'sequential') {
      for (const start of shuffled) now = start(now) + gap();
      return now;
    }
    // Within what must overlap nothing dawdles.
    const spread = how === 'parallel' || overlapping > 0 ? 1 : time.pick([0.5, 30, 200]);
    overlapping += how === 'parallel' ? 1 : 0;
    const end = shuffled.reduce((latest, start) => Math.max(latest, start(at + time.real() * spread)), now);
    overlapping -= how === 'parallel' ? 1 : 0;
    return end;
  };

  const block = (specs: readonly Spec[], bound: readonly Bound[], at: number): number => {
    const ordered = [...specs];
    for (let index = 0; index + 1 < ordered.length; index += 1) {
      const first = ordered[index];
      const second = ordered[index + 1];
      if (first?.kind === 'step' && second !== undefined && deviations.swaps?.(first.id) === true) {
        ordered[index] = second;
        ordered[index + 1] = first;
        break;
      }
    }
    return ordered.reduce((now, spec) => walk(spec, bound, now) + gap(), at);
  };

  const walk = (spec: Spec, bound: readonly Bound[], at: number): number => {
    switch (spec.kind) {
      case 'step':
        return perform(spec, bound, at);
      case 'try':
        return attempt(spec, bound, at);
      case 'parallel':
        return together(
          spec.branches.map((branch) => (start: number) => block(branch, bound, start)),
          at,
          'parallel',
        );
      case 'forEach': {
        const number = numbers.get(spec) ?? 0;
        const outer = bound.at(-1)?.element;
        const elements = spec.list.includes('.')
          ? outer !== undefined && 'inner' in outer
            ? outer.inner
            : []
          : (lists[spec.list] ?? []);
        if (elements.length > 1 && spec.body.some(fetchesSurely)) loops.set(number, spec.mode);
        const how =
          spec.mode === 'parallel' && deviations.serializes?.(number) === true
            ? 'sequential'
            : spec.mode === 'sequential' && deviations.parallelizes?.(number) === true
              ? 'parallel'
              : spec.mode;
        return together(
          elements.map(
            (element) => (start: number) =>
              block(spec.body, [...bound, { variable: spec.variable, id: element.id, element }], start),
          ),
          at,
          how,
        );
      }
      case 'if': {
        const due = decide(spec, bound);
        if (due === undefined) return at;
        const item = itemOf(bound);
        const number = numbers.get(spec) ?? 0;
        const taken = deviations.flips?.(number, item) === true ? !due : due;
        decisions.push({ decision: number, item, taken: due, kind: spec.on.type });
        const branch = taken ? spec.whenTrue : spec.whenFalse;
        return spec.on.type === 'fact' ? block(branch, bound, at) : owned('decision', () => block(branch, bound, at));
      }
      case 'repeat': {
        const last = () => values.get(spec.of)?.get(itemOf(bound));
        let now = at;
        let value = last()?.value;
        for (let cycle = 1; cycle <= spec.max && value !== undefined && value > spec.above; cycle += 1) {
          now = owned('decision', () => {
            const corrected = perform(spec.correct, bound, now, cycle);
            return perform(spec.again, bound, corrected, cycle);
          });
          value = values.get(spec.again.id)?.get(itemOf(bound))?.value;
        }
        return now;
      }
      case 'tree': {
        const visit = (element: TreeElement, start: number): number => {
          const here = (now: number) => perform(spec.visit, [{ variable: 'node', id: element.id, element }], now);
          const below = (now: number) =>
            together(
              element.children.map((child) => (from: number) => visit(child, from)),
              now,
              'any',
            );
          return spec.first ? below(here(start) + gap()) : here(below(start) + gap());
        };
        return visit(tree, at);
      }
    }
  };

  const begin = 10;
  const end = block(nodes, [], begin);
  const lag = order.fork('lags');
  const slow = exact ? 0 : lag.pick([0, 0, 0.5, 20, 300]);
  const lags = { workspace: slow * lag.real(), service: slow > 20 ? 0 : slow * lag.real(), harness: slow * lag.real() };
  record.delay(lags, () => lag.real());
  record.frame(Math.max(end, ...record.events.map((event) => event.end)), lags);
  return { events: record.events, contents: record.contents, faults, done, decisions, faulted, loops, combined };
}

/** Loops, decisions and tries, each numbered from 1 in textual order. */
function numberNodes(specs: readonly Spec[]): Map<Spec, number> {
  const numbers = new Map<Spec, number>();
  const counts = { forEach: 0, if: 0, try: 0 };
  const visit = (spec: Spec): void => {
    if (spec.kind === 'forEach' || spec.kind === 'if' || spec.kind === 'try') {
      counts[spec.kind] += 1;
      numbers.set(spec, counts[spec.kind]);
    }
    if (spec.kind === 'forEach') spec.body.forEach(visit);
    if (spec.kind === 'parallel') spec.branches.flat().forEach(visit);
    if (spec.kind === 'if') [...spec.whenTrue, ...spec.whenFalse].forEach(visit);
  };
  specs.forEach(visit);
  return numbers;
}

/** Whether a node of a body takes time at a service for every item. */
function fetchesSurely(spec: Spec): boolean {
  return spec.kind === 'try' || (spec.kind === 'step' && !spec.optional && (spec.fetches || spec.does === 'request'));
}
