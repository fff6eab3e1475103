import type { MethodContext } from '../model/method.js';
import type { Completion } from '../model/provider.js';
import { trim } from '../score/whitespace.js';

export interface AskOptions {
  /** Asks for one JSON object. */
  readonly json?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The calls of one compaction, counted: temperature 0, at most 2048 tokens each. */
export class MethodCalls {
  promptTokens = 0;
  completionTokens = 0;
  /** How many replies were cut at the limit of tokens, or by the provider. */
  broken = 0;

  constructor(private readonly context: MethodContext) {}

  /** The reply as it came. */
  async ask(prompt: string, { json = false, signal }: AskOptions = {}): Promise<string> {
    const completion: Completion = await this.context.provider.complete({
      model: this.context.model,
      prompt,
      maxTokens: 2048,
      temperature: 0,
      ...(json ? { json } : {}),
      ...(signal === undefined ? {} : { signal }),
    });
    this.promptTokens += completion.promptTokens;
    this.completionTokens += completion.completionTokens;
    if (completion.finish === 'truncated' || completion.finish === 'filtered') this.broken++;
    return completion.text;
  }

  /** The reply without the blanks around it. */
  async askForText(prompt: string, signal: AbortSignal | undefined): Promise<string> {
    return trim(await this.ask(prompt, { signal }));
  }
}
