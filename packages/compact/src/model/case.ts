import type { Level } from '@obey/schema';
import type { Transcript } from './transcript.js';

/** The six kinds of evaluation item. */
export const itemTypes = [
  'locked_decision_retention',
  'forbidden_behavior_retention',
  'immutable_fact_recall',
  'unresolved_task_continuity',
  'entity_integrity',
  'planning_soundness',
] as const;
export type ItemType = (typeof itemTypes)[number];

/** What a conversation established. Maps keep the order in which keys first came, whatever they look like. */
export interface GroundTruth {
  readonly immutable_facts: readonly string[];
  readonly locked_decisions: readonly string[];
  readonly forbidden_behaviors: readonly string[];
  readonly unresolved_items: readonly string[];
  readonly deferred_items: readonly string[];
  readonly entity_map: ReadonlyMap<string, string>;
}

/** A question about a conversation, with a check of its answer. */
export interface EvaluationItem {
  readonly key: string;
  readonly item_type: ItemType;
  readonly prompt: string;
  /** `check` and its parameters, in order; read by the scorer alone. */
  readonly expected: ReadonlyMap<string, unknown>;
}

/** One generated case, with the field names and the field order of its JSON form. A pure function of template, seed and level. */
export interface Case {
  /** `<template key>:s<seed>:d<level>` */
  readonly case_id: string;
  readonly template_key: string;
  readonly template_version: string;
  /** Any integer; those of a run are unsigned 64-bit. */
  readonly seed: bigint;
  readonly difficulty: Level;
  readonly transcript: Transcript;
  readonly ground_truth: GroundTruth;
  readonly evaluation_items: readonly EvaluationItem[];
}
