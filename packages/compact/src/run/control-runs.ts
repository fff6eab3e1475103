import { existsSync } from 'node:fs';
import { resolveMethod } from '../methods/resolve-method.js';
import type { PlayedSuite } from './play-suite.js';
import { type CompactionRun, checkCompaction, runCompaction } from './run-compaction.js';

/** The two controls that a score lies between: who keeps nothing, and who keeps all. */
export const scaleControls = ['null', 'oracle'] as const;
export type ScaleControl = (typeof scaleControls)[number];

/** Where the run of a control is kept: `results.null.jsonl` beside `results.jsonl`. */
export const controlFile = (results: string, control: ScaleControl): string =>
  `${results.replace(/\.jsonl$/, '')}.${control}.jsonl`;

export interface ScaledRun {
  readonly run: PlayedSuite;
  readonly controls: Readonly<Record<ScaleControl, PlayedSuite>>;
}

/**
 * Runs a method, and the two controls on the same cases, into files beside. Controls that are there already and fit are not
 * run again, whichever method they were run for; `replace` replaces them too.
 *
 * @throws ObeyError as `runCompaction`; for a control's file that does not fit before anything is asked
 */
export async function runWithControls(run: CompactionRun): Promise<ScaledRun> {
  const controls = {
    null: await controlRun(run, 'null'),
    oracle: await controlRun(run, 'oracle'),
  };
  for (const name of scaleControls) if (existsSync(controls[name].output)) await checkCompaction(controls[name]);
  return {
    run: await runCompaction(run),
    controls: { null: await runCompaction(controls.null), oracle: await runCompaction(controls.oracle) },
  };
}

async function controlRun(run: CompactionRun, control: ScaleControl): Promise<CompactionRun> {
  return {
    ...run,
    method: await resolveMethod(`built-in:${control}`, { profile: run.settings.scorer, folder: '.' }),
    output: controlFile(run.output, control),
    existing: run.existing === 'replace' ? 'replace' : 'resume',
  };
}
