import { type Level, levels } from '@obey/schema';
import { deriveSeed } from '../../generate/derive-seed.js';
import { createMersenneTwister } from '../../generate/mersenne-twister.js';
import type { EvaluationItem, GroundTruth } from '../../model/case.js';
import type { Turn } from '../../model/transcript.js';
import { GenerationError } from '../../template/errors.js';
import { bindVariables, type ObeyVariable } from './bind-variables.js';
import { type CaseState, castPeople, keepApart, type Used } from './case-state.js';
import { composeTurns } from './compose-turns.js';
import { type Vocabulary, vocabularyOf } from './fields/vocabulary.js';
import { fillGroundTruth, fillItems } from './fill-questions.js';
import { layOut, type Settings } from './lay-out.js';
import type { ObeyTemplate } from './obey-template.js';
import { openingTurns } from './opening-turns.js';

/** What one cycle of a case adds: its new turns (in the first, the whole transcript), and what is true and asked at its end. */
export interface CycleContent {
  readonly turns: readonly Turn[];
  readonly ground_truth: GroundTruth;
  readonly evaluation_items: readonly EvaluationItem[];
}

/**
 * The cycles 0 to `last` of a case: a pure function of (template, seed, level). Cycle 0 is the case itself; each later one
 * adds turns to the same conversation, some of which supersede or add to what holds.
 *
 * @throws GenerationError when the template lacks the level, or the words do not suffice
 */
export function generateCycles(template: ObeyTemplate, seed: bigint, level: Level, last: number): CycleContent[] {
  const vocabulary = vocabularyOf(template.field);
  if (vocabulary === undefined) throw new GenerationError(`no word field is called ${JSON.stringify(template.field)}`);
  // Templates that are given the same seed shall not resemble each other.
  const state = begin(template, level, deriveSeed(seed, template.key), vocabulary);
  const cycles: CycleContent[] = [];
  let firstId = 0;
  for (let cycle = 0; cycle <= last; cycle += 1) {
    const content = cycleOf(template, level, cycle, firstId, cycles.at(-1), state, vocabulary);
    cycles.push(content);
    firstId += content.turns.length;
  }
  return cycles;
}

function begin(template: ObeyTemplate, level: Level, seed: bigint, vocabulary: Vocabulary): CaseState {
  const bindings = bindVariables(template.variables, deriveSeed(seed, 'variables'), vocabulary);
  const project = bindings.get(template.subject.project) ?? '';
  const lead = bindings.get(template.subject.lead) ?? '';
  const near = template.difficulty_policy.near_names[level] ?? 0;
  const used: Used = { once: new Set(), apart: [] };
  keepApart(bindings.values(), used);
  const cast = castPeople({ project, lead }, near, used, createMersenneTwister(deriveSeed(seed, 'cast')), vocabulary);
  return { seed, bindings, cast, used, said: { turns: new Set(), asides: new Set() } };
}

function cycleOf(
  template: ObeyTemplate,
  level: Level,
  cycle: number,
  firstId: number,
  before: CycleContent | undefined,
  state: CaseState,
  vocabulary: Vocabulary,
): CycleContent {
  const settings = settingsOf(template, level, cycle);
  const entry =
    cycle === 0
      ? { ...template, variables: [] as readonly ObeyVariable[] }
      : template.continuation[(cycle - 1) % Math.max(1, template.continuation.length)];
  const seed = deriveSeed(state.seed, `cycle_${cycle}`);
  const variables = [...template.variables, ...(entry?.variables ?? [])];
  if (entry !== undefined && entry.variables.length > 0) {
    const added = bindVariables(entry.variables, deriveSeed(seed, 'variables'), vocabulary, state.bindings);
    keepApart(added.values(), state.used);
    state.bindings = new Map([...state.bindings, ...added]);
  }
  const random = createMersenneTwister(deriveSeed(seed, 'story'));
  const acts = entry?.acts ?? [];
  const opening = cycle > 0 ? [] : openingTurns(settings.turns, state, random, vocabulary);
  const told = { ...settings, turns: settings.turns - Math.max(0, opening.length - 1) };
  const { placed, rivals } = layOut({
    template,
    acts,
    variables,
    settings: told,
    seed,
    cycle,
    state,
    vocabulary,
    random,
  });
  const turns = composeTurns(placed, firstId + opening.length, state.cast.people, state.said, random, vocabulary);
  return {
    turns: [...opening, ...turns],
    ground_truth: fillGroundTruth(entry?.ground_truth ?? {}, state.bindings, before?.ground_truth),
    evaluation_items: fillItems(entry?.evaluation_items ?? [], state.bindings, rivals, before?.evaluation_items ?? []),
  };
}

function settingsOf(template: ObeyTemplate, level: Level, cycle: number): Settings {
  const policy = template.difficulty_policy;
  const turns = (cycle === 0 ? policy.distractor_turns : policy.continuation_turns)[level];
  if (turns === undefined) {
    throw new GenerationError(`${template.key} does not say how many turns the level ${level} has`, {
      hint: `its levels are ${levels.filter((known) => policy.distractor_turns[known] !== undefined).join(', ')}`,
    });
  }
  return {
    turns,
    depth: policy.paraphrase_depth[level] ?? 0,
    timing: policy.override_timing[level] ?? 'middle',
    distance: policy.distance[level] ?? 0,
  };
}
