import { ObeyError } from '@obey/schema';
import type { Expression, Position } from '../ast.js';
import { analyzeExpression } from './analyze-expression.js';
import { createExpression } from './create-expression.js';
import { nameProblems } from './name-problems.js';

export interface ParseExpressionOptions {
  /** Where the expression stands; the start of a file by default. */
  readonly at?: Position;
  readonly file?: string;
  /** The names that it may use, steps included. All are allowed by default. */
  readonly names?: Iterable<string>;
  /** Those of the names that are steps. */
  readonly steps?: Iterable<string>;
}

/**
 * Parses one expression that stands outside a process, such as a correctness check.
 *
 * @throws ObeyError `process-invalid` for a syntax error, an unknown name, or a function of time or chance
 */
export function parseExpression(source: string, options: ParseExpressionOptions = {}): Expression {
  const { at = { line: 1, column: 1 }, file } = options;
  const place = file === undefined ? at : { ...at, file };
  const steps = new Set(options.steps);
  const names = options.names && new Set([...options.names, ...steps]);
  const analysis = analyzeExpression(source, (name) => names?.has(name) ?? false);
  if (!('ast' in analysis)) {
    throw new ObeyError('process-invalid', `\`${source}\` is no expression: ${analysis.message}`, { at: place });
  }
  const [problem] = nameProblems(analysis, names);
  if (problem)
    throw new ObeyError('process-invalid', problem.message, { at: place, ...(problem.hint && { hint: problem.hint }) });
  return createExpression(analysis, at, (name) => steps.has(name));
}
