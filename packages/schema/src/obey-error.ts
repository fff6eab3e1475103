const brand = Symbol.for('obey.error');

/** The stable codes of the family. A code never changes its meaning; new ones may be added. */
export type ObeyErrorCode =
  | 'usage'
  | 'not-found'
  | 'task-invalid'
  | 'process-invalid'
  | 'expression-failed'
  | 'prepare-failed'
  | 'solve-failed'
  | 'check-failed'
  | 'trace-invalid'
  | 'template-invalid'
  | 'case-invalid'
  | 'trial-invalid'
  | 'run-invalid'
  | 'harness-failed'
  | 'environment-failed'
  | 'download-failed'
  | 'infrastructure'
  | 'interrupted'
  | 'conflict';

/** Where in an input an error stands; line and column count from 1. */
export interface ErrorPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface ObeyErrorOptions {
  readonly cause?: unknown;
  /** What the user should do about it, one clause without a final stop. */
  readonly hint?: string;
  readonly at?: ErrorPlace;
}

/**
 * The one error of Obey: a stable `code`, a message that says what was found and expected, a place and a hint.
 * Recognise it with `ObeyError.isInstance`, which also holds across copies of this package.
 */
export class ObeyError extends Error {
  readonly code: ObeyErrorCode;
  readonly hint: string | undefined;
  readonly at: ErrorPlace | undefined;

  constructor(code: ObeyErrorCode, message: string, options: ObeyErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ObeyError';
    this.code = code;
    this.hint = options.hint;
    this.at = options.at;
    Object.defineProperty(this, brand, { value: true });
  }

  static isInstance(value: unknown): value is ObeyError {
    return typeof value === 'object' && value !== null && brand in value;
  }

  /** One line for a person: `file:line:column: message; hint`. Control characters are shown as spaces. */
  get line(): string {
    const { file, line, column } = this.at ?? {};
    const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
    const text = [place === '' ? '' : `${place}: `, this.message, this.hint === undefined ? '' : `; ${this.hint}`].join(
      '',
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being replaced
    return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
  }
}
