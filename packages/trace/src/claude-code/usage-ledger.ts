import { RecentMap } from './recent-map.js';
import type { LogRecord, MessageUsage, ModelUsage } from './record-schemas.js';
import { harnessEvent, type Lane, type RawPlace, type SessionContext } from './session-context.js';

interface Tokens {
  readonly input: number;
  readonly output: number;
  readonly cached: number;
}

const remembered = 20_000;
const none: Tokens = { input: 0, output: 0, cached: 0 };
const main: Lane = { actor: 'main', parent: undefined };

/** `a` less `b`, nowhere below zero. */
const excess = (a: Tokens, b: Tokens): Tokens => ({
  input: Math.max(0, a.input - b.input),
  output: Math.max(0, a.output - b.output),
  cached: Math.max(0, a.cached - b.cached),
});
const sum = (a: Tokens, b: Tokens): Tokens => ({
  input: a.input + b.input,
  output: a.output + b.output,
  cached: a.cached + b.cached,
});

/**
 * Tokens and cost, each counted once. A message's usage stands in each of its records, in transcript and output, at times
 * partial: each record adds what it has more than those before. The session's own totals add what no message told.
 * Input tokens include those written to the cache; cached ones are those read from it.
 */
export class UsageLedger {
  readonly #messages = new RecentMap<string, Tokens>(remembered);
  #told = none;
  #cost = 0;

  constructor(readonly context: SessionContext) {}

  message(id: string | undefined, usage: MessageUsage | undefined, lane: Lane, at: number, raw: RawPlace): void {
    if (id === undefined || usage === undefined) return;
    const tokens = {
      input: (usage.input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0),
      output: usage.output_tokens ?? 0,
      cached: usage.cache_read_input_tokens ?? 0,
    };
    const before = this.#messages.get(id) ?? none;
    const more = excess(tokens, before);
    this.#messages.set(id, sum(before, more));
    this.#tell(more, 0, lane, at, raw);
  }

  /** Totals that a session tells of itself, so far. */
  totals(record: LogRecord, at: number, raw: RawPlace): void {
    const cost = record.total_cost_usd ?? record.totalCostUSD ?? 0;
    const more = excess(totalOf(record.modelUsage), this.#told);
    const dearer = Math.max(0, cost - this.#cost);
    this.#cost += dearer;
    this.#tell(more, dearer, main, at, raw);
  }

  #tell(tokens: Tokens, cost: number, lane: Lane, at: number, raw: RawPlace): void {
    const { input, output, cached } = tokens;
    if (input + output + cached === 0 && cost === 0) return;
    this.#told = sum(this.#told, tokens);
    const time = this.context.time(at);
    this.context.emit({
      ...harnessEvent(lane, time, time, raw),
      kind: 'usage',
      input,
      output,
      ...(cached === 0 ? {} : { cached }),
      ...(cost === 0 ? {} : { cost }),
    });
  }
}

const totalOf = (usage: ModelUsage): Tokens =>
  Object.values(usage ?? {}).reduce<Tokens>(
    (total, model) =>
      sum(total, {
        input: (model.inputTokens ?? 0) + (model.cacheCreationInputTokens ?? 0),
        output: model.outputTokens ?? 0,
        cached: model.cacheReadInputTokens ?? 0,
      }),
    none,
  );
