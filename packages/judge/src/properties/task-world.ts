import { createHash } from 'node:crypto';
import type { Random } from '@obey/prepare';
import type { Answer, PreparedTask } from '@obey/schema';
import { RunRecorder } from './run-recorder.js';

/** Something that takes time: given when it may begin, gives when it has ended, in ms. */
export type Act = (at: number) => number;

/**
 * A world that answers as a prepared task says, with a free hand over time: acts are written down as they would be recorded, and
 * combined by what a process asks of their order alone.
 */
export class TaskWorld {
  readonly record: RunRecorder;
  readonly #prepared: PreparedTask;
  readonly #draw: Random;
  readonly #calls = new Map<string, number>();
  #tight = 0;

  constructor(prepared: PreparedTask, draw: Random) {
    this.#prepared = prepared;
    this.#draw = draw;
    this.record = new RunRecorder(draw.chance(0.5));
  }

  gap(): number {
    return 1 + this.#draw.real() * (this.#tight > 0 ? 3 : 20);
  }

  /** One after another. */
  sequence(...acts: readonly Act[]): Act {
    return (at) => acts.reduce((now, act) => act(now) + this.gap(), at);
  }

  /** In any order and overlap. */
  anyhow(acts: readonly Act[]): Act {
    return (at) => {
      const spread = this.#draw.pick([0.5, 50, 2_000]);
      return this.#draw.shuffle(acts).reduce((last, act) => Math.max(last, act(at + this.#draw.real() * spread)), at);
    };
  }

  /** In any order, never two at once. */
  oneByOne(acts: readonly Act[]): Act {
    return (at) => this.sequence(...this.#draw.shuffle(acts))(at);
  }

  /** At once. */
  together(acts: readonly Act[]): Act {
    return (at) => {
      this.#tight += 1;
      const end = this.#draw.shuffle(acts).reduce((last, act) => Math.max(last, act(at + this.#draw.real() * 20)), at);
      this.#tight -= 1;
      return end;
    };
  }

  read(path: string): Act {
    return (at) =>
      this.record.call(at, at + 1 + this.#draw.real(), { name: 'Read', what: 'read', input: { path }, reads: [path] });
  }

  /** Writes a value, sometimes a stub before it, sometimes laid out anew after it. */
  write(path: string, content: unknown): Act {
    return (at) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      let now = at;
      if (typeof content !== 'string' && this.#draw.chance(0.15))
        now = this.record.write(now, path, '{"draft":') + this.gap();
      now = this.record.write(now, path, text);
      if (!this.#draw.chance(0.2)) return now;
      const again = typeof content === 'string' ? `${text}\n` : `${JSON.stringify(content, null, 2)}\n`;
      return this.record.write(now + this.gap(), path, again);
    };
  }

  /** Asks a service; `then` says what follows, knowing the answer. */
  request(service: string, method: string, path: string, then: (answer: Answer) => Act = () => (at) => at): Act {
    return (at) => {
      const key = `${service} ${method} ${path}`;
      const nth = (this.#calls.get(key) ?? 0) + 1;
      this.#calls.set(key, nth);
      const route = this.#prepared.services[service]?.routes.find((one) => one.method === method && one.path === path);
      const answer = route?.answers.find(({ when }) => {
        const [from, to] =
          typeof when?.nth === 'number' ? [when.nth, when.nth] : (when?.nth ?? [1, Number.POSITIVE_INFINITY]);
        return nth >= from && nth <= to;
      });
      if (answer === undefined) throw new Error(`${key} has no answer for call ${nth}`);
      const end = this.record.request(at, path, 150 + this.#draw.real() * 250, {
        service,
        method,
        status: answer.status,
        bytes: answer.body.length,
        body: this.record.keep(answer.body),
        ...(answer.fault === undefined ? {} : { fault: answer.fault }),
        ...(answer.proof === undefined ? {} : { proof: answer.proof }),
      });
      return then(answer)(end + this.gap());
    };
  }
}

/** A SHA-256 in hex, for secrets that tests fix. */
export const fixedSecret = (text: string): string => createHash('sha256').update(text).digest('hex');
