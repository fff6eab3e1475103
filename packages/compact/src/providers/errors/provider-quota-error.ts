import { ProviderError, type ProviderErrorOptions } from './provider-error.js';

const brand = Symbol.for('obey.provider-error.quota');

/** A quota is used up for longer than it pays to wait: a day's, a month's, or the account's. */
export class ProviderQuotaError extends ProviderError {
  constructor(provider: string, message: string, options: ProviderErrorOptions = {}) {
    super(provider, message, {
      hint: 'go on with --resume when the quota is there again, or choose another model',
      ...options,
    });
    this.name = 'ProviderQuotaError';
    Object.defineProperty(this, brand, { value: true });
  }

  static override isInstance(value: unknown): value is ProviderQuotaError {
    return typeof value === 'object' && value !== null && brand in value;
  }
}
