import { type Answer, ObeyError, statefulAnswerSchema } from '@obey/schema';
import { isAnswerHeader } from './answer-header.js';
import type { ServiceRequest, StatefulContext, StatefulService } from './stateful-service.js';

/** One service that keeps state, while a candidate is at work. */
export class StatefulSession {
  readonly #service: StatefulService;
  #state: unknown;
  #requests = 0;

  /** @throws ObeyError `prepare-failed` when the service cannot start */
  constructor(name: string, service: StatefulService, context: StatefulContext) {
    this.#service = service;
    try {
      this.#state = service.start({
        ...structuredClone({ facts: context.facts, parameters: context.parameters }),
        token: context.token,
      });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ObeyError('prepare-failed', `world.ts: the service \`${name}\` could not start: ${reason}`, { cause });
    }
  }

  /** Requests that were answered so far. */
  get requests(): number {
    return this.#requests;
  }

  /**
   * The answer to a request, which changes the state; HEAD gets what GET would, and changes nothing.
   * Throws what the service throws, or an error when its answer is none; the state is then as before.
   */
  answer(request: ServiceRequest): Answer {
    const asked = request.method === 'HEAD' ? { ...request, method: 'GET' } : request;
    const { state, answer } = this.#service.answer(this.#state, asked);
    const checked = checkedAnswer(answer);
    if (request.method !== 'HEAD') {
      this.#state = state;
      this.#requests += 1;
    }
    return checked;
  }
}

function checkedAnswer(given: unknown): Answer {
  const answer = statefulAnswerSchema.parse(given);
  if (answer.status < 200) throw new Error(`its answer has the status ${answer.status}, which is below 200`);
  for (const [name, value] of Object.entries(answer.headers)) {
    if (!isAnswerHeader(name, value)) throw new Error(`its answer sets the header \`${name}\`, which it may not`);
  }
  return answer;
}
