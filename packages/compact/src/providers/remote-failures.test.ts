import { ObeyError } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { listedModels } from '../estimate/price-catalogue.js';
import { ProviderError } from './errors/provider-error.js';
import { ProviderQuotaError } from './errors/provider-quota-error.js';
import { ProviderResponseError } from './errors/provider-response-error.js';
import { ProviderTimeoutError } from './errors/provider-timeout-error.js';
import { remoteKeys } from './settings/provider-keys.js';
import { ask, complete } from './testing/ask-provider.js';
import { wireRefusal } from './testing/wire-replies.js';
import type { Behaviour } from './testing/wire-server.js';

describe.each(remoteKeys)('%s', (provider) => {
  it('waits as long as a 429 asks, and then has the answer', async () => {
    const busy = { body: wireRefusal[provider]('slow down'), status: 429, headers: { 'retry-after': '7' } };
    const { outcome, waits, seen } = await ask(provider, [busy, busy, complete(provider)], { retry: { baseMs: 100 } });
    expect(outcome).toMatchObject({ text: 'Blue holds.', raw: { attempts: 3 } });
    expect(waits).toEqual([7_050, 7_050]);
    expect(seen).toHaveLength(3);
  });

  it('tries again after 5xx, with a random part of a growing span, and gives up with the last', async () => {
    const failing: Behaviour = { text: '<html>oops</html>', status: 503 };
    const { outcome, waits, seen } = await ask(provider, [failing], { retry: { attempts: 4, baseMs: 1_000 } });
    expect(ProviderError.isInstance(outcome)).toBe(true);
    expect(outcome).toMatchObject({ status: 503, message: `${provider}: HTTP 503: Service Unavailable, at attempt 4` });
    expect(waits).toEqual([500, 1_000, 2_000]);
    expect(seen).toHaveLength(4);
  });

  it('tries again where a connection is refused, reset or breaks off', async () => {
    const { outcome, seen } = await ask(provider, ['reset', 'break-off', complete(provider)]);
    expect(outcome).toMatchObject({ text: 'Blue holds.' });
    expect(seen).toHaveLength(3);
    const broken = await ask(provider, ['break-off'], { retry: { attempts: 2 } });
    expect(ProviderResponseError.isInstance(broken.outcome)).toBe(true);
  });

  it('gives up on one that never answers, in time', async () => {
    const { outcome, waits } = await ask(provider, ['silence'], { retry: { attempts: 2, requestMs: 40 } });
    expect(ProviderTimeoutError.isInstance(outcome)).toBe(true);
    expect(outcome).toMatchObject({ timeoutMs: 40 });
    expect(waits).toHaveLength(1);
  });

  it('does not try again where a quota is used up for the day', async () => {
    const message = 'Rate limit reached for model on tokens per day (TPD): Limit 100000';
    const spent = { body: wireRefusal[provider](message), status: 429, headers: { 'retry-after': '400' } };
    const { outcome, seen } = await ask(provider, [spent]);
    expect(ProviderQuotaError.isInstance(outcome)).toBe(true);
    expect(seen).toHaveLength(1);
  });

  it('does not try again where the request is at fault, and says why', async () => {
    const { outcome, seen } = await ask(provider, [{ body: wireRefusal[provider]('no such model'), status: 404 }]);
    expect((outcome as ProviderError).line).toBe(`${provider}: HTTP 404: no such model`);
    expect(seen).toHaveLength(1);
  });

  it('names a model that may be meant where there is none of the name', async () => {
    const [known] = listedModels(provider);
    const { outcome } = await ask(
      provider,
      [{ body: wireRefusal[provider]('no such model'), status: 404 }],
      {},
      { model: `${known}x` },
    );
    expect((outcome as ProviderError).line).toBe(
      `${provider}: HTTP 404: no such model; is the model \`${known}\` meant?`,
    );
  });

  it.each([
    ['not JSON', '{nope'],
    ['null', 'null'],
    [
      'no choice',
      '{"choices":[],"candidates":[],"content":[],"id":"x","model":"m","type":"message","role":"assistant","usage":{"input_tokens":1,"output_tokens":0}}',
    ],
  ])('has a typed error for a reply that is %s', async (_what, text) => {
    const { outcome, seen } = await ask(provider, [{ text }], { retry: { attempts: 2 } });
    expect(ProviderResponseError.isInstance(outcome)).toBe(true);
    expect(seen).toHaveLength(2);
  });

  it('stops waiting when it is called off', async () => {
    const { outcome, seen } = await ask(provider, ['silence'], {}, { signal: AbortSignal.abort(new Error('enough')) });
    expect(ObeyError.isInstance(outcome) && outcome.code).toBe('interrupted');
    expect(seen).toHaveLength(0);

    const controller = new AbortController();
    const failing: Behaviour = { text: '', status: 500 };
    const sleep = async () => controller.abort();
    const later = await ask(provider, [failing], { clock: { sleep } }, { signal: controller.signal });
    expect(ObeyError.isInstance(later.outcome) && later.outcome.code).toBe('interrupted');
    expect(later.seen).toHaveLength(1);
  });
});
