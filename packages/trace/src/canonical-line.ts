import { type RawTraceEvent, type TraceEvent, traceEventSchema } from '@obey/schema';

type AnyEvent = TraceEvent | (RawTraceEvent & { seq: number });

const orders = new Map<string, readonly string[]>(
  traceEventSchema.options.map((option) => {
    const fields = Object.keys(option.shape).filter((field) => field !== 'hash');
    return [option.shape.kind.value, fields];
  }),
);

/**
 * The one spelling of an event as a line of trace.jsonl, without its hash and line end: fields in the schema's order,
 * absent ones left out, so that equal events are equal bytes.
 */
export const canonicalLine = (event: AnyEvent): string => {
  const fields = event as unknown as Record<string, unknown>;
  const line: Record<string, unknown> = {};
  for (const field of orders.get(event.kind) ?? []) {
    const value = fields[field];
    if (value !== undefined) line[field] = value;
  }
  return JSON.stringify(line);
};
