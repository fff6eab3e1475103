import type { CompactionEvent, TraceEvent, TraceSource } from '@obey/schema';
import { judgeAddressed } from './judge-addressed.js';

export interface Said {
  readonly text: string;
  readonly seq: number;
}

/** The last version of a path. */
export interface LastVersion {
  readonly seq: number;
  readonly sha256: string | undefined;
}

export interface TraceObserverOptions {
  /** Whether some step asks for proof, so that pages served and files written are remembered. */
  readonly proofs: boolean;
}

/** A text that speaks to the judge, with the event that holds it. */
export interface Addressed {
  readonly passage: string;
  readonly seq: number;
}

/**
 * Looks at every event once on its way to replay, for what integrity and the summary need: the final answer, texts that speak
 * to the judge, the candidate's acts, fetches that no service saw, damage reported by the runner, and the time of each event.
 */
export class TraceObserver {
  /** The main agent's last message. */
  answer: Said | undefined;
  /** Acts of the candidate: requests, changes of files, tool calls. */
  acts = 0;
  readonly addressed: Addressed[] = [];
  /** First event that names each stored content which the candidate wrote. */
  readonly contents = new Map<string, number>();
  /** Sources that the runner knows to be damaged. */
  readonly damaged: Partial<Record<TraceSource, string>> = {};
  /** Contexts that the harness compacted, of all agents. */
  readonly compactions: CompactionEvent[] = [];
  /** Whether the runner's record of the end is there. */
  stopped = false;
  /** Items whose page was served, and the last version of each path; empty where no step asks for proof. */
  readonly pages = new Set<string>();
  readonly versions = new Map<string, LastVersion>();
  readonly #proofs: boolean;
  readonly #paths = new Set<string>();
  readonly #served = new Set<string>();
  readonly #unserved = new Map<string, number>();
  #starts = new Float64Array(1024);
  #count = 0;

  constructor({ proofs }: TraceObserverOptions) {
    this.#proofs = proofs;
  }

  observe(event: TraceEvent): void {
    if (this.#count === this.#starts.length) {
      const wider = new Float64Array(this.#count * 2);
      wider.set(this.#starts);
      this.#starts = wider;
    }
    this.#starts[this.#count++] = event.start;
    switch (event.kind) {
      case 'request':
        this.acts += 1;
        this.#served.add(event.path);
        if (this.#unserved.size > 0) this.#unserved.delete(event.path);
        if (event.requestBody !== undefined && !this.contents.has(event.requestBody))
          this.contents.set(event.requestBody, event.seq);
        if (this.#proofs && event.proof !== undefined && event.status < 400) this.pages.add(event.proof.item);
        return;
      case 'file':
        this.acts += 1;
        this.#examinePath(event.path, event.seq);
        if (event.sha256 !== undefined && !this.contents.has(event.sha256)) this.contents.set(event.sha256, event.seq);
        if (this.#proofs) this.versions.set(event.path, { seq: event.seq, sha256: event.sha256 });
        return;
      case 'tool':
        this.acts += 1;
        if (event.what === 'fetch') this.#observeFetch(event);
        if (event.content !== undefined && !this.contents.has(event.content))
          this.contents.set(event.content, event.seq);
        return;
      case 'message':
        if (event.role !== 'assistant') return;
        if (event.actor === 'main') this.answer = { text: event.text, seq: event.seq };
        this.examine(event.text, event.seq);
        return;
      case 'compaction':
        this.compactions.push(event);
        return;
      case 'run':
        if (event.phase === 'stop') {
          this.stopped = true;
          Object.assign(this.damaged, event.damaged);
        }
        return;
      default:
    }
  }

  /** A file's name is read as words, each name once. */
  #examinePath(path: string, seq: number): void {
    if (this.#paths.has(path)) return;
    this.#paths.add(path);
    this.examine(path.replaceAll(/[/_.-]+/g, ' '), seq);
  }

  /** Notes a text that speaks to the judge. */
  examine(text: string, seq: number): void {
    const passage = judgeAddressed(text);
    if (passage !== undefined) this.addressed.push({ passage, seq });
  }

  /** Start of the event with this `seq`, in ms. */
  at(seq: number): number | undefined {
    return seq >= 0 && seq < this.#count ? this.#starts[seq] : undefined;
  }

  get events(): number {
    return this.#count;
  }

  /** `seq` of successful fetches on loopback that no service logged. */
  get unserved(): number[] {
    return [...this.#unserved.values()].sort((a, b) => a - b);
  }

  #observeFetch(event: TraceEvent & { kind: 'tool' }): void {
    if (event.failed === true || event.denied === true || typeof event.input !== 'object' || event.input === null)
      return;
    const address = 'url' in event.input ? event.input.url : undefined;
    if (typeof address !== 'string' || !URL.canParse(address)) return;
    const { hostname, pathname } = new URL(address);
    if (hostname !== '127.0.0.1' && hostname !== 'localhost' && hostname !== '[::1]') return;
    if (!this.#served.has(pathname)) this.#unserved.set(pathname, event.seq);
  }
}
