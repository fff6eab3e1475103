import { nearest } from '@obey/schema';
import { ProviderError } from './provider-error.js';

const brand = Symbol.for('obey.provider-error.unknown');

/** Nobody is called by that key. */
export class UnknownProviderError extends ProviderError {
  constructor(key: string, known: readonly string[]) {
    const close = nearest(key, known);
    super(key, 'there is no such provider', {
      code: 'not-found',
      hint: close === undefined ? `there are ${known.join(', ')}` : `is \`${close}\` meant?`,
    });
    this.name = 'UnknownProviderError';
    Object.defineProperty(this, brand, { value: true });
  }

  static override isInstance(value: unknown): value is UnknownProviderError {
    return typeof value === 'object' && value !== null && brand in value;
  }
}
