/** Paths that an act names, by what it does with them. A `*` stands for what only the run could tell. */
export interface NamedPaths {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}
