import { APICallError, InvalidResponseDataError } from '@ai-sdk/provider';
import { nearest } from '@obey/schema';
import { listedModels } from '../../estimate/price-catalogue.js';
import { ProviderError } from '../errors/provider-error.js';
import { ProviderQuotaError } from '../errors/provider-quota-error.js';
import { ProviderResponseError } from '../errors/provider-response-error.js';
import { ProviderTimeoutError } from '../errors/provider-timeout-error.js';
import { redact } from '../redact.js';
import { retryAfterMs } from '../retry/retry-after.js';
import { isTerminalQuota } from '../retry/terminal-quota.js';
import type { CallFailure } from '../retry/with-retries.js';
import type { RemoteKey } from '../settings/provider-keys.js';
import { providerVariables } from '../settings/provider-variables.js';
import { refusalText } from './refusal-text.js';

export interface FailedAttempt {
  readonly provider: RemoteKey;
  readonly apiKey: string | undefined;
  readonly model: string;
  readonly timeoutMs: number;
  /** From 1. */
  readonly number: number;
  readonly now: number;
}

/**
 * What an attempt's failure means. The library's own error is not kept as a cause: it holds the whole request.
 */
export function understandFailure(thrown: unknown, attempt: FailedAttempt): CallFailure {
  const { provider } = attempt;
  if (ProviderError.isInstance(thrown)) {
    // A reply that was cut or filtered will be again; one without a choice may be a fault of the moment.
    return { error: thrown, retryable: /\bno (?:candidate|choice|text block)\b/.test(thrown.message) };
  }
  if (isTimeout(thrown)) return { error: new ProviderTimeoutError(provider, attempt.timeoutMs), retryable: true };
  if (APICallError.isInstance(thrown)) return understandRefusal(thrown, attempt);
  if (InvalidResponseDataError.isInstance(thrown) || thrown instanceof TypeError) {
    // The library reaches into the first choice without looking whether there is one.
    return { error: new ProviderResponseError(provider, tried('the reply has no choice', attempt)), retryable: true };
  }
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return { error: new ProviderError(provider, redact(reason, attempt.apiKey)), retryable: false };
}

function understandRefusal(thrown: APICallError, attempt: FailedAttempt): CallFailure {
  const { provider, apiKey } = attempt;
  const { statusCode: status, responseBody: body = '', responseHeaders: headers = {} } = thrown;
  if (status === undefined) {
    const reason = redact(thrown.message.replace(/^Cannot connect to API: /, ''), apiKey);
    const error = new ProviderError(provider, tried(`no connection: ${reason}`, attempt), {
      hint: `see whether ${providerVariables[provider].baseUrl} is right`,
    });
    return { error, retryable: true };
  }
  if (status >= 200 && status < 300) return brokenReply(thrown, attempt, status);
  const said = redact(refusalText(body) || thrown.message, apiKey);
  const asked = retryAfterMs(headers, body, attempt.now);
  if ((status === 429 || status === 403 || status === 402) && isTerminalQuota(`${said} ${body}`, asked)) {
    return { error: new ProviderQuotaError(provider, `HTTP ${status}: ${said}`, { status }), retryable: false };
  }
  if (status === 401) {
    // What it says may hold parts of the key.
    const variable = providerVariables[provider].key;
    const text = variable === undefined ? 'it asks for a key' : `it does not accept the key in ${variable}`;
    return { error: new ProviderError(provider, `HTTP 401: ${text}`, { status }), retryable: false };
  }
  const retryable = status === 408 || status === 409 || status === 425 || status === 429 || status >= 500;
  const wait = asked === undefined ? '' : `; it asks to wait ${Math.ceil(asked / 1_000)} s`;
  const message = `HTTP ${status}: ${said}${wait}`;
  const hint = status === 404 ? nearModel(attempt) : {};
  return {
    error: new ProviderError(provider, retryable ? tried(message, attempt) : message, { status, ...hint }),
    retryable,
    ...(asked === undefined ? {} : { askedMs: asked }),
  };
}

/** Whoever names a model wrongly may have meant one that is known here. */
function nearModel({ provider, model }: FailedAttempt): { readonly hint?: string } {
  const close = nearest(model, listedModels(provider));
  return close === undefined || close === model ? {} : { hint: `is the model \`${close}\` meant?` };
}

function brokenReply(thrown: APICallError, attempt: FailedAttempt, status: number): CallFailure {
  const broken = thrown.responseBody === undefined;
  const problem = broken ? 'the connection broke off within the reply' : 'the reply is not the JSON that was agreed';
  return { error: new ProviderResponseError(attempt.provider, tried(problem, attempt), { status }), retryable: true };
}

function tried(message: string, { number }: FailedAttempt): string {
  return number === 1 ? message : `${message}, at attempt ${number}`;
}

/** The attempt's own signal, wherever in the chain of causes it comes out. */
function isTimeout(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth++) {
    if (error.name === 'TimeoutError') return true;
  }
  return false;
}
