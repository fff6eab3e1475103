import type { Check } from '@obey/catalog';
import { elementaryCycles, importCount, type ModuleGraph, moduleGraph, publicApi } from '@obey/prepare';
import { cycleId, fingerprint, importPairs, sourcesIn } from './tree.js';

interface Sealed {
  readonly ids: readonly string[];
  readonly rings: Readonly<Record<string, readonly string[]>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly imports: number;
  readonly pairs: readonly (readonly [string, string])[];
  readonly publicApi: Readonly<Record<string, string>>;
  readonly modules: Readonly<Record<string, string>>;
  readonly tests: Readonly<Record<string, string>>;
}

type Context = Parameters<Check>[0];

/** The facts that prepare.ts gave. */
function sealed({ facts }: Context): Sealed {
  const start = facts.start as unknown as Sealed;
  return {
    ...start,
    ids: (facts.cycles as { id: string }[]).map(({ id }) => id),
    rings: facts.rings as unknown as Sealed['rings'],
    kinds: facts.kinds as unknown as Sealed['kinds'],
  };
}

interface Tree {
  readonly graph: ModuleGraph;
  readonly publicApi: Readonly<Record<string, string>>;
  readonly cycles: ReadonlySet<string>;
}

/** The tree as the candidate left it; undefined when it does not parse. */
function treeOf({ files }: Context): Tree | undefined {
  try {
    const sources = sourcesIn(files);
    const graph = moduleGraph(sources);
    return {
      graph,
      publicApi: publicApi(sources, 'src/index.ts'),
      cycles: new Set(elementaryCycles(graph, { most: 1000 }).map(cycleId)),
    };
  } catch {
    return undefined;
  }
}

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const cyclesFound: Check = (context) => {
  const { ids, rings } = sealed(context);
  const value = jsonIn(context.files['work/cycles.json']);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const found = new Map(list.map((one) => [fieldOf(one, 'id'), fieldOf(one, 'modules')]));
  const surplus = [...found.keys()].filter((id) => !ids.includes(String(id)));
  const detail = surplus.length === 0 ? 'no other cycle' : `no cycles: ${surplus.join(', ')}`;
  return [
    ...ids.map((id) => {
      const modules = found.get(id);
      const passed = Array.isArray(modules) && same([...modules].map(String).sort(), [...(rings[id] ?? [])].sort());
      return { item: id, passed, detail: found.has(id) ? `modules ${JSON.stringify(modules)}` : 'not found' };
    }),
    { item: 'others', passed: surplus.length === 0, detail },
  ];
};

/** No cycle that can be taken out is left, and the others are as they were, or gone without harm. */
const treeAsDue: Check = (context) => {
  const { ids, rings, kinds, modules } = sealed(context);
  const tree = treeOf(context);
  const isHarmless = tree !== undefined && contractKept(context).every(({ passed }) => passed);
  return [
    ...ids.map((id) => {
      if (tree === undefined) return { item: id, passed: false, detail: 'the tree does not parse' };
      const isLeft = tree.cycles.has(id);
      const touched = (rings[id] ?? []).filter((name) => fingerprint(context.files[name] ?? '') !== modules[name]);
      if (kinds[id] === 'resolvable')
        return { item: id, passed: !isLeft, detail: isLeft ? 'still there' : 'taken out' };
      // Somebody may have found a way that nobody planned; whether a test breaks only running it tells.
      const passed = touched.length === 0 || (!isLeft && isHarmless && kinds[id] !== 'tests');
      return { item: id, passed, detail: touched.length === 0 ? 'as it was' : `changed: ${touched.join(', ')}` };
    }),
    {
      item: 'others',
      passed: tree !== undefined && [...tree.cycles].every((id) => ids.includes(id)),
      detail: 'no cycle that was not there',
    },
  ];
};

/** The public API and the tests are as they were, and there are fewer imports. */
const contractKept: Check = (context) => {
  const start = sealed(context);
  const tree = treeOf(context);
  const imports = tree === undefined ? Number.POSITIVE_INFINITY : importCount(tree.graph);
  const changed = Object.entries(start.tests).filter(
    ([name, print]) => fingerprint(context.files[name] ?? '') !== print,
  );
  return [
    { item: 'publicApi', passed: tree !== undefined && same(tree.publicApi, start.publicApi), detail: 'as it was' },
    { item: 'imports', passed: imports < start.imports, detail: `${imports}, ${start.imports} before` },
    {
      item: 'tests',
      passed: changed.length === 0,
      detail: `changed: ${changed.map(([name]) => name).join(', ') || 'none'}`,
    },
  ];
};

const graphsTrue: Check = (context) => {
  const tree = treeOf(context);
  const expected = { before: sealed(context).pairs, after: tree === undefined ? undefined : importPairs(tree.graph) };
  return Object.entries(expected).map(([when, pairs]) => {
    const value = fieldOf(jsonIn(context.files[`work/graph-${when}.json`]), 'imports');
    const found = new Set(Array.isArray(value) ? value.map((pair) => JSON.stringify(pair)) : []);
    const passed =
      pairs !== undefined && found.size === pairs.length && pairs.every((pair) => found.has(JSON.stringify(pair)));
    return { item: when, passed, detail: `${found.size} pairs, expected ${pairs?.length ?? 'some'}` };
  });
};

/** What the summary counts is what the tree shows. */
const summaryTrue: Check = (context) => {
  const { ids, imports } = sealed(context);
  const tree = treeOf(context);
  const value = jsonIn(context.files['work/summary.json']);
  const left = ids.filter((id) => tree?.cycles.has(id)).length;
  const expected = {
    resolved: ids.length - left,
    skipped: left,
    importsRemoved: tree === undefined ? undefined : imports - importCount(tree.graph),
  };
  return Object.entries(expected).map(([name, number]) => {
    const found = fieldOf(value, name);
    return {
      item: name,
      passed: tree !== undefined && found === number,
      detail: `${JSON.stringify(found)}, expected ${number}`,
    };
  });
};

const reportComplete: Check = (context) => {
  const { ids, imports } = sealed(context);
  const text = context.files['report.md'] ?? '';
  const tree = treeOf(context);
  const after = tree === undefined ? imports : importCount(tree.graph);
  const numbers = [imports, after].every((number) => new RegExp(`\\b${number}\\b`).test(text));
  return [
    ...ids.map((id) => ({ item: id, passed: text.includes(id), detail: text.includes(id) ? 'named' : 'not named' })),
    { item: 'graph', passed: numbers, detail: `${imports} imports before, ${after} after` },
  ];
};

export const checks = { cyclesFound, treeAsDue, contractKept, graphsTrue, summaryTrue, reportComplete };
