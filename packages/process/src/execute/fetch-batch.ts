import type { CommandResult, FetchResponse } from '../abilities.js';
import { fetchCommand, fetchedBy, type ScriptedFetch } from './fetch-command.js';

interface Waiting {
  readonly fetch: ScriptedFetch;
  readonly give: (answers: Promise<FetchResponse[]>) => void;
}

/** Gathers what is asked for at the same moment into one command that fetches all of it concurrently. */
export class FetchBatch {
  #waiting: Waiting[] = [];

  /** Every answer to one fetch, the last of them the one that counts; the first of a batch runs its command. */
  ask(fetch: ScriptedFetch, run: (command: string) => Promise<CommandResult>): Promise<FetchResponse[]> {
    return new Promise((give) => {
      this.#waiting.push({ fetch, give });
      if (this.#waiting.length === 1) setImmediate(() => this.#flush(run));
    });
  }

  #flush(run: (command: string) => Promise<CommandResult>): void {
    const batch = this.#waiting;
    this.#waiting = [];
    const result = run(fetchCommand(batch.map(({ fetch }) => fetch)));
    batch.forEach(({ give }, index) => {
      give(result.then((ended) => fetchedBy(ended, index)));
    });
  }
}
