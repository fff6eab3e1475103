import { artifactLimits } from '../artifact/artifact-limits.js';
import { emptyArtifactText } from '../artifact/prompt-format.js';
import {
  chunkPrompt,
  headerPrompt,
  ledgerPrompt,
  mergePrompt,
  revisingLedgerPrompt,
  statePrompt,
  summaryPrompt,
} from '../methods/built-in/prompts.js';
import type { CarryOver } from '../run/carry-over.js';
import type { TokenModel } from './reply-sizes.js';

/** One turn, as a prompt shows it. */
export interface TurnSize {
  readonly tokens: number;
  readonly points: number;
}

/** What one compaction is given. */
export interface CompactionSize {
  readonly turns: readonly TurnSize[];
  /** From 0. */
  readonly cycle: number;
  /** `artifact`: from cycle 1 on the first turn is the last artifact, in the place of all that was said before. */
  readonly carries: CarryOver;
}

/** What one compaction takes and makes. */
export interface CompactionCost {
  readonly calls: number;
  /** Tokens, about: sent by these calls, got back, and of the artifact as it is shown. */
  readonly input: number;
  readonly output: number;
  readonly artifact: number;
}

/** How a method calls its model: what an estimate needs to know of it. */
export type CallModel = (size: CompactionSize, tokens: TokenModel) => CompactionCost;

const turnsOfPart = 10;
const sum = (turns: readonly TurnSize[]): number => turns.reduce((total, { tokens }) => total + tokens, 0);

/** What its calls get back, each at least a token. */
const replied = (...sizes: readonly number[]): number => sizes.reduce((total, size) => total + Math.max(1, size), 0);

/** An artifact that holds so much; one that holds nothing says so. */
const shown = (held: number, { count }: TokenModel): number => (held > 0 ? held + 10 : count(emptyArtifactText));

const naive: CallModel = ({ turns }, tokens) => ({
  calls: 1,
  input: sum(turns) + tokens.count(summaryPrompt('')),
  output: replied(tokens.replies.summary),
  artifact: shown(tokens.replies.summary, tokens),
});

const structured: CallModel = ({ turns }, tokens) => ({
  calls: 1,
  input: sum(turns) + tokens.count(statePrompt('')),
  output: replied(tokens.replies.state),
  artifact: shown(tokens.replies.state, tokens),
});

/** A summary of each ten turns, one of those summaries where there is more than one, and the state. */
const hierarchical: CallModel = ({ turns }, tokens) => {
  const { count, replies } = tokens;
  const parts = Math.ceil(turns.length / turnsOfPart);
  const merges = parts > 1 ? 1 : 0;
  const merging = merges * (count(mergePrompt([])) + parts * (replies.part + 2));
  return {
    calls: parts + merges + 1,
    input: 2 * sum(turns) + parts * count(chunkPrompt('', turnsOfPart)) + merging + count(statePrompt('')),
    output: parts * replied(replies.part) + merges * replied(replies.summary) + replied(replies.state),
    artifact: shown((merges === 1 ? replies.summary : replies.part) + replies.state, tokens),
  };
};

/** The ledger's addition and the header. Where only the artifact is carried, the first shows the ledger and what is new. */
const ledger: CallModel = ({ turns, cycle, carries }, tokens) => {
  const { count, replies } = tokens;
  const held = replies.state * (1 + 0.25 * cycle);
  const first =
    carries === 'artifact' && cycle > 0
      ? held + sum(turns.slice(1)) + count(revisingLedgerPrompt('', ''))
      : sum(turns) + count(ledgerPrompt(''));
  return {
    calls: 2,
    input: first + sum(turns) + count(headerPrompt('')),
    output: replied(replies.state, replies.header),
    artifact: shown(held + replies.header, tokens),
  };
};

/** A control asks nobody. Where the transcript is carried, its lines are cut at the length of a summary. */
const control =
  (keep: (size: CompactionSize) => readonly TurnSize[]): CallModel =>
  (size, tokens) => {
    const kept = keep(size);
    const points = kept.reduce((total, turn) => total + turn.points, 0);
    const share = size.carries === 'artifact' ? 1 : Math.min(1, artifactLimits.summary / Math.max(1, points));
    return { calls: 0, input: 0, output: 0, artifact: shown(sum(kept) * share, tokens) };
  };

/** The last ten turns; an artifact that is carried holds ten itself. */
function lastTurns({ turns, cycle, carries }: CompactionSize): readonly TurnSize[] {
  const [first, ...added] = turns;
  if (carries === 'transcript' || cycle === 0 || first === undefined || added.length >= 10) return turns.slice(-10);
  const share = (10 - added.length) / 10;
  return [{ tokens: first.tokens * share, points: first.points * share }, ...added];
}

const models = new Map<string, CallModel>([
  ['naive-summary', naive],
  ['structured-state', structured],
  ['hierarchical-summary', hierarchical],
  ['hybrid-ledger', ledger],
  ['oracle', control(({ turns }) => turns)],
  ['null', control(() => [])],
  ['truncate-last-n', control(lastTurns)],
]);

/** How a built-in method or control calls its model; undefined for any other, of which nothing is known beforehand. */
export const builtInCallModel = (key: string): CallModel | undefined => models.get(key);

/** What is assumed of a method that says nothing of its calls: one a compaction. */
export const assumedCallModel: CallModel = naive;
