import { ObeyError } from '@obey/schema';
import { textDigest } from '../artifact/artifact-json.js';
import { shortened } from '../json/code-points.js';
import type { Case } from '../model/case.js';
import type { Aggregate, CycleScorecard } from '../model/scorecard.js';
import type { ScorerProfile } from '../model/scorer.js';
import type { Transcript } from '../model/transcript.js';
import { aggregateCases, caseScore, penalizedScores } from '../score/aggregate.js';
import { driftDeltas } from '../score/drift.js';
import { clamp01 } from '../score/neumaier-sum.js';
import { weightedMean } from '../score/reference-scorer.js';
import { digestFaults } from './case-evidence.js';
import type { CaseEvidence } from './obey-extension.js';
import type { ResultsLog } from './parse-results.js';
import type { CaseComplete, CaseResult, CycleResult } from './results-event.js';
import { aggregateOf, caseEvents, distinctCases, lastEnd } from './run-result.js';

/** What a case's answers were about: made again by its caller, from template, seed, level and what was said since. */
export interface RegeneratedCase {
  /** The case's compact JSON text. */
  readonly text: string;
  /** For each cycle what was asked, and all that had been said until then. */
  readonly cycles: readonly { readonly asked: Case; readonly source: Transcript }[];
}

export interface RecomputeOptions {
  readonly profile: ScorerProfile;
  /** Undefined where the case cannot be regenerated; without this, stored scorecards are believed. */
  readonly regenerate?: (stored: CaseResult, evidence: CaseEvidence) => RegeneratedCase | undefined;
}

/** Both, where there may be no way to make the cases again. */
export const recomputeOptions = (
  profile: ScorerProfile,
  regenerate: RecomputeOptions['regenerate'],
): RecomputeOptions => (regenerate === undefined ? { profile } : { profile, regenerate });

export interface Recomputed {
  /** Each case once, with scores computed anew. By case id: intervals must not hang on which case was finished first. */
  readonly cases: readonly CaseResult[];
  readonly aggregate: Aggregate;
  /** Where the file says otherwise, one line each: what, stored and computed. */
  readonly faults: readonly string[];
  /** How many cases were scored from their answers; the others have only what their scorecards say. */
  readonly rescored: number;
}

/** Beyond the last bits, in which sums may differ. */
const tolerance = 1e-9;

/**
 * Computes every score of a file anew: from the answers where they are stored and the case can be regenerated, else from
 * the scorecards' items. What the file says otherwise is listed.
 */
export function recompute(log: ResultsLog, { profile, regenerate }: RecomputeOptions): Recomputed {
  const faults: string[] = [];
  const events = distinctCases(caseEvents(log).map((event) => ({ case_id: event.case_result.case_id, event })));
  events.sort((a, b) => (a.case_id < b.case_id ? -1 : 1));
  let rescored = 0;
  const cases = events.map(({ event }) => {
    const regenerated = event.obey === undefined ? undefined : regenerate?.(event.case_result, event.obey);
    if (regenerated !== undefined) rescored++;
    return recomputeCase(event, { profile, regenerated, fault: (text) => faults.push(text) });
  });
  const aggregate = aggregateCases(cases, profile.version);
  const end = lastEnd(log);
  if (end !== undefined) compare(aggregateOf(end), aggregate, (text) => faults.push(text));
  return { cases, aggregate, faults, rescored };
}

/**
 * The same, for whoever must be able to trust a file.
 * @throws ObeyError `conflict` in one line when a stored number is not what its evidence gives
 */
export function requireHonest(log: ResultsLog, options: RecomputeOptions): Recomputed {
  const recomputed = recompute(log, options);
  const [first] = recomputed.faults;
  if (first === undefined) return recomputed;
  const more = recomputed.faults.length > 1 ? ` (and ${recomputed.faults.length - 1} more)` : '';
  throw new ObeyError('conflict', `does not hold what its cases give: ${shortened(first, 500)}${more}`, {
    at: { file: log.path },
    hint: 'the file was changed after the run, or the suite was; run it again',
  });
}

interface CaseContext {
  readonly profile: ScorerProfile;
  readonly regenerated: RegeneratedCase | undefined;
  readonly fault: (text: string) => void;
}

