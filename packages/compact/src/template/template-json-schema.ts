import { z } from 'zod';
import { templateSchema } from './template-schema.js';

/**
 * The JSON Schema (draft 2020-12) of a template file of the dialect `compactbench-1`, by which editors complete and check
 * it. It refuses what `parseTemplate` refuses, save for numbers written as text, which only `parseTemplate` lets pass.
 */
export function templateJsonSchema(): Record<string, unknown> {
  const file = z.looseObject({ dialect: z.literal('compactbench-1').optional(), template: templateSchema });
  return z.toJSONSchema(file, { io: 'input', unrepresentable: 'any' });
}
