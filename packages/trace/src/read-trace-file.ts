import { ObeyError, type TraceEvent } from '@obey/schema';
import { chainHash, chainStart } from './hash-chain.js';
import { parseTraceLine } from './parse-trace-line.js';
import { type FileLine, readLines } from './read-lines.js';

export interface ReadTraceOptions {
  /** Hash that the last line must have: `traceHead` of trial.json. With it, a cut tail or an unchained trace is refused. */
  readonly head?: string;
}

/** Length of `,"hash":"…"}`. */
const tailLength = 75;

/** Checks lines one after another: syntax, schema, order, chain. */
class TraceLines {
  #previous = chainStart;
  #count = 0;
  #chained = true;

  constructor(readonly path: string) {}

  get head(): string | undefined {
    return this.#chained ? this.#previous : undefined;
  }

  parse(line: FileLine): TraceEvent {
    try {
      return this.#check(line);
    } catch (error) {
      if (!ObeyError.isInstance(error)) throw error;
      const { message, cause, hint } = error;
      throw new ObeyError('trace-invalid', message, {
        cause,
        at: { file: this.path, line: line.number },
        ...(hint === undefined ? {} : { hint }),
      });
    }
  }

  #check({ bytes, ended }: FileLine): TraceEvent {
    if (bytes === undefined) throw new ObeyError('trace-invalid', 'the line is longer than 64 MiB');
    const text = bytes.toString('utf8');
    const event = parseTraceLine(text);
    if (event.seq !== this.#count) {
      throw changed(`expected event ${this.#count}, found event ${event.seq}`);
    }
    if (this.#count === 0) this.#chained = event.hash !== undefined;
    if (this.#chained) this.#verify(text, event.hash);
    else if (event.hash !== undefined) throw changed('the lines before this one have no hash, this one has');
    if (!ended) throw new ObeyError('trace-invalid', 'the last line has no line end', { hint: 'the file is cut off' });
    this.#count += 1;
    return event;
  }

  #verify(text: string, hash: string | undefined): void {
    const split = text.length - tailLength;
    if (hash === undefined || text.slice(split) !== `,"hash":"${hash}"}`)
      throw changed('expected a hash at the end of the line');
    if (hash !== chainHash(this.#previous, `${text.slice(0, split)}}`)) {
      throw changed('the line does not match its hash');
    }
    this.#previous = hash;
  }
}

const changed = (message: string): ObeyError =>
  new ObeyError('trace-invalid', message, { hint: 'the trace was changed after it was written' });

/**
 * The events of a trace.jsonl in batches, streamed in constant memory: each line checked against the schema, its number
 * and its hash (unless no line has one). Throws `trace-invalid` with file and line, `not-found` where there is no file.
 */
export async function* readTraceBatches(
  path: string,
  options: ReadTraceOptions = {},
): AsyncGenerator<TraceEvent[], void, void> {
  const lines = new TraceLines(path);
  try {
    for await (const batch of readLines(path)) yield batch.map((line) => lines.parse(line));
  } catch (error) {
    if (ObeyError.isInstance(error)) throw error;
    throw new ObeyError('not-found', 'cannot read the trace', { cause: error, at: { file: path } });
  }
  if (options.head !== undefined && options.head !== lines.head) {
    throw new ObeyError('trace-invalid', 'the trace does not end at the head that its trial noted', {
      at: { file: path },
      hint: 'lines are missing at its end, or the hashes were removed',
    });
  }
}

/** The events of a trace.jsonl one by one; see {@link readTraceBatches}, which is faster. */
export async function* readTraceFile(
  path: string,
  options: ReadTraceOptions = {},
): AsyncGenerator<TraceEvent, void, void> {
  for await (const batch of readTraceBatches(path, options)) yield* batch;
}
