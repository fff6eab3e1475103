import { createHash } from 'node:crypto';
import type { ModuleFacts } from '@obey/prepare';
import type { Erased } from './erase-types.js';

/** What is known of a module's text without parsing it. */
export interface KnownModule {
  readonly facts: ModuleFacts;
  readonly erased: Erased;
}

/** The key of a text in tools/known.json. */
export function textKey(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
