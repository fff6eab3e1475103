import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { artifactDigest, textDigest } from '../artifact/artifact-json.js';
import { requireArtifact } from '../artifact/parse-artifact.js';
import type { Case } from '../model/case.js';
import type { ScorerProfile } from '../model/scorer.js';
import { aggregateCases, caseScore, penalizedScores } from '../score/aggregate.js';
import { driftDeltas } from '../score/drift.js';
import { scorer100, scorer200 } from '../score/reference-scorer.js';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { caseEvidence } from './case-evidence.js';
import { eventLine } from './event-line.js';
import { parseResults } from './parse-results.js';
import { recompute, requireHonest } from './recompute.js';
import type { CaseComplete, ResultsEvent, RunEnd, RunStart } from './results-event.js';
import { resumeRun } from './resume.js';

/** The formulas of 2.0.0 under our name: what is tested here is who scores, not how. */
const ours: ScorerProfile = { ...scorer200, version: 'obey-1' };

const asked: Case = {
  case_id: 'a_v1:s18446744073709551615:deasy',
  template_key: 'a_v1',
  template_version: '1.0.0',
  seed: 18446744073709551615n,
  difficulty: 'easy',
  transcript: { turns: [{ id: 0, role: 'user', content: 'Never use tabs. Ask Iris.', tags: [] }] },
  ground_truth: {
    immutable_facts: [],
    locked_decisions: [],
    forbidden_behaviors: ['use tabs'],
    unresolved_items: [],
    deferred_items: [],
    entity_map: new Map(),
  },
  evaluation_items: [
    {
      key: 'who',
      item_type: 'entity_integrity',
      prompt: 'Who?',
      expected: new Map([
        ['check', 'contains_normalized'],
        ['value', 'Iris'],
      ]),
    },
    {
      key: 'rule',
      item_type: 'forbidden_behavior_retention',
      prompt: 'Rule?',
      expected: new Map([
        ['check', 'contains_normalized'],
        ['value', 'tabs'],
      ]),
    },
  ],
};

const caseText = 'the text of the case';
const artifact = requireArtifact({
  summaryText: 'Iris',
  structured_state: {
    entity_map: new Map([
      ['10', 'ten'],
      ['2', 'two'],
    ]),
  },
  methodMetadata: { calls: 1 },
});
const cycles = [
  {
    cycle: 0,
    addedTurns: [],
    artifact,
    responses: new Map([
      ['who', 'Iris'],
      ['rule', 'no tabs'],
    ]),
  },
  {
    cycle: 1,
    addedTurns: [{ role: 'user' as const, content: 'Go on.' }],
    artifact,
    responses: new Map([
      ['who', 'Ivy'],
      ['rule', 'no tabs'],
    ]),
  },
];

const start: RunStart = {
  event: 'run_start',
  run_id: 'r',
  method_name: 'm',
  method_version: '1.0.0',
  suite_key: 's',
  suite_version: '1.0.0',
  scorer_version: 'obey-1',
  target_provider: 'mock',
  target_model: 'm',
  endpoint_kind: 'default',
  difficulty: 'easy',
  drift_cycles: 1,
  seed_group: 'g',
  case_count_per_template: 1,
  started_at: '2026-01-01T00:00:00Z',
  obey: { format: 1, versions: { obey: '0.1.0' }, suite_sha256: textDigest(''), parameters: { concurrency: 4 } },
};

function honestLog(): { start: RunStart; done: CaseComplete; end: RunEnd } {
  const cards = cycles.map((played) => ours.scoreCycle({ case: asked, source: asked.transcript, ...played }));
  const deltas = driftDeltas(cards.map((card) => card.penalized_cycle_score));
  const results = cards.map((scorecard, index) => ({
    cycle_number: index,
    scorecard,
    drift_delta: deltas[index] ?? null,
    latency_ms: 1,
    token_usage: null,
  }));
  const result = {
    case_id: asked.case_id,
    template_key: asked.template_key,
    seed: asked.seed,
    cycles: results,
    case_score: caseScore(results),
    drift_resistance: ours.driftResistance(penalizedScores(results)),
    token_usage: null,
  };
  return {
    start,
    done: { event: 'case_complete', case_result: result, obey: caseEvidence(caseText, cycles) },
    end: {
      event: 'run_end',
      completed_at: '2026-01-01T00:00:01Z',
      ...aggregateCases([result], 'obey-1'),
      token_usage: null,
      notes: [],
    },
  };
}

