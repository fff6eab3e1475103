/** One thing that keeps a task from being sound, or may. */
export interface ValidationIssue {
  /** A task with an error does not belong in a catalog; a warning is for its author to judge. */
  readonly severity: 'error' | 'warning';
  /** Absolute path of the file that it is about. */
  readonly file: string;
  /** From 1, where the file has a place for it. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly hint?: string;
}
