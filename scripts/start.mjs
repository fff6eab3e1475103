// npm start: set up, then the main job on the built-in candidates, which need no key.
import { bootstrap } from './bootstrap.mjs';
import { run } from './shell.mjs';

/** The obedient agent, and six that each break the process in one way. */
const candidates = [
  'reference',
  'reference:skip',
  'reference:reorder',
  'reference:serialize',
  'reference:never',
  'reference:lump',
  'reference:swallow-error',
];

/** Fixed, so that everyone sees the same figures. */
const seed = '7';

try {
  await bootstrap();
  const args = candidates.flatMap((candidate) => ['--candidate', candidate]);
  const { code } = await run(process.execPath, ['apps/cli/bin/obey.js', 'bench', 'smoke', '--seed', seed, ...args]);
  process.exitCode = code;
} catch (error) {
  console.error(`obey: ${error.message}`);
  process.exitCode = 1;
}
