import { ObeyError, type TraceEvent, traceEventSchema } from '@obey/schema';
import { isPlainEvent } from './fast-event.js';

const describe = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ObeyError('trace-invalid', 'expected one JSON object on this line, found text that is not JSON', {
      cause,
      hint: 'the file may be cut off or no trace.jsonl',
    });
  }
};

/** Parses one line of trace.jsonl. Throws `trace-invalid`, without a place. */
export const parseTraceLine = (text: string): TraceEvent => {
  const value = describe(text);
  if (isPlainEvent(value)) return value;
  const parsed = traceEventSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new ObeyError('trace-invalid', `${field === '' ? 'the event' : `field ${field}`}: ${issue?.message}`, {
    hint: 'see the schema trace-event',
  });
};
