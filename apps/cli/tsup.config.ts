import { defineConfig } from 'tsup';
import { library } from '../../tsup.base.js';

// The commands start by themselves, so that what answers at once loads nothing else.
export default defineConfig({
  ...library,
  entry: { index: 'src/index.ts', start: 'src/start.ts', compactbench: 'src/compactbench/start.ts' },
});
