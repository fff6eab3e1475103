/** What a model may reject. `max_completion_tokens` is what OpenAI's newer models want in place of `max_tokens`. */
export type Omittable = 'temperature' | 'max_tokens' | 'max_completion_tokens';

const names: readonly { readonly parameter: Omittable; readonly words: RegExp }[] = [
  { parameter: 'temperature', words: /(?<!\w)temperature(?!\w)/i },
  { parameter: 'max_tokens', words: /(?<!\w)(?:max_tokens|max_output_tokens|maxOutputTokens|num_predict)(?!\w)/ },
  { parameter: 'max_completion_tokens', words: /(?<!\w)max_completion_tokens(?!\w)/ },
];

// A value out of range is another matter: sending none would hide it.
const rejection =
  /unsupported|not supported|n[o']t support|deprecated|unrecognized|unknown|unexpected|not (?:allowed|permitted|available)|only the default|extra (?:inputs|fields)|cannot be (?:set|used|specified)/i;

/** Which parameter an answer 400 or 422 says the model does not take; undefined when it says something else. */
export function rejectedParameter(status: number | undefined, message: string): Omittable | undefined {
  if ((status !== 400 && status !== 422) || !rejection.test(message)) return undefined;
  const named = names
    .map(({ parameter, words }) => ({ parameter, at: message.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return named[0]?.parameter;
}
