/** What a decision or a repeat asks of one field: a number beside a bound, yes or no, or rounds that are left. */
export type FieldKind =
  | { readonly kind: 'number'; readonly bound: number }
  | { readonly kind: 'truth' }
  | { readonly kind: 'rounds'; readonly most: number };

/** What an instance is made of. Replace it by what the task is about; prepare.ts builds it. */
export interface InstancePlan {
  /** Per list that is looped over: its file, the fields of each element, and, where its requests may fail, the retries. */
  readonly lists: Readonly<
    Record<
      string,
      { readonly file: string; readonly fields: Readonly<Record<string, FieldKind>>; readonly fails: number | null }
    >
  >;
  /** Fields of what stands outside of every loop. */
  readonly single: Readonly<Record<string, FieldKind>>;
  readonly routes: readonly {
    readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    readonly path: string;
    readonly list: string | null;
    readonly fields: readonly string[];
  }[];
  /** Other files that steps read. */
  readonly files: readonly string[];
  /** Commands that steps run. */
  readonly commands: readonly string[];
}

/** What the handler of a step does; `{id}` in a path stands for the id of the item at hand. */
export interface Act {
  readonly variable?: string;
  /** The file that holds what the step finds out. */
  readonly from?: string;
  readonly reads?: readonly string[];
  readonly run?: string;
  readonly request?: string;
  readonly write?: string;
  /** Fields that are written down. */
  readonly fields?: readonly string[];
  /** A field that goes down by one each time. */
  readonly less?: string;
  readonly token?: string;
}

// plan
export const instance: InstancePlan = { lists: {}, single: {}, routes: [], files: [], commands: [] };

export const acts: Readonly<Record<string, Act>> = {};
