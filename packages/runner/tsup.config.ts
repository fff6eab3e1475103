import { defineConfig } from 'tsup';
import { library } from '../../tsup.base.js';

export default defineConfig({
  ...library,
  // The hands of the reference agent are a program of their own.
  entry: { index: 'src/index.ts', 'reference-hands': 'src/reference/hands.ts' },
});
