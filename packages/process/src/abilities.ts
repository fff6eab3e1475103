import type { Json } from '@obey/schema';

export interface CommandResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface FetchRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface FetchResponse {
  readonly status: number;
  readonly body: string;
}

export interface Branch {
  /** Short name of what the branch is about, such as an item's key. */
  readonly label: string;
  readonly work: (abilities: Abilities) => Promise<void>;
}

/**
 * All that a handler may act through. The same handlers run directly (files, processes, HTTP) or as tool calls of a real
 * agent CLI that talks to a scripted model. Paths are relative to the workspace.
 */
export interface Abilities {
  read(path: string): Promise<string>;
  write(path: string, content: string): Promise<void>;
  /** Renames within the workspace. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  run(command: string): Promise<CommandResult>;
  /** Never throws for an HTTP status. */
  fetch(url: string, request?: FetchRequest): Promise<FetchResponse>;
  /** Branches that overlap: at once here, as several subagents of one turn through a CLI. */
  concurrently(branches: readonly Branch[]): Promise<void>;
  /** One subagent does the work. */
  delegate(label: string, work: (abilities: Abilities) => Promise<void>): Promise<void>;
  /** Said to the user; the last one is the final answer. */
  say(text: string): Promise<void>;
}

/** What a handler is given. `values` holds the observed values of the steps in scope, by step id. */
export interface HandlerContext {
  /** Loop variables in scope by name: `item.state.slug`. */
  readonly item: Readonly<Record<string, Json>>;
  readonly abilities: Abilities;
  readonly values: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, Json>>;
  /** Base URL of each service, as the prompt tells it. */
  readonly services: Readonly<Record<string, string>>;
}

/** How an obedient agent really does one step. */
export type Handler = (context: HandlerContext) => Promise<void>;

/** One handler per step id: the `solve` export of solve.ts. */
export type Handlers = Readonly<Record<string, Handler>>;
