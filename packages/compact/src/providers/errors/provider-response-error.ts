import { ProviderError, type ProviderErrorOptions } from './provider-error.js';

const brand = Symbol.for('obey.provider-error.response');

/** The provider answered, but nothing in the answer can be used: no choice, no text, or no JSON. */
export class ProviderResponseError extends ProviderError {
  constructor(provider: string, message: string, options: ProviderErrorOptions = {}) {
    super(provider, message, options);
    this.name = 'ProviderResponseError';
    Object.defineProperty(this, brand, { value: true });
  }

  static override isInstance(value: unknown): value is ProviderResponseError {
    return typeof value === 'object' && value !== null && brand in value;
  }
}
