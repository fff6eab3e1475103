import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = fileURLToPath(new URL('./packages', import.meta.url));

export default defineConfig({
  resolve: {
    alias: [{ find: /^@obey\/([a-z]+)$/, replacement: `${packages}/$1/src/index.ts` }],
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'catalog/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Limits for tests that hang, not for slow machines.
    testTimeout: process.env.OBEY_FULL === '1' ? 600_000 : 120_000,
    hookTimeout: 120_000,
  },
});
