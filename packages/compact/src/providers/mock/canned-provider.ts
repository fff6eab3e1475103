import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { textDigest } from '../../artifact/artifact-json.js';
import type { Provider } from '../../model/provider.js';
import { ProviderError } from '../errors/provider-error.js';
import { ProviderResponseError } from '../errors/provider-response-error.js';
import { userText } from '../request-hash.js';
import { mockCompletion } from './mock-completion.js';

const fileSchema = z.strictObject({
  /** Given where no hash fits; without it, such a request fails. */
  default: z.string().optional(),
  responses: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string()),
});

/** The SHA-256, hexadecimal, by which a canned answer is found: of the cached prefix and the prompt, one after the other. */
export function promptHash(request: { readonly cachedPrefix?: string; readonly prompt: string }): string {
  return textDigest(userText(request));
}

/**
 * A mock that answers from a JSON file, `{ "responses": { "<hash of the prompt>": "answer" }, "default"?: "answer" }`.
 *
 * @throws ProviderError `usage` when the file is missing or not of this form
 */
export function createCannedProvider(file: string): Provider {
  const { responses, default: otherwise } = readAnswers(file);
  const answers = new Map(Object.entries(responses));
  let calls = 0;
  return {
    key: 'mock',
    async complete(request) {
      const hash = promptHash(request);
      const text = answers.get(hash) ?? otherwise;
      if (text === undefined) {
        throw new ProviderResponseError('mock', `no answer to the prompt ${hash}`, {
          hint: `add it to ${file}, or a \`default\``,
        });
      }
      return mockCompletion(request, text, calls++);
    },
  };
}

function readAnswers(file: string): z.infer<typeof fileSchema> {
  const refuse = (reason: string) =>
    new ProviderError('mock', `cannot read the answers: ${reason}`, {
      code: 'usage',
      at: { file },
      hint: 'write { "responses": { "<SHA-256 of a prompt>": "answer" } }',
    });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause));
  }
  const parsed = fileSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuse(`${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not of the right form'}`);
}