function recomputeCase(event: CaseComplete, { profile, regenerated, fault }: CaseContext): CaseResult {
  const stored = event.case_result;
  const faultHere = (text: string) => fault(`${stored.case_id}: ${text}`);
  const cards = scorecards(event, { profile, regenerated, fault: faultHere });
  const deltas = driftDeltas(cards.map((card) => card.penalized_cycle_score));
  const cycles = stored.cycles.map((cycle, index): CycleResult => {
    const scorecard = cards[index] ?? cycle.scorecard;
    const drift_delta = deltas[index] ?? null;
    const at = (text: string) => faultHere(`cycle ${cycle.cycle_number}: ${text}`);
    compare(numbersOf(cycle.scorecard), numbersOf(scorecard), at);
    compareItems(cycle.scorecard, scorecard, at);
    if (cycle.drift_delta !== null || drift_delta !== null) {
      compare({ drift_delta: cycle.drift_delta ?? 0 }, { drift_delta: drift_delta ?? 0 }, at);
    }
    return { ...cycle, scorecard, drift_delta };
  });
  const computed = {
    case_score: caseScore(cycles),
    drift_resistance: profile.driftResistance(penalizedScores(cycles)),
  };
  compare({ case_score: stored.case_score, drift_resistance: stored.drift_resistance }, computed, faultHere);
  return { ...stored, cycles, ...computed };
}

function scorecards({ case_result: stored, obey }: CaseComplete, context: CaseContext): CycleScorecard[] {
  const { profile, regenerated, fault } = context;
  if (obey === undefined && profile.version === 'obey-1') fault('its answers are missing');
  if (obey === undefined) return stored.cycles.map(({ scorecard }) => fromItems(scorecard));
  for (const cycle of obey.cycles) {
    for (const text of digestFaults(cycle)) fault(`cycle ${cycle.cycle_number}: ${text}`);
  }
  if (obey.cycles.length !== stored.cycles.length) fault('its evidence is of another number of cycles');
  if (regenerated === undefined) return stored.cycles.map(({ scorecard }) => fromItems(scorecard));
  if (textDigest(regenerated.text) !== obey.case_sha256) fault('the case is not the one that was run');
  if (regenerated.cycles.length !== obey.cycles.length)
    fault('its evidence is of another number of cycles than the case');
  return obey.cycles.map((cycle, index) => {
    const played = regenerated.cycles[index];
    if (played === undefined) return stored.cycles[index]?.scorecard ?? emptyCard(cycle.cycle_number);
    return profile.scoreCycle({
      case: played.asked,
      cycle: cycle.cycle_number,
      responses: new Map(cycle.responses.map(({ item_key, text }) => [item_key, text])),
      artifact: cycle.artifact,
      source: played.source,
    });
  });
}

const emptyCard = (cycle_number: number): CycleScorecard => ({
  cycle_number,
  cycle_score: 0,
  penalized_cycle_score: 0,
  contradiction_rate: 0,
  compression_ratio: 0,
  item_scores: [],
});

/** What a scorecard's own items give; all three profiles make a cycle's score of them in the same way. */
function fromItems(card: CycleScorecard): CycleScorecard {
  const cycle_score = weightedMean(card.item_scores);
  return { ...card, cycle_score, penalized_cycle_score: clamp01(cycle_score * (1 - card.contradiction_rate)) };
}

const numbersOf = (card: CycleScorecard) => ({
  cycle_score: card.cycle_score,
  penalized_cycle_score: card.penalized_cycle_score,
  contradiction_rate: card.contradiction_rate,
  compression_ratio: card.compression_ratio,
});

function compareItems(stored: CycleScorecard, computed: CycleScorecard, fault: (text: string) => void): void {
  const scores = (card: CycleScorecard) =>
    Object.fromEntries(card.item_scores.map((item) => [`score of ${item.item_key}`, item.score]));
  const [left, right] = [scores(stored), scores(computed)];
  if (Object.keys(left).join() !== Object.keys(right).join()) fault('its items are not those of the case');
  else compare(left, right, fault);
}

function compare<Numbers extends Readonly<Record<string, number>>>(
  stored: Numbers,
  computed: Numbers,
  fault: (text: string) => void,
): void {
  for (const [name, value] of Object.entries(stored)) {
    const expected = computed[name] ?? Number.NaN;
    if (Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected))) continue;
    fault(`${name} says ${value}, computed ${expected}`);
  }
}