const options = {
  profile: ours,
  regenerate: () => ({ text: caseText, cycles: cycles.map(() => ({ asked, source: asked.transcript })) }),
};
const logOf = (...events: ResultsEvent[]) => parseResults(events.map(eventLine).join(''), 'r.jsonl');

describe('recompute, of a run of obey-1', () => {
  it('finds an honest file honest, from its text alone', () => {
    const { start, done, end } = honestLog();
    const log = logOf(start, done, done, end);
    expect(log.events).toEqual([start, done, done, end]);
    const recomputed = requireHonest(log, options);
    expect(recomputed).toMatchObject({ faults: [], rescored: 1, cases: [done.case_result] });
    expect(recomputed.aggregate.overall_score).toBe(end.overall_score);
    const [event] = log.events.slice(1);
    const state = event?.event === 'case_complete' ? event.obey?.cycles[0]?.artifact.structured_state : undefined;
    expect([...(state?.entity_map ?? [])]).toEqual([
      ['10', 'ten'],
      ['2', 'two'],
    ]);
  });

  it.each<[what: string, forge: (log: ReturnType<typeof honestLog>) => void, words: RegExp]>([
    ['an aggregate', ({ end }) => Object.assign(end, { overall_score: 0.99 }), /^overall_score says 0\.99, computed /],
    ['a case score', ({ done }) => Object.assign(done.case_result, { case_score: 0.99 }), /case_score says 0\.99/],
    [
      'a cycle score',
      ({ done }) => Object.assign(done.case_result.cycles[1]?.scorecard ?? {}, { cycle_score: 0.9 }),
      /cycle 1: cycle_score says 0\.9/,
    ],
    [
      'an item score',
      ({ done }) => Object.assign(done.case_result.cycles[1]?.scorecard.item_scores[0] ?? {}, { score: 1 }),
      /cycle 1: score of who says 1, computed 0/,
    ],
    [
      'a drift difference',
      ({ done }) => Object.assign(done.case_result.cycles[1] ?? {}, { drift_delta: 0.5 }),
      /cycle 1: drift_delta says 0\.5/,
    ],
    [
      'an answer',
      ({ done }) => Object.assign(done.obey?.cycles[1]?.responses[0] ?? {}, { text: 'Iris' }),
      /cycle 1: the answer to who does not fit its digest/,
    ],
    [
      'an answer and its digest',
      ({ done }) =>
        Object.assign(done.obey?.cycles[1]?.responses[0] ?? {}, { text: 'Iris', sha256: textDigest('Iris') }),
      /score of who says 0, computed 1/,
    ],
    [
      'an artifact',
      ({ done }) => Object.assign(done.obey?.cycles[0] ?? {}, { artifact: { ...artifact, summaryText: '' } }),
      /cycle 0: the artifact does not fit its digest/,
    ],
    [
      'an artifact and its digest',
      ({ done }) => {
        const smaller = { ...artifact, summaryText: '' };
        Object.assign(done.obey?.cycles[0] ?? {}, { artifact: smaller, artifact_sha256: artifactDigest(smaller) });
      },
      /cycle 0: compression_ratio says /,
    ],
    [
      'the case',
      ({ done }) => Object.assign(done.obey ?? {}, { case_sha256: textDigest('x') }),
      /the case is not the one that was run/,
    ],
    ['the number of cycles', ({ done }) => done.obey?.cycles.pop(), /another number of cycles/],
  ])('refuses a forged %s in one line', (_, forge, words) => {
    const log = structuredClone(honestLog());
    forge(log);
    const { faults } = recompute(logOf(log.start, log.done, log.end), options);
    expect(faults.some((fault) => words.test(fault))).toBe(true);
    expect(() => requireHonest(logOf(log.start, log.done, log.end), options)).toThrow(
      expect.objectContaining({
        code: 'conflict',
        line: expect.stringMatching(/^r\.jsonl: does not hold what its cases give: .*; the file was changed/),
      }),
    );
  });

  it('takes no case without its answers', () => {
    const { start, done, end } = honestLog();
    const { obey: _, ...bare } = done;
    expect(recompute(logOf(start, bare, end), options).faults).toEqual([`${asked.case_id}: its answers are missing`]);
  });

  it('says when the case has another number of cycles', () => {
    const { start, done, end } = honestLog();
    const one = { text: caseText, cycles: [{ asked, source: asked.transcript }] };
    expect(recompute(logOf(start, done, end), { profile: ours, regenerate: () => one }).faults).toEqual([
      `${asked.case_id}: its evidence is of another number of cycles than the case`,
    ]);
  });

  it('believes the scorecards of cases that cannot be regenerated, and says how many it scored', () => {
    const { start, done, end } = honestLog();
    expect(recompute(logOf(start, done, end), { profile: ours })).toMatchObject({ faults: [], rescored: 0 });
  });
});

