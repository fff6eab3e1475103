import type { z } from 'zod';
import { suggestion } from '../suggest.js';
import { issueText, shownValue, subjectOf } from './issue-text.js';
import { keysOf, optionsOf, schemasAt, wordsOf } from './schema-keys.js';

/** A zod issue in words; `key` when it is about the key at the path's end, not its value. */
export interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint?: string;
  readonly key?: boolean;
}

/** Words all issues of a refused value. Of a union's alternatives only the one whose word is present is reported. */
export function schemaIssues(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): SchemaIssue[] {
  return withoutEchoes(
    value,
    issues.flatMap((issue) => wordIssue(schema, value, issue, [])),
  );
}

/** A misspelt key is one mistake: that the right one is missing goes without saying. */
function withoutEchoes(value: unknown, issues: readonly SchemaIssue[]): SchemaIssue[] {
  const meant = (issue: SchemaIssue) => /^did you mean `(.*)`\?$/.exec(issue.hint ?? '')?.[1];
  const spelt = new Set(
    issues.flatMap((issue) => (issue.key === true ? JSON.stringify([...issue.path.slice(0, -1), meant(issue)]) : [])),
  );
  return issues.filter((issue) => valueAt(value, issue.path) !== undefined || !spelt.has(JSON.stringify(issue.path)));
}

function wordIssue(
  schema: z.core.$ZodType,
  value: unknown,
  issue: z.core.$ZodIssue,
  base: readonly PropertyKey[],
): SchemaIssue[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const parent = valueAt(value, path);
    const known = knownKeys(schema, path, parent);
    const other = new Set(schemasAt(schema, path).flatMap((found) => wordsOfAll(optionsOf(found) ?? [])));
    return issue.keys.map((key) => ({
      path: [...path, key],
      key: true,
      message: other.has(key) ? `\`${key}\` cannot stand here beside the others` : `unknown key \`${key}\``,
      ...(other.has(key)
        ? { hint: 'a mapping has only one of such words; make them two' }
        : keyHint(key, known, parent)),
    }));
  }
  if (issue.code === 'invalid_key') {
    const [reason] = issue.issues;
    return [{ path, key: true, message: `\`${String(path.at(-1))}\`: ${reason?.message ?? 'not a valid name'}` }];
  }
  if (issue.code === 'invalid_union') return wordUnion(schema, value, issue, path);
  return [{ path, message: issueText(issue, valueAt(value, path), path) }];
}

function wordUnion(
  schema: z.core.$ZodType,
  value: unknown,
  issue: z.core.$ZodIssueInvalidUnion,
  path: readonly PropertyKey[],
): SchemaIssue[] {
  const found = valueAt(value, path);
  const options = schemasAt(schema, path)
    .map(optionsOf)
    .find((candidates) => candidates?.length === issue.errors.length);
  const words = (options ?? []).map((_, index) => wordsOf(options ?? [], index));
  const subject = subjectOf(path);
  if (isObject(found)) {
    const meant = words.flatMap((own, index) => (own.some((word) => Object.hasOwn(found, word)) ? [index] : []));
    const [only] = meant;
    const errors = only === undefined ? undefined : issue.errors[only];
    if (meant.length === 1 && errors !== undefined) {
      return errors.flatMap((inner) => wordIssue(schema, value, inner, path));
    }
    const all = words.flatMap((own) => own.slice(0, 1));
    if (all.length > 0) {
      const present = meant.flatMap((index) => words[index] ?? []).filter((word) => Object.hasOwn(found, word));
      const key = Object.keys(found).find((name) => !present.includes(name));
      return [
        {
          path,
          message:
            present.length > 1
              ? `${subject}: ${list(present, 'and')} stand in one mapping, which may have only one of them`
              : `${subject}: expected a mapping with one of ${list(all, 'or')}`,
          ...(present.length === 0 && key !== undefined ? suggestion(key, all) : {}),
        },
      ];
    }
  } else if (words.some((own) => own.length > 0)) {
    const expected = `expected a mapping with one of ${list(
      words.flatMap((own) => own.slice(0, 1)),
      'or',
    )}`;
    const message =
      found === undefined ? `${subject} is missing: ${expected}` : `${subject}: ${expected}, got ${shownValue(found)}`;
    return [{ path, message }];
  }
  const texts = issue.errors.flatMap((errors) => errors.slice(0, 1).map((inner) => issueText(inner, found, path)));
  const wanted = [...new Set(texts.map((text) => text.replace(/^.*?expected /, '').replace(/, got .*$/, '')))];
  return [{ path, message: `${subject}: expected ${wanted.join(' or ')}, got ${shownValue(found)}` }];
}

function wordsOfAll(options: readonly z.core.$ZodType[]): string[] {
  return options.flatMap((_, index) => wordsOf(options, index));
}

function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[], parent: unknown): string[] {
  const candidates = schemasAt(schema, path).flatMap((found) => {
    const options = optionsOf(found);
    if (options === undefined || !isObject(parent)) return [found];
    const meant = options.filter((_, index) => wordsOf(options, index).some((word) => Object.hasOwn(parent, word)));
    return meant.length > 0 ? meant : options;
  });
  return [...new Set(candidates.flatMap(keysOf))];
}

function keyHint(key: string, known: readonly string[], parent: unknown): { hint?: string } {
  const free = known.filter((name) => !isObject(parent) || !Object.hasOwn(parent, name));
  if (isObject(parent) && Reflect.get(parent, key) === null && /[^\w-]/.test(key)) {
    return { hint: 'put a text that holds a comma in quotes' };
  }
  const near = suggestion(key, free);
  if (near.hint !== undefined || known.length === 0 || known.length > 14) return near;
  return { hint: `known here: ${known.join(', ')}` };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const part of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part)) return undefined;
    current = Reflect.get(current, part);
  }
  return current;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(words: readonly string[], conjunction: string): string {
  const quoted = words.map((word) => `\`${word}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${conjunction} ${last}`;
}
