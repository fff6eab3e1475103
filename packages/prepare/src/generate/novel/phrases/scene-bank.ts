/** What can be written of one kind of scene; `A` is whom it follows, `B` the other. A reply `S` speaks to `T`. */
export interface SceneBank {
  readonly open: readonly string[];
  readonly act: readonly string[];
  /** Replies in turn, the first by `A`. */
  readonly talk: readonly (readonly string[])[];
  readonly close: readonly string[];
}
