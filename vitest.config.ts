import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = fileURLToPath(new URL('./packages', import.meta.url));

const include = [
  'packages/*/src/**/*.test.ts',
  'apps/*/src/**/*.test.ts',
  'catalog/**/*.test.ts',
  'scripts/**/*.test.ts',
];
const exclude = ['**/node_modules/**', '**/dist/**'];
const measured = 'packages/bench/src/calibration/**/*.test.ts';

export default defineConfig({
  resolve: {
    alias: [{ find: /^@obey\/([a-z]+)$/, replacement: `${packages}/$1/src/index.ts` }],
  },
  test: {
    // Limits for tests that hang, not for slow machines.
    testTimeout: process.env.OBEY_FULL === '1' ? 900_000 : 300_000,
    hookTimeout: 300_000,
    setupFiles: ['./scripts/fixed-cases.ts'],
    exclude,
    projects: [
      { extends: true, test: { name: 'code', include, exclude: [...exclude, measured], maxWorkers: 2 } },
      {
        extends: true,
        // What measures overlap, or burns every core, runs alone.
        test: { name: 'calibration', include: [measured], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
