/** The end of a command that has said all there is to say. */
export class Ended extends Error {
  constructor(readonly exitCode: number) {
    super(`ended with ${exitCode}`);
    this.name = 'Ended';
  }
}
