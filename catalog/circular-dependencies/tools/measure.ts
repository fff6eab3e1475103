// node tools/measure.mjs <cycle> before|after|reverted: measures of the tree as JSON; after also runs the tests, and exits 1
// when one fails.
import { measureTree } from './measure-tree.js';
import { runTests } from './run-tests.js';
import { readValue, recallKnown, workspaceFiles } from './workspace-files.js';

const [cycle = '', stage] = process.argv.slice(2);
const files = workspaceFiles();
const erased = recallKnown(files);
const result: Record<string, unknown> = { cycle };
try {
  const measured = measureTree(files, cycle);
  const before = readValue(`work/cycles/${cycle}/before.json`) as { readonly state?: unknown } | null | undefined;
  Object.assign(result, measured);
  if (stage !== 'before' && before?.state !== undefined) result.changed = before.state !== measured.state;
} catch (error) {
  Object.assign(result, { imports: 0, publicApi: '', state: '', problem: String(error) });
}
if (stage === 'after') {
  const { passed, failed } = await runTests(files, erased);
  Object.assign(result, { tests: failed.length > 0 ? 1 : 0, passed, failed });
}
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
process.exitCode = result.tests === 1 || result.problem !== undefined ? 1 : 0;
