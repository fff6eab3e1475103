import { beforeAll, describe, expect, it } from 'vitest';
import { artifactDigest, textDigest } from '../artifact/artifact-json.js';
import { caseNamespace, deriveCaseSeed } from '../generate/derive-seed.js';
import type { ResultsLog } from '../results/parse-results.js';
import type { CaseComplete, ResultsEvent, RunEnd, RunStart } from '../results/results-event.js';
import { loadAnySuite } from '../run/any-suite.js';
import { bundledSuites, suiteFolder } from '../run/suite-folders.js';
import { aggregateCases } from '../score/aggregate.js';
import { believeRun, firstFault, requireBelievable } from './believe-run.js';
import { qualifyRun } from './qualify-run.js';
import { playRun } from './testing/play-run.js';

let log: ResultsLog;
beforeAll(async () => {
  log = await playRun({});
});

const suites = bundledSuites();
const faults = (of: ResultsLog) => believeRun(of, suites).faults;

interface Edits {
  readonly start?: (event: RunStart) => RunStart;
  readonly cases?: (events: readonly CaseComplete[]) => readonly CaseComplete[];
  readonly end?: (event: RunEnd) => RunEnd;
}

/** The log with changes, and with aggregates that fit the cases it then has. */
function forged({ start = (event) => event, cases = (events) => events, end = (event) => event }: Edits): ResultsLog {
  const of = <Kind extends ResultsEvent['event']>(kind: Kind) =>
    log.events.filter((event): event is Extract<ResultsEvent, { event: Kind }> => event.event === kind);
  const kept = cases(of('case_complete'));
  const aggregate = aggregateCases(
    kept.map(({ case_result }) => case_result),
    'obey-1',
  );
  return {
    ...log,
    events: [...of('run_start').map(start), ...kept, ...of('run_end').map((event) => end({ ...event, ...aggregate }))],
  };
}

const first = (change: (event: CaseComplete) => CaseComplete): Edits => ({
  cases: ([one, ...rest]) => (one === undefined ? rest : [change(one), ...rest]),
});

describe('believeRun', () => {
  it('believes what a run wrote, and knows its families', () => {
    const believed = believeRun(log, suites);
    expect(believed.faults).toEqual([]);
    expect(believed.rules).toBe('obey-1');
    expect([...new Set(believed.families?.values())].sort()).toEqual([
      'buried_constraint',
      'decision_override',
      'entity_confusion',
      'numeric_state',
    ]);
    expect(requireBelievable(log, suites).run.cases).toHaveLength(4);
    expect(faults(forged({}))).toEqual([]);
  });

  it.each<[string, Edits, RegExp]>([
    [
      'another aggregate',
      { end: (event) => ({ ...event, overall_score: 1 }) },
      /^overall_score says 1, computed 0\.\d/,
    ],
    [
      'a case under another name, which would count twice',
      { cases: (all) => [...all, ...all.slice(0, 1).map((one) => renamed(one, 'again'))] },
      /^again: not the name of its case$/,
    ],
    [
      'a case of another seed group',
      first((one) => reseeded(one, 'chosen')),
      /^buried_constraint_starter_v1:s\d+:deasy: not a case of this run$/,
    ],
    [
      'a case of a template that the suite does not have',
      first((one) => ({ ...one, case_result: { ...one.case_result, template_key: 'mine_v1' } })),
      /: not a case of this run$/,
    ],
    ['an answer changed', first((one) => answered(one, 'yes', false)), /the answer to .* does not fit its digest$/],
    ['an answer changed with its digest', first((one) => answered(one, '', true)), /says 1, computed 0$/],
    ['an artifact emptied with its digest', first(emptied), /compression_ratio says .*, computed/],
    ['no answers', first(({ obey: _, ...one }) => one), /its answers are missing$/],
    ['a cycle too many', first(longer), /has 3 of 2 cycles$/],
    ['other files of its suite', { start: provenance('0'.repeat(64)) }, /^its suite starter had other files/],
    ['no word of its suite', { start: ({ obey: _, ...event }) => event }, /^it does not say which files/],
    ['another version', { start: (event) => ({ ...event, suite_version: '9' }) }, /^it ran on version 9 of/],
    [
      'a level that it was not run at',
      { start: (event) => ({ ...event, difficulty: 'hard' }) },
      /not the name of its case/,
    ],
    [
      'a suite elsewhere',
      { start: (event) => ({ ...event, suite_key: '../suites/starter' }) },
      /cannot be used: there is no suite/,
    ],
    [
      'a suite that is none',
      { start: (event) => ({ ...event, suite_key: '..' }) },
      /cannot be used: there is no suite/,
    ],
    [
      'a scorer nobody knows',
      { start: (event) => ({ ...event, scorer_version: '3.0.0' }) },
      /^its scorer 3\.0\.0 is none of/,
    ],
  ])('does not believe %s', (_, edits, fault) => {
    const made = forged(edits);
    expect(faults(made).filter((text) => fault.test(text))).not.toEqual([]);
    expect(() => requireBelievable(made, suites)).toThrow(/^does not hold what its cases give: /);
    expect(qualifyRun(believeRun(made, suites), 'Elite-Light').at(-1)).toMatch(
      /^the file does not hold what its cases/,
    );
  });

  it('does not believe two runs in one file', () => {
    expect(faults({ ...log, events: [...log.events.slice(0, 1), ...log.events] })).toContain('it holds 2 runs');
  });

  it('takes no longer for a number of cases that nobody ran', () => {
    expect(faults(forged({ start: (event) => ({ ...event, case_count_per_template: 2 ** 53 - 1 }) }))).toEqual([]);
  });

  it('tells the first of many faults, and cuts it', () => {
    expect(firstFault([])).toBeUndefined();
    expect(firstFault(['a'])).toBe('a');
    expect(firstFault(['a', 'b', 'c'])).toBe('a (and 2 more)');
    expect(firstFault(['x'.repeat(400)])).toBe(`${'x'.repeat(300)}…`);
  });
});

