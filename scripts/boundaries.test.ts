import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const biome = join(root, 'node_modules', '.bin', 'biome');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-boundaries-'));
  const config: Record<string, unknown> = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'));
  // The rules under test, without the checkout they usually stand in.
  await writeFile(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function lint(files: Record<string, string>): Promise<string[]> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const run = promisify(execFile)(biome, ['lint', '--reporter=json', '.'], { cwd: folder });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const report: { diagnostics: { category: string }[] } = JSON.parse(stdout);
  return report.diagnostics.map((diagnostic) => diagnostic.category).sort();
}

it('accepts imports that point one way', async () => {
  const files = {
    'packages/judge/src/score.ts': "import { finding } from '@obey/schema';\n\nexport const score = () => finding;\n",
    'packages/bench/src/run.ts': "import { score } from '@obey/judge';\n\nexport const run = () => score;\n",
  };
  expect(await lint(files)).toEqual([]);
});

it.each([
  ['a value', "import { score } from '@obey/judge';\n\nexport const broken = score;\n"],
  ['a type', "import type { Score } from '@obey/judge';\n\nexport type Broken = Score;\n"],
  ['a lazy import', "export const broken = () => import('@obey/judge');\n"],
  ['a re-export', "export { score } from '@obey/judge';\n"],
])('refuses an import against the direction: %s', async (_kind, text) => {
  expect(await lint({ 'packages/schema/src/broken.ts': text })).toEqual(['lint/style/noRestrictedImports']);
  expect(await lint({ 'packages/trace/src/broken.ts': text })).toHaveLength(2);
});

it.each([
  ['a package subpath', "import { finding } from '@obey/schema/src/finding.js';\n\nexport const broken = finding;\n"],
  ['a relative path', "import { finding } from '../../schema/src/finding.js';\n\nexport const broken = finding;\n"],
])('refuses a deep import by %s', async (_kind, text) => {
  expect(await lint({ 'packages/judge/src/broken.ts': text })).toEqual(['lint/style/noRestrictedImports']);
});

it('refuses a cycle between files', async () => {
  const files = {
    'packages/judge/src/a.ts': "import { b } from './b.js';\n\nexport const a = () => b;\n",
    'packages/judge/src/b.ts': "import { a } from './a.js';\n\nexport const b = () => a;\n",
  };
  expect(await lint(files)).toEqual(['lint/suspicious/noImportCycles', 'lint/suspicious/noImportCycles']);
});

it('refuses a default export, a wholesale re-export and a file over 400 lines', async () => {
  expect(await lint({ 'packages/judge/src/a.ts': 'const a = 1;\nexport default a;\n' })).toEqual([
    'lint/style/noDefaultExport',
  ]);
  expect(await lint({ 'packages/judge/src/a.ts': "export * from '@obey/schema';\n" })).toEqual([
    'lint/performance/noReExportAll',
  ]);
  const long = Array.from({ length: 401 }, (_, line) => `export const line${line} = ${line};\n`).join('');
  expect(await lint({ 'packages/judge/src/a.ts': long })).toEqual(['lint/style/noExcessiveLinesPerFile']);
});

it('lets a task import the packages below it and nothing above', async () => {
  const task = {
    'catalog/sample/prepare.ts': "import { random } from '@obey/prepare';\n\nexport const prepare = random;\n",
  };
  expect(await lint(task)).toEqual([]);
  const above = {
    'catalog/sample/prepare.ts': "import { score } from '@obey/judge';\n\nexport const prepare = score;\n",
  };
  expect(await lint(above)).toEqual(['lint/style/noRestrictedImports']);
});
