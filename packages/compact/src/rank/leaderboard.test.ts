import { describe, expect, it } from 'vitest';
import { toPlain } from '../json/json-value.js';
import type { RunResult } from '../results/run-result.js';
import { closeTo } from '../testing/close-to.js';
import { hasShared } from '../testing/shared-data.js';
import { plainVectors, vectorFile } from '../testing/vectors.js';
import { eliteScore } from './elite-score.js';
import { familyOf } from './family-of.js';
import { leaderboardText, readLeaderboard } from './leaderboard-file.js';
import { type LeaderboardRow, leaderboardRow } from './leaderboard-row.js';
import { disqualifications } from './qualify.js';
import { rankRows } from './rank-rows.js';
import { compressionBonus, readTier, type Tier, tierFloors } from './tier.js';

const file = 'leaderboard.json';

interface Elite {
  readonly tier: Tier;
  readonly compression_ratio: number;
  readonly overall: number;
  readonly drift: number;
  readonly constraint: number;
  readonly bonus: number;
  readonly elite_score: number;
}

interface Qualification {
  readonly label: string;
  readonly run_result: RunResult;
  readonly tier: Tier;
  readonly expected_drift_cycles: number;
  readonly qualified: boolean;
  readonly reasons: string[];
}

describe.skipIf(!hasShared)('ranking, by the vectors', () => {
  it('has the tiers’ floors', () => {
    expect(tierFloors).toEqual(toPlain(vectorFile(file).get('tier_floors') ?? null));
  });

  it('makes elite scores and bonuses', () => {
    const vectors = plainVectors<Elite>(file, 'elite');
    expect(vectors).toHaveLength(96);
    for (const { tier, overall, drift, constraint, compression_ratio, bonus, elite_score } of vectors) {
      expect(compressionBonus(tier, compression_ratio)).toEqual(closeTo(bonus));
      const aggregate = {
        overall_score: overall,
        drift_resistance: drift,
        constraint_retention: constraint,
        contradiction_rate: 0,
        compression_ratio,
      };
      expect(eliteScore(aggregate, tier)).toBe(elite_score);
    }
  });

  it('infers families', () => {
    for (const { key, family } of plainVectors<{ key: string; family: string }>(file, 'family_inference')) {
      expect(familyOf(key)).toBe(family);
    }
  });

  it.each(plainVectors<Qualification>(file, 'qualification').map((vector) => [vector.label, vector] as const))(
    'qualifies or not: %s',
    (_, { run_result, tier, expected_drift_cycles, reasons }) => {
      const options = { tier, expectedDriftCycles: expected_drift_cycles, rules: '1.0.0' } as const;
      expect(disqualifications(run_result, options)).toEqual(reasons);
    },
  );

  it('ranks rows', () => {
    const ranked = rankRows(plainVectors<LeaderboardRow>(file, 'rank_input'));
    expect(ranked).toEqual(plainVectors<LeaderboardRow>(file, 'rank_output'));
  });

  it('writes the file byte for byte, and keeps its moment while its entries stay', () => {
    const expected = String(vectorFile(file).get('leaderboard_file_text'));
    const rows = plainVectors<LeaderboardRow>(file, 'rank_output');
    const { updated_at, entries } = readLeaderboard(expected, 'leaderboard.json');
    expect(entries).toEqual(rows);
    expect(leaderboardText(rows, updated_at)).toBe(expected);
    expect(leaderboardText(rows, '2027-01-01T00:00:00+00:00', expected)).toBe(expected);
    expect(leaderboardText(rows.slice(1), '2027-01-01T00:00:00+00:00', expected)).toContain(
      '"2027-01-01T00:00:00+00:00"',
    );
    expect(leaderboardText(rows, updated_at, 'not JSON')).toBe(expected);
  });
});