describe('qualifyRun', () => {
  const reasons = (of: ResultsLog) => qualifyRun(believeRun(of, suites), 'Elite-Light');

  it('lets a whole run pass, and none that lacks cases, families or its end', () => {
    const low = (one: string) => /mean score|contradiction_rate/.test(one);
    expect(reasons(log).filter((reason) => !low(reason))).toEqual([]);
    const lacking = reasons(forged({ cases: (all) => all.slice(0, 3) })).filter((reason) => !low(reason));
    expect(lacking).toEqual(["template 'numeric_state_starter_v1' has 0 of 1 cases"]);
    const unended = { ...log, events: log.events.filter(({ event }) => event !== 'run_end') };
    expect(reasons(unended)).toContain('run_end event missing: the run did not finish');
    expect(reasons(forged({ start: (event) => ({ ...event, drift_cycles: 2 }) })).join()).toMatch(
      /only 2 of 3 configured/,
    );
    expect(reasons(forged({ start: (event) => ({ ...event, drift_cycles: 0 }) })).join()).toMatch(
      /^only 1 cycle configured, of at least 2/,
    );
    expect(qualifyRun(believeRun(log, suites), 'Elite-Light', 4).join()).toMatch(/only 2 of 5 configured/);
  });

  it('never ranks a control, nor by the rules of 1.0.0', () => {
    const control = forged({ start: (event) => ({ ...event, method_name: 'null' }) });
    expect(reasons(control)[0]).toMatch(/^method 'null' is a control arm/);
    const old = forged({
      start: ({ obey: _, ...event }) => ({ ...event, scorer_version: '1.0.0', method_name: 'null' }),
    });
    expect(believeRun(old, suites).rules).toBe('2.0.0');
    expect(reasons(old)[0]).toMatch(/^method 'null' is a control arm/);
  });
});

const renamed = (event: CaseComplete, case_id: string): CaseComplete => ({
  ...event,
  case_result: { ...event.case_result, case_id },
});

function reseeded(event: CaseComplete, group: string): CaseComplete {
  const suite = loadAnySuite(suiteFolder(suites, 'starter'));
  const file = suite.files.find(({ template }) => template.key === event.case_result.template_key);
  const seed = file === undefined ? 0n : deriveCaseSeed(caseNamespace(suite, file.template), group, 0);
  const { template_key } = event.case_result;
  return { ...event, case_result: { ...event.case_result, seed, case_id: `${template_key}:s${seed}:deasy` } };
}

type Cycle = NonNullable<CaseComplete['obey']>['cycles'][number];

const withCycles = (event: CaseComplete, change: (cycle: Cycle) => Cycle): CaseComplete =>
  event.obey === undefined ? event : { ...event, obey: { ...event.obey, cycles: event.obey.cycles.map(change) } };

const answered = (event: CaseComplete, text: string, digested: boolean): CaseComplete =>
  withCycles(event, (cycle) => ({
    ...cycle,
    responses: cycle.responses.map((one) => ({ ...one, text, sha256: digested ? textDigest(text) : one.sha256 })),
  }));

const emptied = (event: CaseComplete): CaseComplete =>
  withCycles(event, (cycle) => {
    const lists = { immutable_facts: [], locked_decisions: [], deferred_items: [], forbidden_behaviors: [] };
    const structured_state = { ...lists, entity_map: new Map<string, string>(), unresolved_items: [] };
    const artifact = { ...cycle.artifact, summaryText: 'x', structured_state };
    return { ...cycle, artifact, artifact_sha256: artifactDigest(artifact) };
  });

function longer(event: CaseComplete): CaseComplete {
  const again = event.case_result.cycles.slice(-1).map((cycle) => ({ ...cycle, cycle_number: 2 }));
  return { ...event, case_result: { ...event.case_result, cycles: [...event.case_result.cycles, ...again] } };
}

function provenance(suite_sha256: string) {
  return (event: RunStart): RunStart =>
    event.obey === undefined ? event : { ...event, obey: { ...event.obey, suite_sha256 } };
}
