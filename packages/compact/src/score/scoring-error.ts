import { ObeyError } from '@obey/schema';

/** An item's `expected` cannot be scored: its check is missing, unknown to the profile, or has a parameter of a wrong type. */
export class ScoringError extends ObeyError {
  constructor(message: string) {
    super('check-failed', message, { hint: "correct the item's `expected` in its template" });
    this.name = 'ScoringError';
  }
}
