import { ProviderError } from './provider-error.js';

const brand = Symbol.for('obey.provider-error.missing-key');

/** The variable that should hold the provider's key is not set. */
export class MissingKeyError extends ProviderError {
  readonly variable: string;

  constructor(provider: string, variable: string) {
    super(provider, `no key in ${variable}`, { code: 'not-found', hint: `set ${variable}, or write it into .env` });
    this.name = 'MissingKeyError';
    this.variable = variable;
    Object.defineProperty(this, brand, { value: true });
  }

  static override isInstance(value: unknown): value is MissingKeyError {
    return typeof value === 'object' && value !== null && brand in value;
  }
}
