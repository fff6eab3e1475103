import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTrace } from '@obey/trace';
import { expect, it } from 'vitest';
import { reportTrial } from '../examples/report-trial.js';
import { sampleResult } from './testing/sample-run.js';
import { sampleTrace } from './testing/sample-trace.js';

it('runs the example of the README', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obey-example-'));
  try {
    const { record, scorecard } = sampleResult({ candidate: 'reference', task: 'us-states' });
    await writeFile(join(folder, 'trial.json'), JSON.stringify(record));
    await writeFile(join(folder, 'scorecard.json'), JSON.stringify(scorecard));
    await writeTrace(join(folder, 'trace.jsonl'), sampleTrace({ parallel: true }));
    expect(await readFile(await reportTrial(folder), 'utf8')).toContain('reference on us-states');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
