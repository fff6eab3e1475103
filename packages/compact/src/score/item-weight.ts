import type { ItemType } from '../model/case.js';

/** What an answer to each kind of item weighs in a cycle's score. */
export const itemWeights: Readonly<Record<ItemType, number>> = {
  locked_decision_retention: 3,
  forbidden_behavior_retention: 3,
  immutable_fact_recall: 2,
  unresolved_task_continuity: 2,
  entity_integrity: 1,
  planning_soundness: 1,
};

/** Whether an item asks for a constraint itself; its score counts into constraint retention. */
export const isConstraintItem = (type: string): boolean =>
  type === 'locked_decision_retention' || type === 'forbidden_behavior_retention';
