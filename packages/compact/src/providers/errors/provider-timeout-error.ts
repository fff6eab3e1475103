import { ProviderError } from './provider-error.js';

const brand = Symbol.for('obey.provider-error.timeout');

/** No answer came in time. */
export class ProviderTimeoutError extends ProviderError {
  /** How long was waited for the last attempt, in ms. */
  readonly timeoutMs: number;

  constructor(provider: string, timeoutMs: number) {
    super(provider, `no answer within ${timeoutMs} ms`);
    this.name = 'ProviderTimeoutError';
    this.timeoutMs = timeoutMs;
    Object.defineProperty(this, brand, { value: true });
  }

  static override isInstance(value: unknown): value is ProviderTimeoutError {
    return typeof value === 'object' && value !== null && brand in value;
  }
}
