import { byCodePoint } from '../json/json-text.js';
import type { ItemScore } from '../model/scorecard.js';
import type { ScoredCase } from './aggregate.js';
import { mean } from './neumaier-sum.js';

/** How the answers to one type of item fared. */
export interface ItemTypeDiagnosis {
  readonly item_type: string;
  readonly total: number;
  readonly mean_score: number;
  /** Scored 1. */
  readonly perfect: number;
  readonly partial: number;
  /** Scored 0. */
  readonly failed: number;
  readonly weight: number;
}

/** All answers of a run by the type of their item: the worst first, then the heavier, then by name. */
export function diagnoseItems(cases: readonly ScoredCase[]): ItemTypeDiagnosis[] {
  const byType = new Map<string, ItemScore[]>();
  for (const item of cases.flatMap(({ cycles }) => cycles.flatMap(({ scorecard }) => scorecard.item_scores))) {
    const group = byType.get(item.item_type);
    if (group === undefined) byType.set(item.item_type, [item]);
    else group.push(item);
  }
  return [...byType]
    .map(([type, items]) => diagnose(type, items))
    .sort((a, b) => a.mean_score - b.mean_score || b.weight - a.weight || byCodePoint(a.item_type, b.item_type));
}

function diagnose(item_type: string, items: readonly ItemScore[]): ItemTypeDiagnosis {
  const scores = items.map((item) => item.score);
  const perfect = scores.filter((score) => score >= 1).length;
  const failed = scores.filter((score) => score <= 0).length;
  return {
    item_type,
    total: items.length,
    mean_score: mean(scores, 0),
    perfect,
    partial: items.length - perfect - failed,
    failed,
    weight: items[0]?.weight ?? 0,
  };
}
