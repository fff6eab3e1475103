/** Numbers an agent's turns: what it begins before it has to wait for anything belongs to one turn. */
export class Turns {
  private readonly open = new Map<string, string>();
  private count = 0;

  /** The turn of an act that `actor` begins now. */
  current(actor: string): string {
    const known = this.open.get(actor);
    if (known !== undefined) return known;
    this.count += 1;
    const turn = `turn-${this.count}`;
    this.open.set(actor, turn);
    // Promise jobs, in which one thought begins several acts, all run before an immediate does.
    setImmediate(() => this.open.delete(actor));
    return turn;
  }
}
