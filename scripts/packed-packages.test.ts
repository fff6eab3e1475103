import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const workspaces = ['packages', 'apps'].map((group) => join(root, group));
const full = process.env.OBEY_FULL === '1';

let folder: string;
const tarballs = new Map<string, string>();

const run = (command: string, args: readonly string[], cwd: string) =>
  promisify(execFile)(command, args, { cwd, maxBuffer: 1e8, env: { ...process.env, NODE_PATH: '' } });

async function manifestOf(packageFolder: string): Promise<{ name: string; private?: boolean }> {
  return JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
}

/** Installs one tarball, and nothing else of ours, into an empty directory. */
async function installAlone(name: string): Promise<string> {
  const directory = join(folder, 'installed', basename(name));
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'package.json'), '{ "private": true, "type": "module" }');
  const tarball = tarballs.get(name) ?? `${name} was not packed`;
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], directory);
  return directory;
}

describe.skipIf(!full)('packed packages (needs OBEY_FULL=1: packs and installs every package)', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'obey-packed-'));
    const { packageManager }: { packageManager: string } = JSON.parse(
      await readFile(join(root, 'package.json'), 'utf8'),
    );
    for (const group of workspaces) {
      for (const name of await readdir(group)) {
        const manifest = await manifestOf(join(group, name));
        if (manifest.private === true) continue;
        const file = join(folder, `${name}.tgz`);
        await run('npx', ['-y', packageManager, 'pack', '--out', file], join(group, name));
        tarballs.set(manifest.name, file);
      }
    }
  }, 300_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['schema', 'process', 'trace', 'prepare', 'catalog', 'runner', 'judge', 'report', 'bench', 'compact', 'cli'])(
    '@obey/%s installs alone and can be imported',
    async (name) => {
      const directory = await installAlone(`@obey/${name}`);
      const script = `console.log(Object.keys(await import('@obey/${name}')).length)`;
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], directory);
      expect(Number(stdout)).toBeGreaterThan(0);
      // Every name of ours exists once, or two halves of one program would not know each other's values.
      const { stdout: listed } = await run('npm', ['ls', '--all', '--parseable'], directory);
      const ours = listed.split('\n').filter((line) => /@obey[\\/][a-z]+$/.test(line));
      expect(new Set(ours.map((line) => basename(line))).size).toBe(ours.length);
    },
    300_000,
  );

  it('runs a built-in task and a task of its own from there', async () => {
    const directory = await installAlone('@obey/cli');
    const obey = async (...args: string[]) => (await run('npx', ['--no-install', 'obey', ...args], directory)).stdout;
    expect(await obey('--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { tasks }: { tasks: { id: string; folder?: string }[] } = JSON.parse(await obey('catalog', 'list', '--json'));
    expect(tasks.map((task) => task.id)).toContain('us-states');
    expect(JSON.parse(await obey('run', 'smoke-sequence', '--json'))).toMatchObject({ score: 100, strict: true });
    const compacted = await obey('compact', 'run', '--method', 'built-in:null', '--case-count', '1', '--json');
    expect(JSON.parse(compacted)).toMatchObject({ overall_score: 0 });
    expect(JSON.parse(await obey('compact', 'weaknesses', '--json'))).toMatchObject({ holds: true });

    await obey('catalog', 'new', './made', '--kind', 'map-reduce');
    expect(await obey('catalog', 'validate', './made', '--static')).toBe('made: valid\n');
    expect(JSON.parse(await obey('run', './made', '--json'))).toMatchObject({ task: 'made', score: 100, strict: true });

    const own = join(directory, 'my-task');
    await cp(join(root, 'catalog', 'smoke-sequence'), own, { recursive: true });
    const text = await readFile(join(own, 'task.yaml'), 'utf8');
    await writeFile(join(own, 'task.yaml'), text.replace(/^id: .*$/m, 'id: my-task'));
    expect(JSON.parse(await obey('run', './my-task', '--json'))).toMatchObject({
      task: 'my-task',
      score: 100,
      strict: true,
    });
  }, 300_000);
});
