import type { Artifact } from './artifact.js';
import type { Provider } from './provider.js';
import type { TokenUsage } from './scorecard.js';
import type { Transcript } from './transcript.js';

export interface CompactOptions {
  /** What the last cycle made; absent in the first. */
  readonly previous?: Artifact;
  /** The method's own configuration. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
  /** For a method that asks a model otherwise than through its provider: takes what that used. */
  readonly countUsage?: (usage: TokenUsage) => void;
}

/** A way of compacting a conversation. One instance serves one case, cycle after cycle. */
export interface Compactor {
  compact(transcript: Transcript, options: CompactOptions): Promise<Artifact>;
}

export interface MethodContext {
  readonly provider: Provider;
  readonly model: string;
}

/** What makes compactors: a built-in one, a control, or a user's class. */
export interface Method {
  /** `built-in:<key>` or `<path>:<class>`. */
  readonly spec: string;
  readonly name: string;
  readonly version: string;
  /** Of the file that a user's method comes from. */
  readonly fileSha256?: string;
  /** Controls (`oracle`, `null`, `truncate-last-n`) set a scale and are never ranked. */
  readonly control: boolean;
  create(context: MethodContext): Compactor;
}