describe.skipIf(!hasShared)('recompute, of the reference’s own runs', () => {
  const text = sharedFile('vectors/results/mock_naive_starter.jsonl');

  it('finds them honest', () => {
    for (const file of [
      'mock_naive_starter',
      'echo_naive_starter',
      'echo_naive_elite_practice_elite',
      'resumed_complete_twice',
    ]) {
      const log = parseResults(sharedFile(`vectors/results/${file}.jsonl`), file);
      expect(recompute(log, { profile: scorer100 }).faults).toEqual([]);
    }
  });

  it('refuses the aggregate of 0.99 that the reference accepted', () => {
    const forged = parseResults(text.replace('"overall_score":0.375', '"overall_score":0.99'), 'forged.jsonl');
    expect(() => requireHonest(forged, { profile: scorer100 })).toThrow(
      'does not hold what its cases give: overall_score says 0.99, computed 0.375',
    );
  });

  it('sees any single score that is moved', () => {
    const places = [
      ...text.matchAll(
        /"(?:score|cycle_score|penalized_cycle_score|case_score|drift_resistance|constraint_retention)":0\.?\d*/g,
      ),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), (place) => {
        const moved = `${place[0].replace(/:.*/, '')}:0.77`;
        const forged = text.slice(0, place.index) + moved + text.slice(place.index + place[0].length);
        expect(recompute(parseResults(forged, 'f'), { profile: scorer100 }).faults).not.toEqual([]);
      }),
    );
  });
});

describe('resumeRun', () => {
  const { done, end } = honestLog();

  it('goes on with the same run, each case once', () => {
    const resumed = resumeRun(logOf(start, done, done, end), {
      ...start,
      run_id: 'new',
      started_at: '2027-01-01T00:00:00Z',
    });
    expect(resumed).toEqual({ run_id: 'r', started_at: '2026-01-01T00:00:00Z', done: [done] });
  });

  it('names every difference', () => {
    const wanted = { ...start, target_model: 'other', drift_cycles: 2, method_version: '2.0.0', obey: undefined };
    expect(() => resumeRun(logOf(start), wanted)).toThrow(
      'cannot resume another run: target_model: the file has m, wanted other; drift_cycles: the file has 1, wanted 2; ' +
        `method_version: the file has 1.0.0, wanted 2.0.0; suite: the file has ${textDigest('')}, wanted none`,
    );
  });

  it('wants the parameters and the method’s file to be the same, not the number of cases at once', () => {
    const told = (parameters: Record<string, unknown>, method_sha256?: string): RunStart => ({
      ...start,
      obey: {
        ...{ format: 1, versions: {}, suite_sha256: textDigest(''), parameters },
        ...(method_sha256 === undefined ? {} : { method_sha256 }),
      },
    });
    const log = logOf(told({ temperature: 0, max_tokens: 2048, concurrency: 4 }));
    expect(resumeRun(log, told({ temperature: 0, max_tokens: 2048, concurrency: 1 })).done).toEqual([]);
    expect(() => resumeRun(log, told({ temperature: null, max_tokens: 99 }, textDigest('m')))).toThrow(
      'cannot resume another run: temperature: the file has 0, wanted null; max_tokens: the file has 2048, wanted 99; ' +
        `method file: the file has none, wanted ${textDigest('m')}`,
    );
  });

  it('compares in the reference’s profiles what they compare, and never mixes scorers', () => {
    const { obey: _, ...plain } = start;
    const later = { ...plain, scorer_version: '2.0.0' };
    const other = { ...later, method_version: '9', suite_version: '9' };
    expect(resumeRun(logOf(later), other).done).toEqual([]);
    expect(() => resumeRun(logOf(later), { ...other, endpoint_kind: 'custom' as const })).toThrow('endpoint_kind');
    expect(() => resumeRun(logOf(later), { ...other, scorer_version: '1.0.0' })).toThrow('scorer_version');
  });

  it('wants a file that begins with its run', () => {
    expect(() => resumeRun(logOf({ ...start }, done), start)).not.toThrow();
    expect(() => resumeRun({ path: 'r', events: [done], torn: false }, start)).toThrow(
      'does not begin with a run_start',
    );
    expect(() => resumeRun({ path: 'r', events: [], torn: false }, start)).toThrow('does not begin with a run_start');
  });
});
