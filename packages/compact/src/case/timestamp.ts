/** A date or a moment that stood unquoted in YAML: no string, until the case that holds it was written and read again. */
export class Timestamp {
  /** `2024-01-01`, or `2024-01-01T10:20:30.500000+02:00` with fraction and offset only where there is one; `Z` for zero. */
  readonly iso: string;

  constructor(iso: string) {
    this.iso = iso;
  }

  toString(): string {
    return this.iso;
  }

  toJSON(): string {
    return this.iso;
  }
}
