import type { Json } from '@obey/schema';
import type { ToolResult } from './record-schemas.js';

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const edited = (text: string, edit: Json): string | undefined => {
  if (!isObject(edit)) return undefined;
  const { old_string: before, new_string: after, replace_all: all } = edit;
  if (typeof before !== 'string' || typeof after !== 'string' || !text.includes(before)) return undefined;
  // A function, since `$` in a replacement text has a meaning.
  return all === true ? text.replaceAll(before, () => after) : text.replace(before, () => after);
};

/** The whole text of the file that a call of Write, Edit or MultiEdit left behind; undefined where the log cannot tell. */
export const writtenContent = (name: string, input: Json, result: ToolResult | undefined): string | undefined => {
  if (!isObject(input)) return undefined;
  if (name === 'Write') return typeof input.content === 'string' ? input.content : undefined;
  const original = result?.originalFile;
  if (typeof original !== 'string') return undefined;
  if (name === 'Edit') return edited(original, input);
  if (name !== 'MultiEdit' || !Array.isArray(input.edits)) return undefined;
  return input.edits.reduce<string | undefined>(
    (text, edit) => (text === undefined ? undefined : edited(text, edit)),
    original,
  );
};
