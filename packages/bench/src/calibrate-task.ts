import { join } from 'node:path';
import { type LoadedTask, loadTaskModules, type ValidationIssue } from '@obey/catalog';
import { applicableDeviations, applicableVariants } from '@obey/process';
import { formatCandidate, type Level, levels, ObeyError, type Scorecard } from '@obey/schema';
import PQueue from 'p-queue';
import { falseAlarms, misreadings, unpunished } from './calibration/misreadings.js';
import { type ReferenceTrial, referenceTrial, type Specimen } from './calibration/reference-trial.js';
import { omissionPairs } from './omission-trials.js';
import { defaultConcurrency } from './run-defaults.js';

export interface CalibrateOptions {
  readonly seed?: number;
  /** Levels of the obedient runs; everything else runs at the first. All by default. */
  readonly levels?: readonly Level[];
  /** Which questions are asked; all by default. */
  readonly ask?: readonly CalibrateQuestion[];
  /** Trials at once. */
  readonly concurrency?: number;
  /** Ends it with an ObeyError `interrupted`. */
  readonly signal?: AbortSignal;
  /** Told of each run that is done. */
  readonly onProgress?: (progress: CalibrateProgress) => void;
}

/** Obedient runs · its untidy variants · the run that does nothing · deviations · leaving out beside doing wrongly. */
export type CalibrateQuestion = 'obedient' | 'variants' | 'empty' | 'deviations' | 'omissions';

export interface CalibrateProgress {
  readonly done: number;
  readonly total: number;
  /** What ran, in words: `reference:skip, easy`. */
  readonly name: string;
}

/** Some trials that answer one question about a task, and what is wrong with the answer. */
interface Question {
  readonly name: string;
  readonly ask: () => Promise<readonly string[]>;
}

/** The candidate that does nothing at all, see the red team of `@obey/process`. */
const empty = 'null';

/**
 * Validates a task by running the reference agent on it. Obediently at every level, and in every variant that applies, it must
 * come out strict with 100; the empty run must earn nothing; every deviation that applies must be found where it happened and
 * in its own dimension alone; and for each step that leaves a file, leaving it out must not score above doing it wrongly.
 * Gives what is to be mended, a line each; empty when the task measures what it says.
 * @throws ObeyError `interrupted`, `infrastructure` when the machine failed
 */
export async function calibrateTask(loaded: LoadedTask, options: CalibrateOptions = {}): Promise<ValidationIssue[]> {
  const { concurrency = defaultConcurrency(), signal, onProgress } = options;
  const specimen = { loaded, modules: await loadTaskModules(loaded) };
  const questions = questionsAbout(specimen, options);
  const queue = new PQueue({ concurrency });
  let done = 0;
  try {
    const answers = await queue.addAll(
      questions.map(({ name, ask }) => async () => {
        if (signal?.aborted) throw new ObeyError('interrupted', 'the calibration was interrupted');
        const problems = await ask();
        done += 1;
        onProgress?.({ done, total: questions.length, name });
        return problems.map((problem) => `${name}: ${problem}`);
      }),
    );
    const file = join(loaded.folder, 'task.yaml');
    return answers.flat().map((message) => ({ severity: 'error', file, message }));
  } finally {
    queue.clear();
    await queue.onIdle();
  }
}

function questionsAbout(specimen: Specimen, options: CalibrateOptions): Question[] {
  const { seed = 1, levels: [first = 'easy', ...others] = levels, signal } = options;
  const { process } = specimen.loaded;
  const read = (trial: ReferenceTrial, of = specimen) =>
    referenceTrial(of, trial, signal === undefined ? {} : { signal });
  const nameOf = ({ script, level }: ReferenceTrial) => {
    const candidate = { harness: 'reference', environment: 'local' as const };
    const name = formatCandidate(script === undefined ? candidate : { ...candidate, deviation: script });
    return `${name}, ${level}, seed ${seed}`;
  };
  const scripted = (script: string): ReferenceTrial => ({ script, level: first, seed });
  const obeys = (trial: ReferenceTrial): Question => ({
    name: nameOf(trial),
    ask: async () => summary('expected 100 and strict', falseAlarms((await read(trial)).scorecard)),
  });
  const obedient = [first, ...others].map((level) => obeys({ level, seed }));
  const variants = applicableVariants(process).map((variant) => obeys(scripted(variant)));
  const deviations = applicableDeviations(process).map((deviation) => ({
    name: nameOf(scripted(deviation)),
    ask: async () => summary('the deviation is misread', misreadings(deviation, await read(scripted(deviation)))),
  }));
  const omissions = omissionPairs(specimen).map(({ step, omitted, wrong }) => ({
    name: `\`${step}\` left out or done wrongly, ${first}, seed ${seed}`,
    ask: async () => {
      const trial = { level: first, seed };
      const [without, badly] = [await read(trial, omitted), await read(trial, wrong)];
      return omissionPays(without.scorecard, badly.scorecard);
    },
  }));
  const nothing: Question = {
    name: nameOf(scripted(empty)),
    ask: async () => {
      const { scorecard } = await read(scripted(empty));
      const earned = scorecard.obedience > 0 ? [`it earns ${scorecard.obedience} of obedience`] : [];
      return summary('the empty run must earn nothing', [...earned, ...unpunished(empty, scorecard)]);
    },
  };
  const all = { obedient, variants, empty: [nothing], deviations, omissions };
  return (options.ask ?? (Object.keys(all) as CalibrateQuestion[])).flatMap((question) => all[question]);
}

/** Leaving a step out must not pay: neither in obedience nor in the score. */
function omissionPays(omitted: Scorecard, wrong: Scorecard): string[] {
  const pays = (['obedience', 'score'] as const).filter((figure) => omitted[figure] > wrong[figure] + 1e-9);
  return pays.map((figure) => `leaving it out gives ${figure} ${omitted[figure]}, doing it wrongly ${wrong[figure]}`);
}

/** One line, with the first few of what is wrong. */
function summary(expected: string, problems: readonly string[]): string[] {
  const few = 3;
  const more = problems.length > few ? [`and ${problems.length - few} more`] : [];
  return problems.length === 0 ? [] : [`${expected}; ${[...problems.slice(0, few), ...more].join('; ')}`];
}
