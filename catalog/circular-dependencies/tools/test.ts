// node tools/test.mjs: runs every test; exits 1 when one fails.
import { runTests } from './run-tests.js';
import { recallKnown, workspaceFiles } from './workspace-files.js';

const files = workspaceFiles();
const { passed, failed } = await runTests(files, recallKnown(files));
for (const one of failed) console.log(`not ok ${one}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
