/** What can be written of one kind of scene; `A` is whom it follows, `B` the other. A reply `S` speaks to `T`. */
export interface SceneBank {
  readonly open: readonly string[];
  readonly act: readonly string[];
  /** Whether `act` is told in its order, because one thing comes of another. */
  readonly inOrder?: true;
  /** Replies in turn, the first by `A`. */
  readonly talk: readonly (readonly string[])[];
  readonly close: readonly string[];
}
