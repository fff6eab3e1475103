import { writeCase } from '../../../case/write-case.js';
import type { EvaluationItem } from '../../../model/case.js';
import type { CycleScorecard } from '../../../model/scorecard.js';
import type { ScorerProfile } from '../../../model/scorer.js';
import { createReaderProvider } from '../../../providers/mock/reader-provider.js';
import type { ResultsLog } from '../../../results/parse-results.js';
import { type RecomputeOptions, recompute } from '../../../results/recompute.js';
import type { CaseComplete, ResultsEvent } from '../../../results/results-event.js';
import type { AnyTemplate } from '../../../run/any-suite.js';
import { type CaseScript, scriptCase } from '../../../run/case-script.js';
import { aggregateCases, penalizedScores } from '../../../score/aggregate.js';
import { levelNear } from './compared-templates.js';
import { playLog } from './play-log.js';
import { terse } from './situations.js';

/**
 * The share of forged results files that recomputing believes: of a run that knew nothing, with a better total; with every score
 * raised, so that all numbers fit each other; with its answers made right, where answers are stored.
 */
export async function believedForgeries(files: readonly AnyTemplate[], profile: ScorerProfile): Promise<number> {
  const scripts = files.map((file) => scriptCase(file, 3n, levelNear(file, 'medium'), 1));
  const provider = createReaderProvider(() => "I don't know.");
  const log = await playLog({ scripts, method: 'null', profile, provider });
  const options: RecomputeOptions =
    profile.version === 'obey-1' ? { profile, regenerate: regenerating(scripts) } : { profile };
  const forged = [withBetterTotal, withBetterScores, withBetterAnswers(scripts)].map((forge) => forge(log, profile));
  return forged.filter((one) => recompute(one, options).faults.length === 0).length / forged.length;
}

type Forge = (log: ResultsLog, profile: ScorerProfile) => ResultsLog;

/** Cases made again as they were; nothing of these is answered by a model but the questions. */
function regenerating(scripts: readonly CaseScript[]): NonNullable<RecomputeOptions['regenerate']> {
  return ({ case_id }, evidence) => {
    const script = scripts.find((one) => one.case.case_id === case_id);
    if (script === undefined) return undefined;
    let said = [...(script.cycles[0]?.turns ?? [])];
    const cycles = script.cycles.map(({ asked, turns }, index) => {
      const added = evidence.cycles[index]?.added_turns ?? [];
      if (index > 0)
        said = [...said, ...added.map((turn, at) => ({ ...turn, id: (turns[0]?.id ?? 0) + at, tags: [] }))];
      return { asked, source: { turns: said } };
    });
    return { text: writeCase(script.case, 'compact'), cycles };
  };
}

const mapCases = (log: ResultsLog, change: (event: CaseComplete) => CaseComplete): ResultsLog => ({
  ...log,
  events: log.events.map((event): ResultsEvent => (event.event === 'case_complete' ? change(event) : event)),
});

const withBetterTotal: Forge = (log) => ({
  ...log,
  events: log.events.map(
    (event): ResultsEvent =>
      event.event === 'run_end' ? { ...event, overall_score: 0.99, constraint_retention: 0.99 } : event,
  ),
});

const perfect = (card: CycleScorecard): CycleScorecard => ({
  ...card,
  cycle_score: 1,
  penalized_cycle_score: 1,
  contradiction_rate: 0,
  item_scores: card.item_scores.map((item) => ({ ...item, score: 1 })),
});

const withBetterScores: Forge = (log, profile) => {
  const raised = mapCases(log, (event) => {
    const cycles = event.case_result.cycles.map((cycle) => ({
      ...cycle,
      scorecard: perfect(cycle.scorecard),
      drift_delta: cycle.drift_delta === null ? null : 0,
    }));
    const drift_resistance = profile.driftResistance(penalizedScores(cycles));
    return { ...event, case_result: { ...event.case_result, cycles, case_score: 1, drift_resistance } };
  });
  const cases = raised.events.flatMap((event) => (event.event === 'case_complete' ? [event.case_result] : []));
  const totals = aggregateCases(cases, profile.version);
  return {
    ...raised,
    events: raised.events.map((event): ResultsEvent => (event.event === 'run_end' ? { ...event, ...totals } : event)),
  };
};

const withBetterAnswers =
  (scripts: readonly CaseScript[]): Forge =>
  (log, profile) => {
    const items = new Map<string, EvaluationItem>();
    for (const { cycles } of scripts)
      for (const { asked } of cycles)
        for (const item of asked.evaluation_items) items.set(`${asked.case_id} ${item.key}`, item);
    return mapCases(withBetterScores(log, profile), (event) => {
      const { obey } = event;
      if (obey === undefined) return event;
      const cycles = obey.cycles.map((cycle) => ({
        ...cycle,
        responses: cycle.responses.map((response) => {
          const item = items.get(`${event.case_result.case_id} ${response.item_key}`);
          return item === undefined ? response : { ...response, text: terse(item) };
        }),
      }));
      return { ...event, obey: { ...obey, cycles } };
    });
  };
