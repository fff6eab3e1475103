import type { Level } from '@obey/schema';
import type { CaseValue } from '../case/case-value.js';
import { copyFloatMarks } from '../case/float-marks.js';
import { type Case, type EvaluationItem, type GroundTruth, type ItemType, itemTypes } from '../model/case.js';
import { GenerationError } from '../template/errors.js';
import { substitute } from '../template/references.js';
import type { ItemTemplate, Template } from '../template/template.js';
import { buildTranscript } from './build-transcript.js';
import { derivedStreams } from './derived-streams.js';
import { difficultyBindings } from './difficulty.js';
import { drawValue } from './generators.js';
import type { Random } from './mersenne-twister.js';

type Bindings = ReadonlyMap<string, string>;

/**
 * The case that a template of the dialect `compactbench-1` makes of a seed at a level: the same bytes as CompactBench's,
 * for any integer as seed.
 *
 * @throws GenerationError, UnknownGeneratorError or UnresolvedReferenceError where the template cannot give one
 */
export function generateCase(template: Template, seed: bigint, level: Level): Case {
  const { variables, transcript } = template;
  const names = variables.map(({ name }) => name);
  const places: number[] = [];
  for (const [index, { role }] of transcript.turns.entries()) {
    if (role !== 'distractor_block') continue;
    places.push(index);
    names.push(`distractor_block_${index}`);
  }
  const streams = derivedStreams(seed, names);
  const values = new Map<string, string>();
  for (const [index, { name, generator }] of variables.entries()) {
    values.set(name, drawValue(generator, streams[index] as Random));
  }
  for (const [name, value] of difficultyBindings(template.difficulty_policy, level)) values.set(name, value);
  const blocks = new Map(places.map((index, block) => [index, streams[variables.length + block] as Random]));
  return {
    case_id: `${template.key}:s${seed}:d${level}`,
    template_key: template.key,
    template_version: template.version,
    seed,
    difficulty: level,
    transcript: buildTranscript(template, level, values, blocks),
    ground_truth: bindGroundTruth(template.ground_truth, values),
    evaluation_items: template.evaluation_items.map((item) => bindItem(item, values)),
  };
}

function bindGroundTruth(truth: Template['ground_truth'], bindings: Bindings): GroundTruth {
  const bound = (texts: readonly string[]) => texts.map((text) => substitute(text, bindings));
  const entities = new Map<string, string>();
  for (const [name, role] of truth.entity_map) entities.set(substitute(name, bindings), substitute(role, bindings));
  return {
    immutable_facts: bound(truth.immutable_facts),
    locked_decisions: bound(truth.locked_decisions),
    forbidden_behaviors: bound(truth.forbidden_behaviors),
    unresolved_items: bound(truth.unresolved_items),
    deferred_items: bound(truth.deferred_items),
    entity_map: entities,
  };
}

function bindItem({ key, type, prompt, expected }: ItemTemplate, bindings: Bindings): EvaluationItem {
  if (!isItemType(type)) {
    throw new GenerationError(`evaluation item ${key}: no item is of the type ${JSON.stringify(type)}`, {
      hint: `known are ${itemTypes.join(', ')}`,
    });
  }
  const bound = new Map<string, CaseValue>();
  for (const [name, value] of expected)
    bound.set(name, typeof value === 'string' ? substitute(value, bindings) : value);
  copyFloatMarks(expected, bound);
  return { key, item_type: type, prompt: substitute(prompt, bindings), expected: bound };
}

function isItemType(type: string): type is ItemType {
  return (itemTypes as readonly string[]).includes(type);
}
