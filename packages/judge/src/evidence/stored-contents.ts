import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const name = /^[0-9a-f]{64}$/;
/** Characters, of all texts that are held at once and of one. */
const mostCached = 1 << 24;
const largestCached = 1 << 16;

/** The contents that a trial kept, `files/<sha256>`. A content that no longer fits its name counts as not kept, and is remembered. */
export class StoredContents {
  readonly #directory: string;
  readonly #cache = new Map<string, string | undefined>();
  #cached = 0;
  /** SHA-256 of contents that were changed after they were kept. */
  readonly changed = new Set<string>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  readonly text = (sha256: string): string | undefined => {
    const cached = this.#cache.get(sha256);
    if (cached !== undefined || this.#cache.has(sha256)) return cached;
    const text = this.#read(sha256);
    if (text === undefined || text.length <= largestCached) {
      // A text costs a little even when it is empty.
      this.#cached += 200 + (text?.length ?? 0);
      if (this.#cached > mostCached) {
        this.#cache.clear();
        this.#cached = 0;
      }
      this.#cache.set(sha256, text);
    }
    return text;
  };

  #read(sha256: string): string | undefined {
    if (!name.test(sha256)) return undefined;
    let bytes: Buffer;
    try {
      bytes = readFileSync(path.join(this.#directory, sha256));
    } catch {
      return undefined;
    }
    if (hash('sha256', bytes) !== sha256) {
      this.changed.add(sha256);
      return undefined;
    }
    return bytes.includes(0) ? undefined : bytes.toString('utf8');
  }
}
