import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedTask, loadTaskModules, type ValidationIssue } from '@obey/catalog';
import { applicableDeviations, applicableVariants, deviationNamed } from '@obey/process';
import { type Dimension, formatCandidate, type Level, levels, ObeyError, type Scorecard } from '@obey/schema';
import PQueue from 'p-queue';
import { performTrial } from './perform-trial.js';
import { defaultConcurrency, defaultPace } from './run-defaults.js';

export interface CalibrateOptions {
  readonly seed?: number;
  /** Levels of the obedient runs; deviations and variants run at the first. All by default. */
  readonly levels?: readonly Level[];
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

interface Run {
  /** Of the reference agent; none is obedient. */
  readonly deviation?: string;
  readonly level: Level;
  /** What the scorecard must say; gives what is wrong with it. */
  readonly problem: (scorecard: Scorecard) => string | undefined;
}

/**
 * Validates a task by running the reference agent on it: obediently at every level and in every variant that applies,
 * which must come out strict with 100; and with every deviation that applies, which must be found in its own dimension.
 * Gives what is wrong; empty when the task measures what it says.
 */
export async function calibrateTask(loaded: LoadedTask, options: CalibrateOptions = {}): Promise<ValidationIssue[]> {
  const { seed = 1, concurrency = defaultConcurrency(), signal } = options;
  const modules = await loadTaskModules(loaded);
  const folder = await mkdtemp(join(tmpdir(), 'obey-calibrate-'));
  const queue = new PQueue({ concurrency });
  const judge = async (run: Run, index: number): Promise<ValidationIssue[]> => {
    const candidate = {
      harness: 'reference',
      environment: 'local' as const,
      ...(run.deviation === undefined ? {} : { deviation: run.deviation }),
    };
    const common = { loaded, modules, candidate, seed, level: run.level, pace: defaultPace };
    const at = join(folder, String(index));
    const { record, scorecard } = await performTrial({
      ...common,
      folder: at,
      ...(signal === undefined ? {} : { signal }),
    });
    if (record.status === 'interrupted') throw new ObeyError('interrupted', 'the calibration was interrupted');
    const problem = scorecard === null ? (record.error ?? record.status) : run.problem(scorecard);
    if (problem === undefined) return [];
    const message = `${formatCandidate(candidate)} at level ${run.level}, seed ${seed}: ${problem}`;
    return [{ severity: 'error', file: join(loaded.folder, 'task.yaml'), message }];
  };
  try {
    const runs = runsOf(loaded, options.levels ?? levels);
    return (await queue.addAll(runs.map((run, index) => () => judge(run, index)))).flat();
  } finally {
    queue.clear();
    await queue.onIdle();
    await rm(folder, { recursive: true, force: true });
  }
}

function runsOf({ process }: LoadedTask, [first = 'easy', ...others]: readonly Level[]): Run[] {
  const obedient = [first, ...others].map((level): Run => ({ level, problem: notStrict }));
  const variants = applicableVariants(process).map(
    (deviation): Run => ({ deviation, level: first, problem: notStrict }),
  );
  const deviations = applicableDeviations(process).map((deviation): Run => {
    const { dimension } = deviationNamed(deviation);
    return { deviation, level: first, problem: (scorecard) => notFound(scorecard, dimension) };
  });
  return [...obedient, ...variants, ...deviations];
}

function notStrict({ strict, score, findings: [first] }: Scorecard): string | undefined {
  if (strict === true && score === 100) return undefined;
  const found = first === undefined ? '' : `; ${first.code} at ${first.step} ${first.item}: ${first.seen}`;
  return `expected 100 and strict, got ${score}${found}`;
}

function notFound({ strict, findings }: Scorecard, dimension: Dimension): string | undefined {
  if (strict === true) return 'the deviation was not found';
  if (findings.some((finding) => finding.dimension === dimension)) return undefined;
  return `expected a finding in ${dimension}, found ${findings.map((finding) => finding.dimension).join(', ') || 'none'}`;
}
