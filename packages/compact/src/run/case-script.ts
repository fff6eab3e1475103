import type { Level } from '@obey/schema';
import { continuationPrompt } from '../generate/continuation.js';
import { generateCase } from '../generate/generate-case.js';
import type { Case } from '../model/case.js';
import type { Turn } from '../model/transcript.js';
import { generateCycles } from '../obey/dialect/generate-cycles.js';
import type { AnyTemplate } from './any-suite.js';

/** What one cycle of a case brings. */
export interface CycleScript {
  /** Said since the last compaction; in cycle 0 the whole transcript. */
  readonly turns: readonly Turn[];
  /** Whether the model is to answer the last of them before it is compacted. */
  readonly awaitsReply: boolean;
  /** The case as it is asked about at the end of the cycle: what is true then, and its questions. */
  readonly asked: Case;
}

/** A case as it is played, cycle by cycle. */
export interface CaseScript {
  readonly case: Case;
  /** Cycles 0 to the number of drift cycles. */
  readonly cycles: readonly CycleScript[];
}

/**
 * What a template, a seed and a level make of a case and of what comes after each compaction. In `compactbench-1` the user
 * says one of eight things and the model answers; in `obey-1` the template tells what is added or withdrawn.
 *
 * @throws GenerationError where the template cannot give the level
 */
export function scriptCase(file: AnyTemplate, seed: bigint, level: Level, driftCycles: number): CaseScript {
  return file.dialect === 'obey-1'
    ? scriptObeyCase(file.template, seed, level, driftCycles)
    : scriptReferenceCase(generateCase(file.template, seed, level), driftCycles);
}

function scriptReferenceCase(made: Case, driftCycles: number): CaseScript {
  const first: CycleScript = { turns: made.transcript.turns, awaitsReply: false, asked: made };
  let nextId = Math.max(-1, ...made.transcript.turns.map(({ id }) => id)) + 1;
  const later = Array.from({ length: driftCycles }, (_, index): CycleScript => {
    const content = continuationPrompt(made.seed, index + 1);
    const turn = { id: nextId, role: 'user' as const, content, tags: ['continuation'] };
    nextId += 2;
    return { turns: [turn], awaitsReply: true, asked: made };
  });
  return { case: made, cycles: [first, ...later] };
}

function scriptObeyCase(
  template: Extract<AnyTemplate, { dialect: 'obey-1' }>['template'],
  seed: bigint,
  level: Level,
  driftCycles: number,
): CaseScript {
  const [first, ...later] = generateCycles(template, seed, level, driftCycles);
  const made: Case = {
    case_id: `${template.key}:s${seed}:d${level}`,
    template_key: template.key,
    template_version: template.version,
    seed,
    difficulty: level,
    transcript: { turns: first?.turns ?? [] },
    ground_truth: first?.ground_truth ?? emptyTruth,
    evaluation_items: first?.evaluation_items ?? [],
  };
  const cycles = [
    { turns: made.transcript.turns, awaitsReply: false, asked: made },
    ...later.map(({ turns, ground_truth, evaluation_items }) => ({
      turns,
      awaitsReply: false,
      asked: { ...made, ground_truth, evaluation_items },
    })),
  ];
  return { case: made, cycles };
}

const emptyTruth: Case['ground_truth'] = {
  immutable_facts: [],
  locked_decisions: [],
  forbidden_behaviors: [],
  unresolved_items: [],
  deferred_items: [],
  entity_map: new Map(),
};
