// Puts the built-in tasks into @obey/catalog, so that the packed package holds them: part of its build.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './shell.mjs';

const from = join(root, 'catalog');
const to = join(root, 'packages', 'catalog', 'tasks');
const isLeftOut = (path) => basename(path) === 'node_modules' || path.endsWith('.test.ts');

rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  if (!existsSync(join(from, name, 'task.yaml'))) continue;
  cpSync(join(from, name), join(to, name), { recursive: true, filter: (path) => !isLeftOut(path) });
}
