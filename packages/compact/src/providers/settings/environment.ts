/** Variables by name, as a process has them; always handed in. */
export type Environment = Readonly<Record<string, string | undefined>>;
