import { defineConfig } from 'tsup';
import { library } from '../../tsup.base.js';

// The command starts by itself, so that what answers at once loads nothing else.
export default defineConfig({ ...library, entry: ['src/index.ts', 'src/start.ts'] });
