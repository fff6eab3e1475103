import { type Json, nearest, ObeyError } from '@obey/schema';

/** Names to values; a record's fields are asked for with a dot, such as `services.census`. */
export interface PromptValues {
  readonly [name: string]: Json | Readonly<Record<string, string>> | undefined;
}

const placeholder = /\{\{([^{}\n]*)\}\}/g;

/**
 * Fills every `{{name}}` and `{{name.field}}` of a prompt.
 *
 * @throws ObeyError `prepare-failed` with the line and column of a placeholder that no value fits
 */
export function renderPrompt(text: string, values: PromptValues, file = 'prompt.md'): string {
  return text.replace(placeholder, (whole, inner: string, offset: number) => {
    const name = inner.trim();
    const value = lookUp(values, name);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    const close = nearest(name, names(values));
    throw new ObeyError('prepare-failed', `the prompt’s placeholder \`${whole}\` has no value`, {
      at: placeOf(text, offset, file),
      hint: close === undefined ? `known are ${names(values).join(', ') || 'none'}` : `did you mean \`{{${close}}}\`?`,
    });
  });
}

function lookUp(values: PromptValues, name: string): unknown {
  const [first = '', ...rest] = name.split('.');
  let value: unknown = Object.hasOwn(values, first) ? values[first] : undefined;
  for (const field of rest) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, field)) return undefined;
    value = (value as Record<string, unknown>)[field];
  }
  return value;
}

function names(values: PromptValues): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? Object.keys(value).map((field) => `${name}.${field}`) : [name],
  );
}

function placeOf(text: string, offset: number, file: string) {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
