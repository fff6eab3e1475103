import { ContentStore } from '@obey/trace';
import type { Redactor } from '../redaction/redactor.js';

/** Contents by their hash, secrets taken out before they are named and kept. */
export class RedactingStore extends ContentStore {
  constructor(
    directory: string,
    private readonly redactor: Redactor,
  ) {
    super(directory);
  }

  override put(content: Uint8Array | string): string {
    return super.put(this.redactor.bytes(typeof content === 'string' ? Buffer.from(content) : content));
  }
}
