import type { ObeyErrorCode } from '@obey/schema';
import { safeParse, type z } from 'zod';
import { InputError } from './input-error.js';
import { schemaIssues } from './schema-issues.js';
import { readYamlFile, type YamlFile } from './yaml-file.js';

export interface ParseYamlOptions {
  readonly code: ObeyErrorCode;
  /** The file's name in errors. */
  readonly file?: string;
}

/**
 * Reads YAML and checks it against a zod schema.
 *
 * @returns the parsed value and the file, whose `placeOf` gives the line and column of any path in it
 * @throws InputError with `code`: syntax errors, duplicate keys and every issue of the schema, each with line and column
 */
export function parseYaml<Schema extends z.core.$ZodType>(
  text: string,
  schema: Schema,
  { code, file }: ParseYamlOptions,
): { readonly value: z.output<Schema>; readonly yaml: YamlFile } {
  const yaml = readYamlFile(text);
  if (yaml.issues.length > 0) throw new InputError(code, yaml.issues, file);
  const result = safeParse(schema, yaml.value);
  if (result.success) return { value: result.data, yaml };
  const issues = schemaIssues(schema, yaml.value, result.error.issues).map(({ path, message, hint, key }) => ({
    message,
    at: yaml.placeOf(path, { key: key === true }),
    ...(hint !== undefined && { hint }),
  }));
  throw new InputError(code, issues, file);
}
