import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

it('names every task of the catalog on its page, and no other', () => {
  const tasks = readdirSync(`${root}/catalog`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name);
  const page = readFileSync(`${root}/docs/catalog.md`, 'utf8');
  const named = [...page.matchAll(/\(\.\.\/catalog\/([a-z0-9-]+)\/README\.md\)/g)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(tasks.toSorted());
});
