import {
  type Codebase,
  type CycleCounts,
  generateCodebase,
  importCount,
  moduleGraph,
  type Prepare,
  publicApi,
} from '@obey/prepare';
import { measureTree } from './tools/measure-tree.js';
import { fingerprint, importPairs, sourcesIn } from './tree.js';
import { workspaceTools } from './workspace-tools.js';

interface Parameters extends Record<string, number> {
  modules: number;
  resolvable: number;
  changesApi: number;
  breaksTest: number;
  savesNothing: number;
}

export const prepare: Prepare<Parameters> = ({ parameters, random }) => {
  const { modules, resolvable, changesApi, breaksTest, savesNothing } = parameters;
  const cycles: CycleCounts = { resolvable, api: changesApi, tests: breaksTest, imports: savesNothing };
  const base = generateCodebase(random.fork('codebase'), { modules, cycles });
  const sources = sourcesIn(base.files);
  const graph = moduleGraph(sources);
  const idsOf = (kind: string) => base.cycles.filter((cycle) => cycle.kind === kind).map(({ id }) => id);
  return {
    files: { ...base.files, 'package.json': packageText(base), ...workspaceTools(base.files) },
    services: {},
    facts: {
      cycles: base.cycles.map(({ id }) => ({ id })),
      rings: Object.fromEntries(base.cycles.map(({ id, modules: ring }) => [id, [...ring]])),
      fingerprints: Object.fromEntries(base.cycles.map(({ id }) => [id, measureTree(base.files, id).modules])),
      kinds: Object.fromEntries(base.cycles.map(({ id, kind }) => [id, kind])),
      start: {
        imports: importCount(graph),
        pairs: importPairs(graph).map((pair) => [...pair]),
        publicApi: publicApi(sources, base.entry),
        modules: Object.fromEntries(
          base.cycles.flatMap(({ modules: ring }) => ring.map((name) => [name, fingerprint(sources[name] ?? '')])),
        ),
        tests: Object.fromEntries(
          Object.entries(base.files)
            .filter(([name]) => name.startsWith('tests/'))
            .map(([name, text]) => [name, fingerprint(text)]),
        ),
      },
      planted: { changesApi: idsOf('api'), breaksTest: idsOf('tests'), savesNothing: idsOf('imports') },
    },
  };
};

function packageText({ files }: Codebase): string {
  return (files['package.json'] ?? '').replace('node --test', 'node tools/test.mjs');
}
