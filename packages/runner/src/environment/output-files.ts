import { createWriteStream, type WriteStream } from 'node:fs';
import { Writable } from 'node:stream';

/**
 * Files that programs print to, one after another or several at once. Each is opened once, so that nobody overwrites what another
 * printed, and not for appending: where a candidate cuts a file short, what is printed next leaves a hole that is noticed.
 */
export class OutputFiles {
  readonly #files = new Map<string, WriteStream>();

  /** A stream into a file. When it has ended, all of it is written; the file stays open for the next program. */
  into(path: string): Writable {
    const file = this.#files.get(path) ?? createWriteStream(path);
    // Each stream learns of what breaks by its own writes.
    if (!this.#files.has(path)) file.on('error', () => {});
    this.#files.set(path, file);
    return new Writable({
      write: (chunk: Buffer, _encoding, done) => void file.write(chunk, done),
      // Who prints nothing has a file all the same.
      final: (done) => void file.write('', done),
    });
  }

  close(): void {
    for (const file of this.#files.values()) file.end();
  }
}
