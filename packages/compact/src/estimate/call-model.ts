/** What one compaction is given. */
export interface CompactionSize {
  readonly turns: number;
  /** cl100k tokens of its turns. */
  readonly tokens: number;
  /** From 0. */
  readonly cycle: number;
}

/** How a method calls its model: what an estimate needs to know of it. */
export interface CallModel {
  /** How many calls one compaction makes. */
  readonly calls: (size: CompactionSize) => number;
  /** How many times it sends the whole transcript. */
  readonly passes: number;
  /** Tokens that it gets back for one compaction, about. */
  readonly output: (size: CompactionSize) => number;
}

const once: CallModel = { calls: () => 1, passes: 1, output: () => 400 };
const none: CallModel = { calls: () => 0, passes: 0, output: () => 0 };
const chunks = (turns: number): number => Math.ceil(turns / 10);

const models = new Map<string, CallModel>([
  ['naive-summary', once],
  ['structured-state', once],
  [
    'hierarchical-summary',
    {
      // A summary of each ten turns, one of those summaries where there is more than one, and the state.
      calls: ({ turns }) => chunks(turns) + (chunks(turns) > 1 ? 1 : 0) + 1,
      passes: 2,
      output: ({ turns }) => 200 * chunks(turns) + 600,
    },
  ],
  ['hybrid-ledger', { calls: () => 2, passes: 2, output: () => 400 }],
  ['oracle', none],
  ['null', none],
  ['truncate-last-n', none],
]);

/** How a built-in method or control calls its model; undefined for any other, of which nothing is known beforehand. */
export const builtInCallModel = (key: string): CallModel | undefined => models.get(key);

/** What is assumed of a method that says nothing of its calls: one a compaction. */
export const assumedCallModel: CallModel = once;
