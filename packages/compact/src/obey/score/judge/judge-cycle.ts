import type { CycleScorecard } from '../../../model/scorecard.js';
import type { CycleInput } from '../../../model/scorer.js';
import { clamp01 } from '../../../score/neumaier-sum.js';
import { weightedMean } from '../../../score/reference-scorer.js';
import { stanceOf } from '../check/contains.js';
import { readParameters } from '../check/parameters.js';
import { cohenKappa } from './cohen-kappa.js';
import { judgePrompt } from './judge-prompt.js';
import { type Judgement, parseJudgement } from './judgement.js';

/** Asks a model; whoever gives it sees to retries and limits. */
export type AskJudge = (prompt: string) => Promise<string>;

export interface JudgedAnswer {
  readonly item_key: string;
  /** Undefined where the reply could not be read. */
  readonly judgement: Judgement | undefined;
  /** Whether the item is met by the judge's class, and by the deterministic analysis. */
  readonly judged: boolean | undefined;
  readonly analysed: boolean;
}

export interface JudgedCycle {
  readonly answers: readonly JudgedAnswer[];
  /** Cohen's kappa of both over the answers that were judged; null where it is not defined. */
  readonly kappa: number | null;
  /** The scorecard as it was, or with the judge's verdicts where `use` asked for them. */
  readonly scorecard: CycleScorecard;
}

export interface JudgeOptions {
  readonly ask: AskJudge;
  /** A new random delimiter for each call. */
  readonly delimiter: () => string;
  /** Lets the judge grant an answer that the analysis did not find the value in; off by default. */
  readonly use?: boolean;
}

const met: Readonly<Record<'affirmed' | 'prohibited' | 'any', readonly Judgement['class'][]>> = {
  affirmed: ['stated'],
  prohibited: ['negated', 'prohibited', 'refused'],
  any: ['stated', 'negated', 'prohibited', 'quoted', 'refused'],
};

/**
 * Puts the items that ask for one value (`contains_normalized`) to a judge model, and says how far it agrees with the
 * analysis. Scores change only where `use` is set, and then only from "not found" to met: an answer in which the analysis
 * found a mention of the value, or an affirmed decoy, keeps its score.
 */
export async function judgeCycle(input: CycleInput, card: CycleScorecard, options: JudgeOptions): Promise<JudgedCycle> {
  const answers: JudgedAnswer[] = [];
  for (const item of input.case.evaluation_items) {
    const parameters = readParameters(item.expected, item.key);
    const scored = card.item_scores.find(({ item_key }) => item_key === item.key);
    if (parameters.check !== 'contains_normalized' || scored === undefined) continue;
    const question = { question: item.prompt, answer: input.responses.get(item.key) ?? '', value: parameters.value };
    const judgement = parseJudgement(await options.ask(judgePrompt(question, options.delimiter())));
    const stance = stanceOf(parameters.stance, parameters.value, input.case.ground_truth.forbidden_behaviors);
    const judged = judgement === undefined ? undefined : met[stance].includes(judgement.class);
    answers.push({ item_key: item.key, judgement, judged, analysed: scored.score >= 1 });
  }
  const both = answers.flatMap(({ judged, analysed }) =>
    judged === undefined ? [] : [[String(judged), String(analysed)] as const],
  );
  return { answers, kappa: cohenKappa(both), scorecard: options.use === true ? granted(card, answers) : card };
}

function granted(card: CycleScorecard, answers: readonly JudgedAnswer[]): CycleScorecard {
  const grants = new Map(answers.filter(({ judged }) => judged === true).map((one) => [one.item_key, one.judgement]));
  const item_scores = card.item_scores.map((item) => {
    const judgement = grants.get(item.item_key);
    const mentions = item.details.mentions;
    if (judgement === undefined || item.score >= 1 || (Array.isArray(mentions) && mentions.length > 0)) return item;
    return { ...item, score: 1, details: { ...item.details, reason: 'met by the judge model', judge: judgement.why } };
  });
  const cycle_score = clamp01(weightedMean(item_scores));
  return {
    ...card,
    item_scores,
    cycle_score,
    penalized_cycle_score: clamp01(cycle_score * (1 - card.contradiction_rate)),
  };
}
