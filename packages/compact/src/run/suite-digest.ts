import { createHash } from 'node:crypto';
import type { Suite } from '../template/load-suite.js';
import type { AnyTemplate } from './any-suite.js';

/** SHA-256, in hex, over the texts of a suite's templates in their order, each after its length in bytes. */
export function suiteDigest({ files }: Suite<AnyTemplate>): string {
  const hash = createHash('sha256');
  for (const { source } of files) {
    const bytes = Buffer.from(source.text, 'utf8');
    hash.update(`${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