describe.skipIf(!hasShared)('qualification by the rules of 2.0.0', () => {
  const ok = plainVectors<Qualification>(file, 'qualification')[0]?.run_result as Qualification['run_result'];
  const reasons = (run: Partial<RunResult>, options: Partial<Parameters<typeof disqualifications>[1]> = {}) =>
    disqualifications({ ...ok, ...run }, { tier: 'Elite-Mid', expectedDriftCycles: 2, rules: '2.0.0', ...options });

  it('adds controls, implausible ratios, single cycles and unfinished runs, in this order', () => {
    expect(reasons({})).toEqual([]);
    const all = reasons(
      { compression_ratio: 454, contradiction_rate: 0.5, notes: ['run_end event missing: results may be incomplete'] },
      { control: true, expectedDriftCycles: 0 },
    );
    expect(all.map((reason) => reason.split(' ').slice(0, 2).join(' '))).toEqual([
      "method 'm'",
      'compression 454.00x',
      'only 1',
      'contradiction_rate 0.500',
      'run_end event',
    ]);
    expect(reasons({ compression_ratio: 50 })).toEqual([]);
  });

  it('looks in obey-1 at missing cases, at forged numbers and at the families that the templates name', () => {
    const options = { rules: 'obey-1', casesPerTemplate: 2, faults: ['overall_score says 1, computed 0'] } as const;
    expect(reasons({ compression_ratio: 20 }, options)).toEqual([
      "template 'buried_constraint_v1_1' has 1 of 2 cases",
      'the file does not hold what its cases give: overall_score says 1, computed 0',
    ]);
    const [case0] = ok.cases;
    const families = new Map([
      ['buried_constraint_v1_1', 'one'],
      ['other', 'two'],
    ]);
    const low = { ...case0, template_key: 'other', case_score: 0.1 } as RunResult['cases'][number];
    expect(reasons({ cases: [...ok.cases, low] }, { rules: 'obey-1', families })[0]).toContain(
      "family 'two' mean score 0.10",
    );
  });
});

describe('leaderboard rows', () => {
  const run: RunResult = {
    run_id: 'r',
    method_name: 'm',
    method_version: '1',
    suite_key: 's',
    suite_version: '1.0.0',
    scorer_version: '2.0.0',
    target_provider: 'p',
    target_model: 't',
    endpoint_kind: 'custom',
    started_at: '2026-01-01T00:00:00Z',
    completed_at: '2026-01-01T00:00:00.5Z',
    cases: [],
    overall_score: 1,
    drift_resistance: 1,
    constraint_retention: 1,
    contradiction_rate: 0,
    compression_ratio: 8,
    token_usage: null,
    notes: [],
  };
  const owner = { handle: 'h', org: null, tier: 'Elite-Mid' } as const;

  it('have the members of their scorer, in order', () => {
    const later = leaderboardRow(run, owner);
    expect(Object.keys(later).slice(0, 3)).toEqual(['rank', 'row_kind', 'method_name']);
    expect(later).toMatchObject({
      row_kind: 'submission',
      endpoint_kind: 'custom',
      elite_score: closeTo(1),
      published_at: '2026-01-01T00:00:00.5+00:00',
    });
    const { endpoint_kind: _, ...plain } = run;
    const early = leaderboardRow({ ...plain, scorer_version: '1.0.0' }, owner);
    expect(early).not.toHaveProperty('row_kind');
    expect(early).not.toHaveProperty('endpoint_kind');
  });

  it('rank submissions only; the others follow', () => {
    const rows = [
      leaderboardRow({ ...run, method_name: 'oracle' }, { ...owner, kind: 'control' }),
      leaderboardRow({ ...run, endpoint_kind: 'default', overall_score: 0.5 }, owner),
      leaderboardRow({ ...run, overall_score: 0.2 }, owner),
      leaderboardRow(run, { ...owner, kind: 'baseline' }),
      leaderboardRow({ ...run, overall_score: 0.4 }, owner),
    ];
    expect(rankRows(rows).map((row) => [row.rank, row.row_kind, row.endpoint_kind])).toEqual([
      [1, 'submission', 'custom'],
      [2, 'submission', 'custom'],
      [1, 'submission', 'default'],
      [null, 'control', 'custom'],
      [null, 'baseline', 'custom'],
    ]);
  });

  it('are read strictly', () => {
    const text = leaderboardText([leaderboardRow(run, owner)], '2026-01-01T00:00:00+00:00');
    expect(readLeaderboard(text, 'f').entries).toHaveLength(1);
    expect(() => readLeaderboard('{', 'f')).toThrow('not a leaderboard');
    expect(() => readLeaderboard(text.replace('"tier"', '"tyre"'), 'f')).toThrow('not a leaderboard: entries.0');
  });

  it('know their tiers by short names', () => {
    expect(['light', 'Elite-Mid', 'AGGRESSIVE', 'none'].map(readTier)).toEqual([
      'Elite-Light',
      'Elite-Mid',
      'Elite-Aggressive',
      undefined,
    ]);
  });
});
