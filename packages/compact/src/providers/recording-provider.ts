import { textDigest } from '../artifact/artifact-json.js';
import type { Completion, Provider } from '../model/provider.js';
import { requestHash } from './request-hash.js';

/** One answered request, for whoever wants to know later where a number came from. */
export interface RecordedCall {
  /** From 0, in the order of the answers. */
  readonly index: number;
  readonly requestHash: string;
  /** SHA-256 of the answer's text. */
  readonly responseHash: string;
  readonly completion: Completion;
}

/** Tells `record` of every answer before giving it on; `record` is awaited, and what it throws, the call throws. */
export function recordingProvider(inner: Provider, record: (call: RecordedCall) => void | Promise<void>): Provider {
  let calls = 0;
  return {
    key: inner.key,
    async complete(request) {
      const completion = await inner.complete(request);
      await record({
        index: calls++,
        requestHash: requestHash(inner.key, request),
        responseHash: textDigest(completion.text),
        completion,
      });
      return completion;
    },
  };
}
