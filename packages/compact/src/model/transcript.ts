/** One turn of a conversation. `id` counts from 0 and is unique within its transcript. */
export interface Turn {
  readonly id: number;
  readonly role: 'user' | 'assistant' | 'system';
  readonly content: string;
  /** For whoever writes templates; a method never sees them outside the scorer profile 1.0.0. */
  readonly tags: readonly string[];
}

export interface Transcript {
  readonly turns: readonly Turn[];
}
