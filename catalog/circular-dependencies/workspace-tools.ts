import { readFileSync } from 'node:fs';
import { moduleFacts, parserText } from '@obey/prepare';
import { eraseTypes } from './tools/erase-types.js';
import { type KnownModule, textKey } from './tools/known-module.js';

/** Names of the modules that make up the tools of the workspace, as they are compiled. */
export const compiledTools = [
  'erase-types',
  'import-count',
  'known-module',
  'measure',
  'measure-tree',
  'measures',
  'module-facts',
  'module-graph',
  'module-graph-source',
  'node-test',
  'public-api',
  'public-api-signature',
  'run-tests',
  'test',
  'workspace-files',
] as const;

/**
 * The tools of the workspace: JavaScript that any Node from 20 on runs without a registry. They are the metrics of
 * `@obey/prepare` and the modules in tools/, compiled (compiled/ is kept by a test), the parser that both rest on, and what
 * is known of the modules as they are given, so that only those that change have to be parsed.
 */
export function workspaceTools(files: Readonly<Record<string, string>>): Record<string, string> {
  const compiled = compiledTools.map((name) => {
    const file = new URL(`./tools/compiled/${name}.mjs.txt`, import.meta.url);
    return [`tools/${name}.mjs`, readFileSync(file, 'utf8')] as const;
  });
  const known: Record<string, KnownModule> = {};
  for (const [name, text] of Object.entries(files)) {
    if (name.endsWith('.ts')) known[textKey(text)] = { facts: moduleFacts(text), erased: eraseTypes(text) };
  }
  return {
    ...Object.fromEntries(compiled),
    'tools/parser.cjs': parserText(),
    'tools/known.json': `${JSON.stringify(known)}\n`,
  };
}
