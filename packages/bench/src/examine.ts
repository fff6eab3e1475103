import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTaskModules } from '@obey/catalog';
import { type HarnessOptions, proveHarness } from '@obey/runner';
import { type Candidate, formatCandidate, ObeyError } from '@obey/schema';
import { performTrial } from './perform-trial.js';
import { resolveSuite } from './resolve-suite.js';
import { defaultPace } from './run-defaults.js';

export interface Examination {
  readonly name: string;
  readonly passed: boolean;
  readonly detail: string;
}

export interface ExamineOptions {
  /** An installed agent to prove besides this machine. */
  readonly harness?: string;
  readonly settings?: HarnessOptions;
  readonly signal?: AbortSignal;
}

/**
 * Proves that this machine records and judges trials rightly: an obedient run of every smoke task must come out strict.
 * An installed agent, which works on a scripted model on loopback and needs no key, must besides be read rightly.
 * @throws ObeyError `usage` for an agent that cannot be scripted, `infrastructure` when it is not installed
 */
export async function examine(options: ExamineOptions = {}): Promise<Examination[]> {
  const { harness } = options;
  const folder = await mkdtemp(join(tmpdir(), 'obey-doctor-'));
  try {
    const examined = [
      nodeVersion(),
      ...(await runObediently({ harness: 'reference', environment: 'local' }, folder, options)),
    ];
    if (harness === undefined || harness === 'reference') return examined;
    examined.push(...(await proveReading(harness, options)));
    if (examined.some((examination) => !examination.passed)) return examined;
    const candidate = { harness, deviation: 'obedient', environment: 'local' } as const;
    return [...examined, ...(await runObediently(candidate, folder, options))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function nodeVersion(): Examination {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return {
    name: 'node',
    passed: major > 20 || (major === 20 && minor >= 19),
    detail: `${process.version}, needs 20.19`,
  };
}

async function proveReading(harness: string, { settings, signal }: ExamineOptions): Promise<Examination[]> {
  const checks = await proveHarness(harness, {
    ...(settings === undefined ? {} : { options: settings }),
    ...(signal === undefined ? {} : { signal }),
  });
  return checks.map(({ name, ok, detail }) => ({ name: `${harness} ${name}`, passed: ok, detail }));
}

async function runObediently(candidate: Candidate, parent: string, options: ExamineOptions): Promise<Examination[]> {
  const examined: Examination[] = [];
  for (const loaded of await resolveSuite('suite:smoke')) {
    const name = `${formatCandidate(candidate)} on ${loaded.task.id}`;
    const { record, scorecard } = await performTrial({
      loaded,
      modules: await loadTaskModules(loaded),
      candidate,
      seed: 1,
      level: 'easy',
      pace: defaultPace,
      folder: join(parent, candidate.harness, loaded.task.id),
      ...(options.settings === undefined ? {} : { harness: options.settings }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    if (record.status === 'interrupted') throw new ObeyError('interrupted', 'the examination was interrupted');
    const version = record.harnessVersion === undefined ? '' : ` (version ${record.harnessVersion})`;
    if (scorecard === null) return [...examined, { name, passed: false, detail: record.error ?? record.status }];
    const first = scorecard.findings[0];
    const detail =
      first === undefined ? `score ${scorecard.score}${version}` : `${first.code} at ${first.step}: ${first.seen}`;
    examined.push({ name, passed: scorecard.strict === true, detail });
  }
  return examined;
}
