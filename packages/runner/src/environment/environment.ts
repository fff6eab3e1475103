/** A program to start as (a part of) the candidate. */
export interface Launch {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Added to the scrubbed environment. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Text for standard input, which is then closed; without it standard input is empty. */
  readonly input?: string;
  /** Files that take the output streams, byte for byte up to the output limit, after what an earlier program left there. */
  readonly stdout: string;
  readonly stderr: string;
  /** Opens a message channel (Node's own) beside the streams. */
  readonly messages?: boolean;
}

export interface Exit {
  /** Null when a signal ended it. */
  readonly exit: number | null;
  readonly signal?: string;
}

export interface CandidateProcess {
  readonly pid: number;
  /** When the process itself is dead; its descendants may live on until `Environment.stop`. */
  readonly exited: Promise<Exit>;
  /** When its output streams have been written out; after `Environment.stop` this is soon. */
  readonly drained: Promise<void>;
  send(message: object): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Where a candidate runs, and what keeps it there. */
export interface Environment {
  readonly name: 'local' | 'docker';
  readonly isolation: 'none' | 'container';
  /** Resolves when the candidate wrote more than the output limit. */
  readonly overflow: Promise<void>;
  /** @throws ObeyError `environment-failed` when the program cannot be started, `interrupted` after `stop` */
  launch(launch: Launch): Promise<CandidateProcess>;
  /** Asks every process of the candidate to end, kills what remains after `graceMs`, and resolves when the last is dead. */
  stop(graceMs: number): Promise<void>;
}
