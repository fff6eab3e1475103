import { z } from 'zod';
import { leaderboardSchema } from './leaderboard.js';
import { runSchema } from './run.js';
import { scorecardSchema } from './scorecard.js';
import { taskSchema } from './task.js';
import { traceEventSchema } from './trace-event.js';
import { trialSchema } from './trial.js';

const sources = {
  task: taskSchema,
  'trace-event': traceEventSchema,
  trial: trialSchema,
  scorecard: scorecardSchema,
  run: runSchema,
  leaderboard: leaderboardSchema,
} as const;

export type JsonSchemaName = keyof typeof sources;
export const jsonSchemaNames = Object.keys(sources) as JsonSchemaName[];

/** The JSON Schema (draft 2020-12) of what a person writes or a file holds; editors complete task.yaml from `task`. */
export function toJsonSchema(name: JsonSchemaName): Record<string, unknown> {
  return z.toJSONSchema(sources[name], { io: 'input' });
}
