import type { Completion, CompletionRequest, Provider } from '../../model/provider.js';
import { mockCompletion } from './mock-completion.js';

export interface Script {
  /** Given one after the other. */
  readonly responses?: readonly string[];
  /** Given when those are used up; the empty string if absent. */
  readonly defaultResponse?: string;
}

/** The `mock` provider: answers from a list, then always the same, and keeps what it was asked. */
export class ScriptedProvider implements Provider {
  readonly key = 'mock';
  private asked: CompletionRequest[] = [];

  constructor(private readonly script: Script = {}) {}

  /** All requests since the start or the last `reset`, in order. */
  get calls(): readonly CompletionRequest[] {
    return this.asked;
  }

  /** Forgets its calls and begins the list anew. */
  reset(): void {
    this.asked = [];
  }

  async complete(request: CompletionRequest): Promise<Completion> {
    const index = this.asked.length;
    this.asked.push(request);
    return mockCompletion(request, this.script.responses?.[index] ?? this.script.defaultResponse ?? '', index);
  }
}
