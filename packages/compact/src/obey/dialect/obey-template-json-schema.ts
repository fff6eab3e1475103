import { z } from 'zod';
import { obeyTemplateSchema } from './obey-template-schema.js';

/**
 * The JSON Schema (draft 2020-12) of a template file of the dialect `obey-1`, by which editors complete and check it. What hangs on
 * several fields at once, such as a variable that is named nowhere, only `parseObeyTemplate` finds.
 */
export function obeyTemplateJsonSchema(): Record<string, unknown> {
  const file = z.looseObject({ dialect: z.literal('obey-1'), template: obeyTemplateSchema });
  return z.toJSONSchema(file, { io: 'input', unrepresentable: 'any' });
}
