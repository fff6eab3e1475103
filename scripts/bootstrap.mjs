// From a bare clone to built packages: needs Node and npm, nothing else.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, runPnpm } from './shell.mjs';

const skipped = new Set(['node_modules', 'dist', '.turbo', '.git', 'runs']);

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

const workspaces = () =>
  ['packages', 'apps'].flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)));

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex');
}

const manifests = () =>
  [root, join(root, 'catalog'), join(root, 'benchmarks'), ...workspaces()]
    .map((folder) => join(folder, 'package.json'))
    .concat(['pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(root, name)))
    .filter((path) => existsSync(path));

const sources = () =>
  [...['packages', 'apps', 'catalog'].flatMap((group) => [...filesUnder(join(root, group))])]
    .filter((path) => !path.endsWith('.test.ts'))
    .concat(['tsconfig.base.json', 'tsup.base.ts', 'turbo.json', 'pnpm-lock.yaml'].map((name) => join(root, name)));

const stampFile = (name) => join(root, 'node_modules', '.obey', name);
const isFresh = (name, value) => existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === value;

function stamp(name, value) {
  mkdirSync(join(root, 'node_modules', '.obey'), { recursive: true });
  writeFileSync(stampFile(name), value);
}

/** Every workspace that builds has its dist: a deleted one must not pass for a warm build. */
const isBuilt = () =>
  workspaces().every((folder) => {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest) || !JSON.parse(readFileSync(manifest, 'utf8')).scripts?.build) return true;
    const dist = join(folder, 'dist', 'index.js');
    return existsSync(dist) && statSync(dist).size > 0;
  });

/**
 * Installs and builds what changed since the last time; throws when either fails. Without `types` no declaration files
 * are made, which is most of the work and only users of the packages need.
 */
export async function bootstrap({ types = false } = {}) {
  const wanted = fingerprint(manifests());
  if (!isFresh('install', wanted)) {
    console.log('Installing dependencies…');
    const { code } = await runPnpm(['install', '--frozen-lockfile', '--reporter=append-only']);
    if (code !== 0) throw new Error('installing dependencies failed');
    stamp('install', wanted);
  }
  const built = fingerprint(sources());
  const fresh = isFresh('types', built) || (!types && isFresh('build', built));
  if (!fresh || !isBuilt()) {
    console.log('Building…');
    const args = ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only'];
    const { code } = await runPnpm(args, { env: { OBEY_TYPES: types ? '1' : '0' } });
    if (code !== 0) throw new Error('the build failed');
    stamp('build', built);
    stamp('types', types ? built : '');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bootstrap({ types: true }).catch((error) => {
    console.error(`obey: ${error.message}`);
    process.exitCode = 1;
  });
}
