import { ObeyError, type ObeyErrorCode } from '@obey/schema';
import type { Issue } from './issue.js';

/** An input that was refused: the message, place and hint are those of the first issue in the file; `issues` has all. */
export class InputError extends ObeyError {
  readonly issues: readonly Issue[];
  readonly file: string | undefined;

  constructor(code: ObeyErrorCode, issues: readonly Issue[], file?: string) {
    const sorted = [...issues].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
    const [first] = sorted;
    const at = { ...(file !== undefined && { file }), ...(first?.at ?? { line: 1, column: 1 }) };
    super(code, first?.message ?? 'refused', { at, ...(first?.hint !== undefined && { hint: first.hint }) });
    this.name = 'InputError';
    this.issues = sorted;
    this.file = file;
  }

  /** One line per issue: `file:line:column: message; hint`. */
  get lines(): readonly string[] {
    return this.issues.map((issue) => new InputError(this.code, [issue], this.file).line);
  }
}
