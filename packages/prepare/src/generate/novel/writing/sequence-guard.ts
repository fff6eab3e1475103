import { wordList } from '../../../measure/word-count.js';

/** Keeps a text from repeating itself: no sentence twice, and no sequence of `length` words more than `most` times. */
export class SequenceGuard {
  private readonly counts = new Map<string, number>();
  private readonly sentences = new Set<string>();
  private tail: string[] = [];

  constructor(
    private readonly length: number,
    private readonly most: number,
  ) {}

  /** Takes a sentence into the text; false, and nothing is taken, where that would repeat too much. */
  take(sentence: string): boolean {
    const words = wordList(sentence.toLowerCase());
    const key = words.join(' ');
    if (this.sentences.has(key)) return false;
    const run = [...this.tail, ...words];
    const made = new Map<string, number>();
    for (let at = 0; at + this.length <= run.length; at += 1) {
      const sequence = run.slice(at, at + this.length).join(' ');
      const count = (made.get(sequence) ?? this.counts.get(sequence) ?? 0) + 1;
      if (count > this.most) return false;
      made.set(sequence, count);
    }
    for (const [sequence, count] of made) this.counts.set(sequence, count);
    this.sentences.add(key);
    this.tail = run.slice(-(this.length - 1));
    return true;
  }
}
