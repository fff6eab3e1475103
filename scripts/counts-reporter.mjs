// A vitest reporter that leaves the totals, and why tests were skipped, in the file that OBEY_COUNTS names.
import { writeFileSync } from 'node:fs';

export default class CountsReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) {
      let tests = 0;
      for (const test of module.children.allTests()) {
        tests += 1;
        const result = test.result();
        if (result.state === 'passed') counts.passed += 1;
        else if (result.state === 'failed') counts.failed += 1;
        else counts.skipped.push({ name: test.fullName, reason: result.note ?? reasonInName(test.fullName) });
      }
      // A file that could not be loaded has no tests to count, yet it must fail the run.
      if (module.state() === 'failed' && (tests === 0 || module.errors().length > 0)) counts.failed += 1;
    }
    if (process.env.OBEY_COUNTS) writeFileSync(process.env.OBEY_COUNTS, JSON.stringify(counts));
  }
}

/** The last words in brackets of a test's name, or of the group that it stands in. */
const reasonInName = (name) => [...name.matchAll(/\(([^()]*)\)/g)].at(-1)?.[1] ?? 'no reason given';
