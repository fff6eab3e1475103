import { type Dimension, formatCandidate, parseCandidate, type Result, type Run, type Scorecard } from '@obey/schema';

export interface SampleOptions {
  task?: string;
  version?: string;
  candidate?: string;
  trial?: number;
  score?: number;
  strict?: boolean;
  status?: Result['record']['status'];
  dimensions?: Scorecard['dimensions'];
  findings?: { dimension: Dimension; points: number }[];
  units?: number;
}

/** A whole result as a run would write it, with the fields that a test is about. */
export function sampleResult(options: SampleOptions = {}): Result {
  const { task = 'sequence', version = '1.0.0', trial = 1, score = 100, status = 'completed' } = options;
  const candidate = parseCandidate(options.candidate ?? 'reference');
  const strict = options.strict ?? score >= 90;
  const name = formatCandidate(candidate);
  const id = `${task}/${name}/${trial}`;
  const common = { task, version, seed: 7, level: 'easy', candidate, isolation: 'none', status } as const;
  return {
    schema: 'obey-result/1',
    task,
    candidate: name,
    trial,
    folder: `trials/${id}`,
    attempts: 1,
    record: {
      schema: 'obey-trial/1',
      id,
      ...common,
      pace: 0.1,
      recorders: { workspace: true, service: true, hooks: false },
      startedAt: '2026-01-01T00:00:00.000Z',
      durationMs: 10,
      exit: 0,
    },
    scorecard:
      status === 'infrastructure-error'
        ? null
        : {
            schema: 'obey-scorecard/1',
            ...common,
            score,
            obedience: score / 100,
            strict,
            correctness: 1,
            observable: 1,
            dimensions: options.dimensions ?? { completeness: { fidelity: score, coverage: 100, earned: score } },
            findings: (options.findings ?? []).map(({ dimension, points }) => ({
              code: 'missing',
              dimension,
              step: 'collect',
              item: '',
              due: 'a file',
              seen: 'nothing',
              cites: [3],
              points,
            })),
            consequences: [],
            firstDeviation: null,
            claimedDone: { claimed: true, done: true, gap: null, cites: [] },
            integrity: [],
            checks: [],
            questions: [],
            units: { completeness: options.units ?? 10 },
            notes: [],
            trial: id,
          },
  };
}

/** The plan of a run with the given tasks (id → version) and candidates. */
export function sampleRun(
  options: { id?: string; tasks?: Record<string, string>; candidates?: string[]; level?: Run['level'] } = {},
): Run {
  return {
    schema: 'obey-run/1',
    id: options.id ?? 'run-a',
    suite: 'smoke',
    tasks: Object.entries(options.tasks ?? { sequence: '1.0.0' }).map(([id, version]) => ({
      id,
      version,
      constructs: 2,
    })),
    candidates: (options.candidates ?? ['reference']).map(parseCandidate),
    trials: 1,
    seed: 7,
    level: options.level ?? 'easy',
    pace: 0.1,
    concurrency: 1,
    timeLimit: null,
    retries: 2,
    createdAt: '2026-01-01T00:00:00.000Z',
    versions: { obey: '0.1.0' },
  };
}
