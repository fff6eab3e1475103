import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder of this package: that of the nearest package.json above this module, built or not. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

/** The versions of this package and of the libraries it works with, which its package.json pins. */
export function libraryVersions(): Record<string, string> {
  const text = readFileSync(join(packageFolder(), 'package.json'), 'utf8');
  const { name, version, dependencies } = packageSchema.parse(JSON.parse(text));
  return { [name]: version, ...dependencies };
}
