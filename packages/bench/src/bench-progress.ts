import type { Result } from '@obey/schema';

interface ProgressOf<Type extends string> {
  readonly type: Type;
  readonly task: string;
  readonly candidate: string;
  readonly trial: number;
  /** Trials whose result is written, and trials planned. */
  readonly done: number;
  readonly total: number;
}

/** What a benchmark tells while it runs. */
export type BenchProgress =
  | ProgressOf<'trial-started'>
  | (ProgressOf<'trial-retried'> & { readonly attempt: number; readonly error: string })
  | (ProgressOf<'trial-finished'> & { readonly result: Result });
