import type { TraceEvent } from '@obey/schema';
import { cutText } from '../escape/cut-text.js';
import { formatBytes } from '../format-number.js';

/** One line about an event, at most about `max` characters of what it carries. Untrusted: escape it before showing it. */
export function describeEvent(event: TraceEvent, max: number): string {
  switch (event.kind) {
    case 'request': {
      const query = event.query === undefined || event.query === '' ? '' : `?${event.query.replace(/^\?/, '')}`;
      const fault = event.fault === undefined ? '' : ` (planted fault ${event.fault})`;
      return `${cutText(`${event.method} ${event.path}${query}`, max)} → ${event.status}${fault}`;
    }
    case 'file': {
      const path = event.from === undefined ? event.path : `${event.from} → ${event.path}`;
      const size = event.bytes === undefined ? '' : ` (${formatBytes(event.bytes)})`;
      return `${event.change} ${cutText(path, max)}${size}${event.partial === true ? ', partial' : ''}`;
    }
    case 'tool': {
      const exit = event.exit === undefined || event.exit === 0 ? '' : ` → exit ${event.exit}`;
      const outcome = event.denied === true ? ' → denied' : event.failed === true && exit === '' ? ' → failed' : exit;
      return `${cutText(`${event.name} ${inputText(event.input)}`.trim(), max)}${outcome}`;
    }
    case 'agent':
      return cutText(`subagent ${event.type ?? event.id}${event.prompt === undefined ? '' : `: ${event.prompt}`}`, max);
    case 'message':
      return cutText(`${event.role}: ${event.text}`, max);
    case 'usage':
      return `${event.input} tokens in, ${event.output} out`;
    case 'compaction':
      return `context compacted${event.trigger === undefined ? '' : ` (${event.trigger})`}${event.before === undefined ? '' : ` from ${event.before} tokens`}${event.after === undefined ? '' : ` to ${event.after} tokens`}`;
    case 'run':
      return `run ${event.phase}${event.limit === undefined ? '' : `, ${event.limit} limit`}${event.signal === undefined ? '' : `, ${event.signal}`}`;
  }
}

/** Whether the event itself says that it went wrong. */
export function isFailed(event: TraceEvent): boolean {
  if (event.kind === 'request') return event.status >= 400;
  if (event.kind === 'tool') return event.failed === true || event.denied === true || (event.exit ?? 0) !== 0;
  return false;
}

// What a tool was asked is mostly one string (a command, a path, a prompt): that one alone is easier to read.
function inputText(input: unknown): string {
  if (typeof input === 'string') return input;
  if (typeof input !== 'object' || input === null) return input === null ? '' : String(input);
  for (const field of ['command', 'file_path', 'path', 'url', 'pattern', 'query', 'description']) {
    const value: unknown = Reflect.get(input, field);
    if (typeof value === 'string') return value;
  }
  const text = JSON.stringify(input);
  return text === '{}' ? '' : text;
}
