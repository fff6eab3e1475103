// Prices and free tiers as CompactBench (Apache-2.0) lists them; see NOTICE. Facts of the date below, kept for its report.

/** When the prices were looked up. */
export const pricesOf = '2026-04-18';

/** US dollars for a million tokens in, and out. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

const prices = new Map<string, Price>(
  (
    [
      ['groq', 'llama-3.3-70b-versatile', 0.59, 0.79],
      ['groq', 'llama-3.1-8b-instant', 0.05, 0.08],
      ['groq', 'mixtral-8x7b-32768', 0.24, 0.24],
      ['anthropic', 'claude-3-5-haiku-latest', 0.8, 4],
      ['anthropic', 'claude-3-5-sonnet-latest', 3, 15],
      ['anthropic', 'claude-opus-4-latest', 15, 75],
      ['openai', 'gpt-4o-mini', 0.15, 0.6],
      ['openai', 'gpt-4o', 2.5, 10],
      ['openai', 'o1-mini', 3, 12],
      ['google-ai-studio', 'gemini-2.0-flash-exp', 0, 0],
      ['google-ai-studio', 'gemini-2.0-flash', 0.1, 0.4],
      ['google-ai-studio', 'gemini-1.5-pro', 1.25, 5],
      ['ollama', 'llama3.2', 0, 0],
      ['ollama', 'llama3.1', 0, 0],
    ] as const
  ).map(([provider, model, input, output]) => [`${provider}/${model}`, { input, output }]),
);

const dailyTokens = new Map([
  ['groq/llama-3.3-70b-versatile', 100_000],
  ['groq/llama-3.1-8b-instant', 500_000],
]);

/** What a model costs; undefined where it is not listed. */
export const priceOf = (provider: string, model: string): Price | undefined => prices.get(`${provider}/${model}`);

/** The models of a provider that are listed; it may have others. */
export const listedModels = (provider: string): string[] =>
  [...prices.keys()].flatMap((name) => (name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : []));

/** Tokens a day that a free account has with a model; undefined where none are known. */
export const freeDailyTokens = (provider: string, model: string): number | undefined =>
  dailyTokens.get(`${provider}/${model}`);

/** US dollars; null where the model is not listed. */
export function costOf(
  price: Price | undefined,
  tokens: { readonly input: number; readonly output: number },
): number | null {
  return price === undefined ? null : (tokens.input * price.input + tokens.output * price.output) / 1e6;
}
