import type { Abilities } from '@obey/process';
import type { Candidate, RawTraceEvent } from '@obey/schema';
import type { Environment, Exit } from '../environment/environment.js';
import type { Place } from '../environment/place.js';

/** What a user may set for a harness; each harness reads what concerns it. */
export interface HarnessOptions {
  /** Path of the agent's program, where it is not the one on PATH. */
  readonly binary?: string;
  /** For `command`: a command line with `{prompt}` or `{promptFile}`; without either the prompt comes by standard input. */
  readonly command?: string;
  readonly maxTurns?: number;
  /**
   * Folder of what is installed before the agent starts: `workspace/` and `home/` are copied, each folder in `plugins/`
   * is loaded as a plugin, `mcp.json` names MCP servers.
   */
  readonly setup?: string;
}

/** Where the main agent's context is to be compacted. */
export type CompactionPoint =
  /** Once, as soon as this file of the workspace is there or has changed. */
  | { readonly afterPath: string }
  /** Whenever the context has grown to about so many tokens. */
  | { readonly tokens: number };

export interface HarnessContext {
  readonly candidate: Candidate;
  readonly place: Place;
  readonly environment: Environment;
  readonly prompt: string;
  readonly options: HarnessOptions;
  /** PATH and the like, as the candidate will find them. */
  readonly variables: NodeJS.ProcessEnv;
  /** Milliseconds since the trial began. */
  readonly clock: () => number;
  /** Wall clock of the trial's beginning, in ms since 1970. */
  readonly epochMs: number;
  /** Resolves when the workspace recorder has everything written before the call. */
  readonly marker: () => Promise<unknown>;
  /** Keeps a text beside the trace and gives its SHA-256. */
  readonly keep: (text: string) => string;
  /** For harnesses that compact where they are told to. */
  readonly compaction?: CompactionPoint | undefined;
  /**
   * The reference agent's way through the task, for candidates that need no model; `compacted` tells whether its context has
   * been compacted so far.
   */
  readonly think: (abilities: Abilities, compacted?: () => boolean) => Promise<void>;
}

/** A log to keep: `name` is its path in `raw/`. */
export interface HarnessLog {
  readonly name: string;
  readonly path: string;
}

/** Why a trial says nothing about its candidate. */
export interface HarnessFailure {
  /** Stable: `authentication`, `rate-limited`, `overloaded`, … */
  readonly class: string;
  readonly detail: string;
}

export interface HarnessReading {
  readonly events: RawTraceEvent[];
  /** What is wrong with the log, when it is not whole. */
  readonly damage?: string;
  readonly failure?: HarnessFailure;
  /** What stopped the agent short of its own end, such as a limit of turns. */
  readonly stopped?: string;
}

export interface HarnessSession {
  /** When the candidate's main process is dead. */
  readonly ended: Promise<Exit>;
  /** Ends what serves the candidate; called once, after its last process is dead. */
  close(): Promise<void>;
  logs(): Promise<readonly HarnessLog[]>;
  /** Reads the kept logs after `close`. `cut` tells that the session was ended from outside. */
  read(raw: string, cut: boolean, exit: Exit): Promise<HarnessReading>;
  /** Measured lag of its record in ms, where it keeps one. */
  lag?(): number;
}

/** One kind of agent: how it is started, and how its own record is read. */
export interface Harness {
  readonly name: string;
  /** Whether each tool call's times are recorded by hooks. */
  readonly hooks: boolean;
  /** Whether it can work on a thought of ours, `name:deviation`. */
  readonly scripted: boolean;
  /** Whether its context can be compacted at a point of the trial's choice. */
  readonly compacts: boolean;
  /** Names of the variables that it may see. */
  readonly credentials: (candidate: Candidate) => readonly string[];
  /** @throws ObeyError `infrastructure` when there is no such program */
  readonly version: (options: HarnessOptions, variables: NodeJS.ProcessEnv) => Promise<string | undefined>;
  /** Puts files into place before recording begins. */
  readonly install?: (context: Pick<HarnessContext, 'place' | 'options'>) => Promise<void>;
  readonly start: (context: HarnessContext) => Promise<HarnessSession>;
}

/** The harness's own credentials, which pass by name. */
export const agentCredentials = ['ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN', 'ANTHROPIC_BASE_URL'] as const;
