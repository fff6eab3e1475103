import type { Level } from '@obey/schema';
import type { Case } from '../../model/case.js';
import { type CycleContent, generateCycles } from './generate-cycles.js';
import type { ObeyTemplate } from './obey-template.js';

/**
 * The case of a template of the dialect `obey-1`: a pure function of (template, seed, level), in the same form as any other.
 *
 * @param seed any integer
 * @throws GenerationError
 */
export function generateObeyCase(template: ObeyTemplate, seed: bigint, level: Level): Case {
  const [first] = generateCycles(template, seed, level, 0) as [CycleContent];
  return {
    case_id: `${template.key}:s${seed}:d${level}`,
    template_key: template.key,
    template_version: template.version,
    seed,
    difficulty: level,
    transcript: { turns: first.turns },
    ground_truth: first.ground_truth,
    evaluation_items: first.evaluation_items,
  };
}

/**
 * How a case goes on: what a cycle n ≥ 1 adds, a pure function of (template, seed, level, cycle). Its turns continue the ids of the
 * cycles before and the alternation of roles; some of them supersede or add to what holds. Its items are all that are asked at the
 * end of that cycle: those of the cycle before, some with new answers, and new ones. Cycle 0 gives the case itself.
 *
 * @param cycle a whole number from 0
 * @throws GenerationError
 */
export function continuationTurns(template: ObeyTemplate, seed: bigint, level: Level, cycle: number): CycleContent {
  return generateCycles(template, seed, level, cycle)[cycle] as CycleContent;
}
