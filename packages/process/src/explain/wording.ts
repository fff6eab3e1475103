import type { Facts, ParameterValues } from '@obey/schema';
import type { Process, Variable } from '../ast.js';

/** What the words for a process may refer to. */
export interface Wording {
  readonly process: Process;
  /** The number under which a step stands in the prose. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly facts?: Facts | undefined;
  readonly parameters?: ParameterValues | undefined;
  /** Loop variables, parameters of procedures and counters where the words stand. */
  readonly variables: readonly Pick<Variable, 'name'>[];
  /** Set where other names are fields of the event at hand. */
  readonly event?: boolean;
  /** Set inside a filter, where names are fields of the element at hand. */
  readonly inside?: boolean;
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** `a, b and c`. */
export function listed(words: readonly string[], conjunction = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

export function sentence(text: string): string {
  const trimmed = text.trim().replaceAll(/\s+/g, ' ');
  const start = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return start === '' || /[.!?:]$/.test(start) ? start : `${start}.`;
}
