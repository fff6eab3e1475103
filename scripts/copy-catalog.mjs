// Puts the built-in tasks into @obey/catalog, so that the packed package holds them: part of its build.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

// What a list shows of each is known from then on without reading any.
const built = pathToFileURL(join(root, 'packages', 'catalog', 'dist', 'index.js'));
const { listTasks, taskIndexText } = await import(built);
writeFileSync(join(to, 'index.json'), await taskIndexText(await listTasks(to, { onProblem: () => undefined })));
