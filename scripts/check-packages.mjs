// What a user of the published packages would meet: publint and attw over every public package.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runPnpm, runTool } from './shell.mjs';

/** The folders of every package that is published, as absolute paths. */
export const publicPackages = () =>
  ['packages', 'apps']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .filter((folder) => !JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).private);

/** Packs each public package and gives it to publint and attw; code 1 when either objects. */
export async function checkPackages() {
  const folder = mkdtempSync(join(tmpdir(), 'obey-pack-'));
  let code = 0;
  for (const cwd of publicPackages()) {
    const packed = await runPnpm(['pack', '--pack-destination', folder], { cwd, quiet: true });
    if (packed.code !== 0) console.error(packed.output);
    code ||= packed.code;
  }
  for (const name of readdirSync(folder)) {
    const tarball = join(folder, name);
    for (const [tool, args] of [
      ['publint', ['run', tarball, '--strict']],
      ['attw', [tarball, '--profile', 'esm-only', '--quiet']],
    ]) {
      const result = await runTool(tool, args, { quiet: true });
      if (result.code !== 0) console.error(`${tool} ${name}\n${result.output}`);
      code ||= result.code;
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return { code };
}
