import { ObeyError, type TraceEvent } from '@obey/schema';
import type { TraceObserver } from '../integrity/trace-observer.js';

/**
 * Shows each event to the observer on its way to replay, and ends quietly where the trace was changed or cut, noting why:
 * what comes before stands, and everything that rests on the trace is distrusted.
 *
 * @throws whatever else goes wrong, such as a trace that is not there
 */
export async function* trustedEvents(
  batches: AsyncIterable<readonly TraceEvent[]>,
  observer: TraceObserver,
  onBroken: (reason: string) => void,
): AsyncGenerator<readonly TraceEvent[], void, void> {
  try {
    for await (const batch of batches) {
      for (const event of batch) observer.observe(event);
      yield batch;
    }
  } catch (error) {
    if (!ObeyError.isInstance(error) || error.code !== 'trace-invalid') throw error;
    onBroken(error.at?.line === undefined ? error.message : `line ${error.at.line}: ${error.message}`);
  }
}
