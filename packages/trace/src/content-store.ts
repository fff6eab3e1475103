import { hash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';

const name = /^[0-9a-f]{64}$/;
const atOnce = 4;
/** Beyond so much waiting to be written, `put` writes itself, so that memory stays bounded. */
const maxPendingBytes = 64 << 20;
const readOnly = { flag: 'wx', mode: 0o444 } as const;

/**
 * Contents by their SHA-256, one file each: `files/<sha256>` of a trial. Each is written once, to a temporary name first.
 * `put` gives the hash at once and writes behind; `flush` waits for that and reports what failed.
 */
export class ContentStore {
  readonly directory: string;
  readonly #kept = new Set<string>();
  readonly #pending = new Map<string, Uint8Array>();
  readonly #claimed = new Set<string>();
  #pendingBytes = 0;
  #writers: Promise<void>[] = [];
  #failure: unknown;

  /** Creates the directory if it is missing. */
  constructor(directory: string) {
    this.directory = directory;
    mkdirSync(directory, { recursive: true });
  }

  /** How many contents were put. */
  get size(): number {
    return this.#kept.size;
  }

  /** Keeps a content and gives its SHA-256 in hex. The bytes must not be changed afterwards. */
  put(content: Uint8Array | string): string {
    const sha256 = hash('sha256', content);
    if (this.#kept.has(sha256)) return sha256;
    this.#kept.add(sha256);
    if (existsSync(join(this.directory, sha256))) return sha256;
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (this.#pendingBytes > maxPendingBytes) {
      const temporary = this.#temporary(sha256);
      writeFileSync(temporary, bytes, readOnly);
      renameSync(temporary, join(this.directory, sha256));
      return sha256;
    }
    this.#pending.set(sha256, bytes);
    this.#pendingBytes += bytes.length;
    if (this.#writers.length < atOnce) this.#start();
    return sha256;
  }

  /** The content, or undefined when it is not kept. Throws `trace-invalid` when it no longer fits its name. */
  bytes(sha256: string): Uint8Array | undefined {
    const pending = this.#pending.get(sha256);
    if (pending !== undefined) return pending;
    const path = join(this.directory, sha256);
    if (!name.test(sha256) || !existsSync(path)) return undefined;
    const content = readFileSync(path);
    if (hash('sha256', content) !== sha256) {
      throw new ObeyError('trace-invalid', 'the content does not match the hash that is its name', {
        at: { file: path },
        hint: 'it was changed after it was written',
      });
    }
    return content;
  }

  /** The content as UTF-8 text, or undefined when it is not kept. */
  text(sha256: string): string | undefined {
    const content = this.bytes(sha256);
    return content === undefined
      ? undefined
      : Buffer.from(content.buffer, content.byteOffset, content.length).toString();
  }

  /** Waits until everything put so far is on disk. Throws the first failure to write. */
  async flush(): Promise<void> {
    while (this.#writers.length > 0) await Promise.all(this.#writers);
    if (this.#failure !== undefined) {
      throw new ObeyError('infrastructure', 'cannot keep a content', {
        cause: this.#failure,
        at: { file: this.directory },
        hint: 'is the disk full?',
      });
    }
  }

  #start(): void {
    const writer = this.#drain().finally(() => {
      this.#writers = this.#writers.filter((other) => other !== writer);
    });
    this.#writers.push(writer);
  }

  async #drain(): Promise<void> {
    // What is being written stays pending, so that it can be read meanwhile; writers share the work by claiming it.
    for (let next = this.#claim(); next !== undefined; next = this.#claim()) {
      const [sha256, content] = next;
      const temporary = this.#temporary(sha256);
      try {
        await writeFile(temporary, content, readOnly);
        await rename(temporary, join(this.directory, sha256));
      } catch (error) {
        this.#failure ??= error;
        await rm(temporary, { force: true }).catch(() => undefined);
      }
      this.#pending.delete(sha256);
      this.#pendingBytes -= content.length;
      this.#claimed.delete(sha256);
    }
  }

  #temporary(sha256: string): string {
    return join(this.directory, `${sha256}.${randomUUID()}.tmp`);
  }

  #claim(): [string, Uint8Array] | undefined {
    for (const entry of this.#pending) {
      if (!this.#claimed.has(entry[0])) {
        this.#claimed.add(entry[0]);
        return entry;
      }
    }
    return undefined;
  }
}
