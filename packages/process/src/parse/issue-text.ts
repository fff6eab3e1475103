import type { z } from 'zod';

/** One zod issue as one clause: `\`max\`: expected a whole number, got the text "many"`. */
export function issueText(issue: z.core.$ZodIssue, found: unknown, path: readonly PropertyKey[]): string {
  const name = path.at(-1);
  const subject =
    typeof name === 'string' ? `\`${name}\`` : typeof name === 'number' ? `element ${name + 1}` : 'the file';
  if (found === undefined && issue.code !== 'custom') return `${subject} is missing: expected ${wanted(issue)}`;
  if (issue.code === 'custom') return `${subject}: ${issue.message}`;
  return `${subject}: expected ${wanted(issue)}, got ${shownValue(found)}`;
}

/** What an issue is about: the key or the place in a list. */
export function subjectOf(path: readonly PropertyKey[]): string {
  const name = path.at(-1);
  if (typeof name === 'number') return `element ${name + 1}`;
  return name === undefined ? 'the file' : `\`${String(name)}\``;
}

function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value': {
      const values = issue.values.map((value) => `\`${String(value)}\``);
      return values.length === 1 ? (values[0] ?? '') : `one of ${values.join(', ')}`;
    }
    case 'too_small':
      return size(issue.origin, issue.inclusive === false ? 'more than' : 'at least', Number(issue.minimum));
    case 'too_big':
      return size(issue.origin, issue.inclusive === false ? 'less than' : 'at most', Number(issue.maximum));
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return issue.message.startsWith('expected ')
        ? issue.message.slice('expected '.length)
        : `text like ${issue.format}`;
    default:
      return issue.message;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function size(origin: string, relation: string, limit: number): string {
  if (origin === 'array') return `${relation} ${limit} ${limit === 1 ? 'element' : 'elements'}`;
  if (origin === 'string')
    return limit === 1 && relation === 'at least' ? 'text that is not empty' : `${relation} ${limit} characters`;
  return `${relation} ${limit}`;
}

const longest = 40;

/** A value as an error shows it, shortened. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') {
    return `the text ${JSON.stringify(value.length > longest ? `${value.slice(0, longest)}…` : value)}`;
  }
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return typeof value === 'object' ? 'a mapping' : String(value);
}
