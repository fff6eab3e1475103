import { levelSchema } from '@obey/schema';
import { z } from 'zod';
import { scorerVersions } from '../model/scorer.js';
import { carryOvers } from './carry-over.js';

/** What decides the outcome of a run, beside the suite's files, the method and the model's answers. */
export const runSettingsSchema = z.strictObject({
  difficulty: levelSchema,
  /** How often a case is compacted again after the first time. */
  driftCycles: z.int().min(0).max(5),
  /** Cases of each template. */
  caseCount: z.int().min(1),
  /** Another word draws other cases. */
  seedGroup: z.string(),
  scorer: z.enum(scorerVersions),
  carry: z.enum(carryOvers),
});
export type RunSettings = z.infer<typeof runSettingsSchema>;

/** What a profile's runs carry from cycle to cycle: the reference's all that was said, ours the artifact alone. */
export const carryOf = (scorer: RunSettings['scorer']): RunSettings['carry'] =>
  scorer === 'obey-1' ? 'artifact' : 'transcript';
