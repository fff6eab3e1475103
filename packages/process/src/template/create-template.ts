import { ObeyError } from '@obey/schema';
import type { Expression, Position, Scope, Template } from '../ast.js';

/** A literal text, or a hole whose expression lies in the compiled subset. */
export type CompiledPart = string | (Expression & Required<Pick<Expression, 'evaluateSync'>>);

export interface CreateTemplateOptions {
  readonly source: string;
  readonly at: Position;
  readonly parts: readonly CompiledPart[];
  /** `*` in the text stands for any text when read backwards, as in commands. */
  readonly wildcard?: boolean;
}

/** Makes a template of its parts. */
export function createTemplate({ source, at, parts, wildcard = false }: CreateTemplateOptions): Template {
  const holes = parts.flatMap((part) => (typeof part === 'string' ? [] : part.source));
  const names = new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [...part.names])));
  const [only] = parts;
  const text = parts.length === 0 ? '' : parts.length === 1 && typeof only === 'string' ? only : undefined;
  const pattern = new RegExp(`^${parts.map((part) => partPattern(part, wildcard)).join('')}$`, 's');
  return {
    source,
    at,
    names,
    holes,
    fill: text === undefined ? (scope) => parts.map((part) => fillPart(part, scope, source, at)).join('') : () => text,
    capture: (candidate) => capture(pattern, holes, candidate),
  };
}

function partPattern(part: CompiledPart, wildcard: boolean): string {
  if (typeof part !== 'string') return '([^/]+?)';
  const escaped = part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return wildcard ? escaped.replaceAll('\\*', '.*') : escaped;
}

function fillPart(part: CompiledPart, scope: Scope, source: string, at: Position): string {
  if (typeof part === 'string') return part;
  const value = part.evaluateSync(scope);
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const found =
    value === undefined || value === null || value === '' ? 'nothing' : Array.isArray(value) ? 'a list' : 'an object';
  throw new ObeyError(
    'expression-failed',
    `{${part.source}} in \`${source}\` is ${found} where text or a number was due`,
    { at },
  );
}

function capture(
  pattern: RegExp,
  holes: readonly string[],
  candidate: string,
): Readonly<Record<string, string>> | null {
  const match = pattern.exec(candidate);
  if (match === null) return null;
  const captured: Record<string, string> = {};
  for (const [index, hole] of holes.entries()) {
    const value = match[index + 1];
    if (value === undefined || (Object.hasOwn(captured, hole) && captured[hole] !== value)) return null;
    captured[hole] = value;
  }
  return captured;
}
