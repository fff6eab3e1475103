import { ObeyError, type ObeyErrorCode, type ObeyErrorOptions } from '@obey/schema';

const brand = Symbol.for('obey.provider-error');

export interface ProviderErrorOptions extends ObeyErrorOptions {
  /** Default `infrastructure`. */
  readonly code?: ObeyErrorCode;
  /** HTTP status of the last answer. */
  readonly status?: number;
}

/** No answer could be had of a provider. Never holds a key: whoever makes one takes them out of the message first. */
export class ProviderError extends ObeyError {
  readonly provider: string;
  readonly status: number | undefined;

  constructor(
    provider: string,
    message: string,
    { code = 'infrastructure', status, ...rest }: ProviderErrorOptions = {},
  ) {
    super(code, `${provider}: ${message}`, rest);
    this.name = 'ProviderError';
    this.provider = provider;
    this.status = status;
    Object.defineProperty(this, brand, { value: true });
  }

  static override isInstance(value: unknown): value is ProviderError {
    return typeof value === 'object' && value !== null && brand in value;
  }
}
