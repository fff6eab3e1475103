import type { Random } from '@obey/prepare';
import type { Element, IfSpec, Loop, ProcessSpec, RepeatSpec, Spec, StepSpec, TreeElement } from './spec.js';

interface Known {
  readonly step: string;
  /** How it was made, where it fetched and yielded with proof: such work can be asked for again. */
  readonly fetched?: StepSpec;
  /** How it was made, where it wrote without proof: such work can be repeated. */
  readonly written?: StepSpec;
  /** The step that did it again for some items: from then on its own value is not asked for alone. */
  again?: string;
  readonly loops: readonly Loop[];
}

interface Place {
  readonly loops: readonly Loop[];
  /** Steps that have surely yielded, unless their item has left, when this place is reached. */
  readonly known: Known[];
  readonly depth: number;
  /** Loop variables whose field an enclosing condition has asked for. */
  readonly asked: readonly string[];
  /** Inside a branch nothing may be yielded for later. */
  readonly branch: boolean;
}

export interface RandomProcessOptions {
  /** About how many nodes. */
  readonly size: number;
  readonly kinds?: readonly Spec['kind'][];
}

/** A random process that a run can follow to its end; equal randomness gives the equal process. */
export function randomProcess(random: Random, { size, kinds }: RandomProcessOptions): ProcessSpec {
  const draw = random.fork('shape');
  let left = size;
  let count = 0;
  const name = (prefix: string) => {
    count += 1;
    return `${prefix}${count}`;
  };
  const lists: Record<string, Element[]> = {};
  const allowed = (kind: Spec['kind']) => kinds === undefined || kinds.includes(kind);

  const list = (): string => {
    const existing = Object.keys(lists);
    if (existing.length > 0 && draw.chance(0.4)) return draw.pick(existing);
    const id = name('list');
    lists[id] = Array.from({ length: draw.integer(2, 4) }, (_, index) => ({
      id: `${id}x${index}`,
      big: draw.chance(0.5),
      inner: Array.from({ length: draw.integer(1, 3) }, (_, inner) => ({
        id: `i${inner}`,
        big: draw.chance(0.5),
      })),
    }));
    return id;
  };

  const plain = (place: Place, over: Partial<StepSpec> = {}): StepSpec => ({
    kind: 'step',
    id: name('step'),
    does: 'write',
    fetches: false,
    yields: false,
    proof: false,
    optional: false,
    loops: place.loops,
    ...over,
  });

  const step = (place: Place): StepSpec => {
    const does = draw.weighted(['write', 'request', 'read', 'run'] as const, (kind) =>
      kind === 'write' ? 6 : kind === 'request' ? 2 : 1,
    );
    const fetches = does === 'write' && draw.chance(0.5);
    const yields = (does === 'write' || does === 'request') && draw.chance(0.6);
    const rare = yields ? {} : draw.pick([{}, {}, {}, {}, { optional: true }, { atMost: 1 }]);
    const made = plain(place, { does, fetches, yields, proof: fetches && yields && draw.chance(0.6), ...rare });
    if (yields && !place.branch) {
      const written = does === 'write' && !made.proof ? { written: made } : {};
      place.known.push({ step: made.id, loops: place.loops, ...written });
    }
    return made;
  };

  const fetching = (place: Place): StepSpec => {
    const made = plain(place, { fetches: true, yields: true, proof: draw.chance(0.5) });
    if (!place.branch) place.known.push({ step: made.id, loops: place.loops, fetched: made });
    return made;
  };

  /** A decision on what was fetched, after which it is fetched and written again, to the same path. */
  const again = (place: Place): IfSpec | undefined => {
    const found = place.known.find(
      ({ loops, fetched, again: repeated }) =>
        fetched?.proof === true &&
        repeated === undefined &&
        loops.length === place.loops.length &&
        same(loops, place.loops),
    );
    if (found?.fetched === undefined) return undefined;
    const branch: Place = { ...place, branch: true };
    const first = draw.chance(0.7) ? [plain(branch)] : [];
    const repeat = plain(branch, { fetches: true, yields: true, proof: true, again: found.step });
    found.again = repeat.id;
    const on = { type: 'value', step: found.step, above: bound(20, 80) } as const;
    return { kind: 'if', on, whenTrue: [...first, repeat], whenFalse: [] };
  };

  /** Whether the items of `a` are bound wherever those of `b` are. */
  const same = (a: readonly Loop[], b: readonly Loop[]) =>
    a.every((_, index) => index < b.length && kindOf(a, index) === kindOf(b, index));
  const kindOf = (loops: readonly Loop[], index: number): string => {
    const of = loops[index]?.list ?? '';
    return of.includes('.') ? `${kindOf(loops, index - 1)}.inner` : of;
  };

  /** Never the same bound twice, because an `if` that repeats the one around it is refused. */
  const bound = (from: number, to: number) => {
    count += 1;
    return draw.integer(from, to) + 0.5 + count / 1000;
  };

  const decision = (place: Place): IfSpec['on'] | undefined => {
    const own = place.known.filter(
      ({ loops, again }) => again === undefined && loops.length > 0 && same(loops, place.loops),
    );
    const outer = place.known.filter(({ loops, again }) => again === undefined && loops.length === 0);
    const summed = place.known.filter(
      ({ loops, again }) => again === undefined && loops.length > 0 && place.loops.length === 0,
    );
    const inner = place.loops.at(-1);
    const options: (() => IfSpec['on'])[] = [];
    if (own.length + outer.length > 0) {
      options.push(() => ({
        type: 'value',
        step: draw.pick([...own, ...outer]).step,
        above: bound(20, 80),
      }));
    }
    if (summed.length > 0) {
      options.push(() => ({ type: 'sum', step: draw.pick(summed).step, above: bound(50, 250) }));
    }
    if (inner !== undefined && !place.asked.includes(inner.variable))
      options.push(() => ({ type: 'fact', variable: inner.variable }));
    return options.length === 0 ? undefined : draw.pick(options)();
  };

  /** What was written is corrected and written anew as long as it asks for it. */
  const repeat = (place: Place): RepeatSpec | undefined => {
    const found = place.known.find(
      ({ loops, written, again: repeated }) =>
        written !== undefined &&
        repeated === undefined &&
        loops.length === place.loops.length &&
        same(loops, place.loops),
    );
    if (found?.written === undefined) return undefined;
    const inside: Place = { ...place, branch: true };
    const correct = plain(inside);
    const repeated = plain(inside, { fetches: found.written.fetches, yields: true, again: found.step });
    found.again = repeated.id;
    return { kind: 'repeat', of: found.step, above: bound(20, 80), max: draw.integer(1, 3), correct, again: repeated };
  };

  const node = (place: Place): Spec => {
    left -= 1;
    const deep = place.depth >= 3 || left <= 0;
    const kind = draw.weighted(['step', 'forEach', 'parallel', 'if', 'try', 'repeat', 'tree'] as const, (each) => {
      if (each !== 'step' && !allowed(each)) return 0;
      if (each === 'step') return 4;
      if (each === 'try') return 1;
      if (each === 'repeat') return place.branch ? 0 : 1;
      if (deep) return 0;
      if (each === 'forEach') return place.loops.length < 2 ? 3 : 0;
      if (each === 'tree') return place.loops.length === 0 ? 0.5 : 0;
      return each === 'if' ? 3 : 0.7;
    });
    const within: Place = { ...place, depth: place.depth + 1 };
    switch (kind) {
      case 'step': {
        const combinable = place.known.filter(({ loops }) => loops.length > 0);
        if (place.loops.length === 0 && combinable.length > 0 && draw.chance(0.4)) {
          const of = draw.pick(combinable);
          const combines = of.again === undefined ? [of.step] : [of.step, of.again];
          return plain(place, { combines, yields: true });
        }
        return step(place);
      }
      case 'forEach': {
        const outer = place.loops.at(-1);
        const nested = outer !== undefined && !outer.list.includes('.');
        if (outer !== undefined && !nested) return step(place);
        const from = outer === undefined ? list() : `${outer.variable}.inner`;
        const variable = name('item');
        const inside: Place = { ...within, loops: [...place.loops, { variable, list: from }] };
        const mode = draw.pick(['parallel', 'sequential', 'any', 'any'] as const);
        const unit = mode === 'parallel' && draw.chance(0.3) ? 'request' : 'artifact';
        const first = mode === 'parallel' ? [fetching(inside)] : [];
        return {
          kind,
          variable,
          list: from,
          mode,
          unit,
          body: [...first, ...block(inside, first.length === 0 ? 1 : 0)],
        };
      }
      case 'parallel':
        return {
          kind,
          branches: Array.from({ length: draw.integer(2, 3) }, () => {
            // What was fetched before is not fetched again in one branch while another may look at it.
            const inside: Place = {
              ...within,
              known: place.known.map(({ fetched: _, written: __, ...known }) => known),
            };
            return [fetching(inside), ...block(inside, 0)];
          }),
        };
      case 'if': {
        const repeated = !place.branch && draw.chance(0.4) ? again(place) : undefined;
        if (repeated !== undefined) return repeated;
        const on = decision(place);
        if (on === undefined) return step(place);
        const asked = on.type === 'fact' ? [...place.asked, on.variable] : place.asked;
        const branch: Place = { ...within, known: [...place.known], asked, branch: true };
        return { kind, on, whenTrue: block(branch, 1), whenFalse: draw.chance(0.4) ? block(branch, 1) : [] };
      }
      case 'try': {
        const body = plain(place, { fetches: true, yields: true, proof: draw.chance(0.5) });
        if (!place.branch) place.known.push({ step: body.id, loops: place.loops, fetched: body });
        return {
          kind,
          body,
          retries: draw.integer(1, 3),
          ...(draw.chance(0.3) ? { recovery: plain(place) } : {}),
          otherwise: plain(place),
          loops: place.loops,
        };
      }
      case 'repeat':
        return repeat(place) ?? step(place);
      case 'tree': {
        const visit = plain({ ...place, loops: [{ variable: 'node', list: 'tree' }] });
        return { kind, visit, first: draw.chance(0.5) };
      }
    }
  };

  const block = (place: Place, least: number): Spec[] => {
    const made: Spec[] = [];
    const wanted = draw.integer(least, 3);
    while (made.length < wanted && (left > 0 || made.length < least)) made.push(node(place));
    return made;
  };

  const top: Place = { loops: [], known: [], depth: 0, asked: [], branch: false };
  const nodes: Spec[] = [plain(top, { does: 'request' })];
  while (left > 0) nodes.push(node(top));
  return { nodes, lists, tree: tree(draw, 3) };
}

function tree(draw: Random, depth: number, id = 'n'): TreeElement {
  const children = depth === 0 ? 0 : draw.integer(id === 'n' ? 1 : 0, 2);
  return { id, children: Array.from({ length: children }, (_, index) => tree(draw, depth - 1, `${id}${index}`)) };
}
