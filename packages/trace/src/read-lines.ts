import { open } from 'node:fs/promises';

/** One line of a file, without its line end. */
export interface FileLine {
  /** Counts from 1. */
  readonly number: number;
  /** Byte offsets in the file; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Undefined for a line longer than the limit, which is skipped. */
  readonly bytes: Buffer | undefined;
  /** Whether a line end followed. */
  readonly ended: boolean;
}

export interface ReadLinesOptions {
  /** Bytes read at a time. */
  readonly chunkBytes?: number;
  /** A longer line is passed over and given without its bytes. */
  readonly maxLineBytes?: number;
}

/**
 * The lines of a file, in batches as they are read, never more of it in memory than a chunk and a line.
 * Throws what the file system throws.
 */
export async function* readLines(path: string, options: ReadLinesOptions = {}): AsyncGenerator<FileLine[], void, void> {
  const { chunkBytes = 1 << 20, maxLineBytes = 64 << 20 } = options;
  const file = await open(path, 'r');
  try {
    let number = 0;
    let offset = 0;
    let from = 0;
    let parts: Buffer[] = [];
    let held = 0;
    let tooLong = false;
    const hold = (part: Buffer): void => {
      held += part.length;
      tooLong ||= held > maxLineBytes;
      if (tooLong) parts = [];
      else if (part.length > 0) parts.push(part);
    };
    const take = (to: number, ended: boolean): FileLine => {
      number += 1;
      const bytes = tooLong ? undefined : parts.length === 1 ? parts[0] : Buffer.concat(parts);
      const line = { number, from, to, bytes, ended };
      parts = [];
      held = 0;
      tooLong = false;
      return line;
    };
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(chunkBytes);
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, offset);
      if (bytesRead === 0) break;
      const data = chunk.subarray(0, bytesRead);
      const batch: FileLine[] = [];
      let start = 0;
      for (let end = data.indexOf(10); end !== -1; end = data.indexOf(10, start)) {
        hold(data.subarray(start, end));
        batch.push(take(offset + end, true));
        start = end + 1;
        from = offset + start;
      }
      hold(data.subarray(start));
      offset += bytesRead;
      if (batch.length > 0) yield batch;
    }
    if (from < offset) yield [take(offset, false)];
  } finally {
    await file.close();
  }
}
