import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

let fromSource: Promise<string> | undefined;

/** Path of the hands' program: the built one, or in a checkout one made from its source, once per process. */
export function handsProgram(): Promise<string> {
  if (!import.meta.url.endsWith('.ts')) {
    return Promise.resolve(fileURLToPath(new URL('./reference-hands.js', import.meta.url)));
  }
  fromSource ??= transpile();
  return fromSource;
}

async function transpile(): Promise<string> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'obey-hands-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  for (const name of ['hands', 'act', 'request-page']) {
    const filename = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
    const code = jiti.transform({ source: readFileSync(filename, 'utf8'), filename, ts: true });
    writeFileSync(join(folder, `${name}.js`), code);
  }
  return join(folder, 'hands.js');
}
