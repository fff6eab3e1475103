import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importCount } from './import-count.js';
import { moduleGraph } from './module-graph.js';
import { elementaryCycles, stronglyConnected } from './module-graph-cycles.js';

const full = process.env.OBEY_FULL === '1';
const numRuns = full ? 1000 : 100;

/** A graph over a few modules as files, each with one import per edge. */
const graphs = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 18, selector: String }).map((pairs) => {
  const edges = pairs.filter(([from, to]) => from !== to).map(([from, to]) => [`m${from}.ts`, `m${to}.ts`] as const);
  const files = Object.fromEntries(
    Array.from({ length: 7 }, (_, index) => {
      const lines = edges.flatMap(([from, to]) =>
        from === `m${index}.ts` ? [`import { x as ${to.replace('.ts', '')} } from './${to}';`] : [],
      );
      return [`m${index}.ts`, `${lines.join('\n')}\nexport const x = ${index};\n`];
    }),
  );
  return { edges, files };
});

const reaches = (edges: readonly (readonly [string, string])[], from: string, to: string): boolean => {
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const [start, end] of edges) {
      if (start !== at || seen.has(end)) continue;
      if (end === to) return true;
      seen.add(end);
      open.push(end);
    }
  }
  return false;
};

describe('moduleGraph', () => {
  it('reads what is imported and passed on, type-only or not, and resolves files', () => {
    const graph = moduleGraph({
      'src/a.ts': [
        "import type { B } from './b.ts';",
        "import { type C, type D } from './sub/c';",
        "import e, { f as g } from './sub/index.js';",
        "export * from './b.js';",
        "import './b';",
        "import path from 'node:path';",
        "import { no } from './nowhere.ts';",
        "// import { x } from './sub/c.ts';",
        'const text = "from \'./sub/c.ts\'";',
      ].join('\n'),
      'src/b.ts': 'export type B = number;',
      'src/sub/c.ts': "export type { B } from '../b.ts'; export type C = 1; export type D = 2;",
      'src/sub/index.ts': 'export default 1; export const f = 2;',
    });
    const one = { from: 'src/a.ts', to: 'src/b.ts' };
    expect(graph.imports).toEqual([
      { ...one, kind: 'import', typeOnly: true, names: ['B'] },
      { from: 'src/a.ts', to: 'src/sub/c.ts', kind: 'import', typeOnly: true, names: ['C', 'D'] },
      { from: 'src/a.ts', to: 'src/sub/index.ts', kind: 'import', typeOnly: false, names: ['default', 'f'] },
      { ...one, kind: 'export', typeOnly: false, names: ['*'] },
      { ...one, kind: 'import', typeOnly: false, names: [] },
      { from: 'src/sub/c.ts', to: 'src/b.ts', kind: 'export', typeOnly: true, names: ['B'] },
    ]);
    expect(graph.missing).toEqual([{ from: 'src/a.ts', specifier: './nowhere.ts' }]);
    expect(importCount(graph)).toBe(4);
  });

  it('throws for what is no module', () => {
    expect(() => moduleGraph({ 'a.ts': 'export const = ;' })).toThrow(SyntaxError);
  });

  it('has an import for each edge, however the statements are written', () => {
    fc.assert(
      fc.property(graphs, ({ edges, files }) => {
        const graph = moduleGraph(files);
        const found = graph.imports.map(({ from, to }) => `${from} ${to}`);
        expect(found.sort()).toEqual(edges.map((edge) => edge.join(' ')).sort());
        const doubled = Object.fromEntries(
          Object.entries(files).map(([name, text]) => [
            name,
            `${text}\n${text.replaceAll(' as m', ' as also').replace(/^export.*$/m, '')}`,
          ]),
        );
        expect(importCount(moduleGraph(doubled))).toBe(importCount(graph));
      }),
      { numRuns },
    );
  });
});

describe('stronglyConnected', () => {
  it('puts two modules together exactly when each reaches the other', () => {
    fc.assert(
      fc.property(graphs, ({ edges, files }) => {
        const groups = stronglyConnected(moduleGraph(files));
        const groupOf = new Map(groups.flatMap((group, index) => group.map((module) => [module, index])));
        for (const a of Object.keys(files)) {
          for (const b of Object.keys(files)) {
            if (a === b) continue;
            const together = groupOf.has(a) && groupOf.get(a) === groupOf.get(b);
            expect(together).toBe(reaches(edges, a, b) && reaches(edges, b, a));
          }
        }
      }),
      { numRuns },
    );
  });
});

describe('elementaryCycles', () => {
  it('finds every ring once, by exhaustion', () => {
    fc.assert(
      fc.property(graphs, ({ edges, files }) => {
        const graph = moduleGraph(files);
        const expected = new Set<string>();
        const walk = (path: readonly string[]): void => {
          for (const [from, to] of edges) {
            if (from !== path.at(-1)) continue;
            if (to === path[0] && path.every((one) => one >= to)) expected.add(path.join(' '));
            if (!path.includes(to)) walk([...path, to]);
          }
        };
        for (const module of graph.modules) walk([module]);
        const found = elementaryCycles(graph, { most: 100_000 }).map((cycle) => cycle.join(' '));
        expect(found).toHaveLength(new Set(found).size);
        expect(new Set(found)).toEqual(expected);
      }),
      { numRuns: Math.floor(numRuns / 4) },
    );
  });

  it('stops where there are too many', () => {
    const names = Array.from({ length: 9 }, (_, index) => `m${index}.ts`);
    const files = Object.fromEntries(
      names.map((name) => [
        name,
        names
          .filter((to) => to !== name)
          .map((to) => `import './${to}';`)
          .join('\n'),
      ]),
    );
    expect(() => elementaryCycles(moduleGraph(files), { most: 100 })).toThrow(RangeError);
  });
});
