/** What is wrong in a YAML text, and where: an offset in UTF-16 units. */
export class YamlProblem extends Error {
  readonly offset: number;
  readonly hint: string | undefined;

  constructor(message: string, offset: number, hint?: string) {
    super(message);
    this.offset = offset;
    this.hint = hint;
  }
}
