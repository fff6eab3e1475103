import type { FetchRequest } from '@obey/process';

/** One act, as the thinking side asks for it; `call` and `result` records of the log carry the same fields. */
export type Act =
  | { readonly name: 'read'; readonly input: { path: string } }
  | { readonly name: 'write'; readonly input: { path: string; content: string } }
  | { readonly name: 'rename'; readonly input: { from: string; to: string } }
  | { readonly name: 'remove'; readonly input: { path: string } }
  | { readonly name: 'run'; readonly input: { command: string } }
  | { readonly name: 'fetch'; readonly input: { url: string; request: FetchRequest } };

/** Who acts: `main` or a subagent, under which delegation, in which turn. */
export interface Actor {
  readonly actor: string;
  readonly parent?: string;
  readonly batch: string;
}

export type ToHands =
  | { readonly type: 'act'; readonly id: string; readonly who: Actor; readonly act: Act }
  | {
      readonly type: 'delegate';
      readonly id: string;
      readonly who: Actor;
      readonly agent: string;
      readonly label: string;
    }
  | { readonly type: 'delegated'; readonly id: string; readonly agent: string; readonly failed: boolean }
  | { readonly type: 'say'; readonly actor: string; readonly text: string }
  | { readonly type: 'time' }
  | { readonly type: 'end'; readonly exit: number; readonly error?: string };

export type FromHands =
  | { readonly type: 'done'; readonly id: string; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: string; readonly error: string }
  /** Its clock, in ms since 1970. */
  | { readonly type: 'time'; readonly at: number };
