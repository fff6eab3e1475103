import type { Options } from 'tsup';

/** One shape for every package: ESM, its own code bundled, every dependency left to the installer. */
export const library: Options = {
  entry: ['src/index.ts'],
  format: 'esm',
  target: 'node20',
  platform: 'node',
  clean: true,
  sourcemap: true,
  // Siblings are read as built packages here, not through the source paths the editor uses.
  dts: process.env.OBEY_TYPES === '0' ? false : { compilerOptions: { paths: {} } },
};
