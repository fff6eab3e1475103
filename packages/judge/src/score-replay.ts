import type { FinalValue, Process, Replay } from '@obey/process';
import type { Evaluation, ForcedCompaction, Scorecard, TraceSource, Unit } from '@obey/schema';
import { splitUnits } from './compactions/split-units.js';
import { unseenCompaction } from './compactions/unseen-compaction.js';
import { type CheckedOutputs, type CheckOutputsInput, checkOutputs } from './correctness/check-outputs.js';
import { type Damaged, distrustDamaged } from './evidence/distrust-damaged.js';
import { sourcesOf } from './evidence/sources-of.js';
import { findIntegrity } from './integrity/find-integrity.js';
import type { TraceObserver } from './integrity/trace-observer.js';
import { unprovenFiles } from './integrity/unproven-files.js';
import { scoreUnits } from './score/score-units.js';
import { buildScorecard } from './scorecard/build-scorecard.js';
import type { TrialIdentity } from './scorecard/trial-identity.js';
import { claimedDone } from './verdict/claimed-done.js';
import { firstDeviation } from './verdict/first-deviation.js';

export interface ScoreReplayInput extends Pick<CheckOutputsInput, 'facts' | 'parameters' | 'files' | 'checks'> {
  readonly identity: TrialIdentity;
  readonly process: Process;
  readonly replay: Replay;
  readonly evaluation: Evaluation;
  /** Has seen every event that was replayed. */
  readonly observer: TraceObserver;
  readonly damaged: Damaged;
  /** Nothing was promised: neither strict nor ranked. */
  readonly audit: boolean;
  /** Expected token of an item; absent in audits. */
  readonly token?: ((item: string) => string) | undefined;
  readonly content: (sha256: string) => string | undefined;
  /** The compaction that the task asked for. */
  readonly asked?: ForcedCompaction | undefined;
}

const homes = new Set(['completeness', 'aggregation', 'granularity', 'errorHandling']);

/** Keys of the items for which each step was due. */
function dueItems(units: readonly Unit[]): Map<string, string[]> {
  const due = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const { dimension, step, item, group } of units) {
    const place = `${step}\u0000${item}`;
    if (!homes.has(dimension) || group !== step || seen.has(place)) continue;
    seen.add(place);
    const items = due.get(step);
    if (items === undefined) due.set(step, [item]);
    else items.push(item);
  }
  return due;
}

/** A replay and what surrounds it → the scorecard. Pure but for the task's own checks. */
export async function scoreReplay(input: ScoreReplayInput): Promise<Scorecard> {
  const { identity, process, replay, evaluation, observer, damaged, audit, token, content } = input;
  const files: TraceSource = audit ? 'harness' : 'workspace';
  const units = distrustDamaged(replay.units, damaged, () => sourcesOf(process, files));
  const scored = scoreUnits({ units, present: [...replay.present], weights: evaluation.weights });
  const compactions = splitUnits({
    units,
    scored,
    weights: evaluation.weights,
    compactions: observer.compactions,
  });
  const claim = claimedDone(units, observer.answer);
  const unproven =
    token === undefined
      ? []
      : unprovenFiles({ process, units, versions: observer.versions, served: observer.pages, token, content });
  const integrity = audit
    ? []
    : findIntegrity({
        observer,
        units,
        claimed: claim.claimed,
        answer: observer.answer,
        damaged,
        unproven,
        services: true,
      });
  const checked = await checkedOutputs(input, replay.values, units);
  return buildScorecard({
    identity,
    scored,
    audit,
    ...checked,
    integrity,
    firstDeviation: firstDeviation(units, { at: (seq) => observer.at(seq), ...replay.span }),
    claimedDone: claim,
    questions: evaluation.questions,
    notes: [...replay.notes, ...unseenCompaction(input.asked, observer.compactions)],
    compactions,
  });
}

/** Where the facts are not known, as in most audits, nothing can be checked. */
function checkedOutputs(
  { evaluation, process, facts, parameters, files, checks }: ScoreReplayInput,
  values: ReadonlyMap<string, readonly FinalValue[]>,
  units: readonly Unit[],
): Promise<CheckedOutputs> {
  return checkOutputs({ evaluation, process, facts, parameters, values, due: dueItems(units), files, checks });
}
