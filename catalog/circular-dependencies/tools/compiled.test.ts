import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { compiledTools } from '../workspace-tools.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const measures = path.join(here, '../../../packages/prepare/src/measure');

/** Where the workspace's tools find what `@obey/prepare` exports. */
const measuresModule = `export { importCount } from './import-count.mjs';
export { moduleFacts, rememberFacts } from './module-facts.mjs';
export { moduleGraph, resolveModule } from './module-graph.mjs';
export { statementsOf } from './module-graph-source.mjs';
export { publicApi } from './public-api.mjs';
`;

describe('the compiled tools', () => {
  it.each(compiledTools)('%s is what its source gives; `--update` writes it', async (name) => {
    await expect(compiled(name)).toMatchFileSnapshot(`./compiled/${name}.mjs.txt`);
  });
});

function compiled(name: string): string {
  if (name === 'measures') return measuresModule;
  const source = [path.join(here, `${name}.ts`), path.join(measures, `${name}.ts`)]
    .map(readIfThere)
    .find((text) => text !== undefined);
  const { outputText } = ts.transpileModule(source ?? '', {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  return outputText
    .replaceAll(/from '\.\/([\w-]+)\.js'/g, "from './$1.mjs'")
    .replaceAll("from '@obey/prepare'", "from './measures.mjs'")
    .replaceAll("'@babel/parser'", "'./parser.cjs'");
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
