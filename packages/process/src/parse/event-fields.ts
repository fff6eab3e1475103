import type { SimpleMatcher } from '../ast.js';

const always = ['start', 'end', 'actor', 'source'];
const tool = ['name', 'input', 'output', 'failed', 'exit', 'command'];
const request = ['service', 'method', 'path', 'query', 'status', 'bytes', 'body', 'fault'];
const file = ['path', 'change', 'from', 'bytes', 'partial', 'text', 'value', 'words'];

/**
 * The names that a `where` may use over the event which a matcher fits: `text` and `value` are the content of a file's
 * version as text and as parsed JSON, `body` is the parsed body of an answer and `response.body` the same,
 * `request.body` what was asked with, `words` the number of words.
 */
export const eventFields: Readonly<Record<SimpleMatcher['type'], ReadonlySet<string>>> = {
  wrote: new Set([...always, ...file]),
  edited: new Set([...always, ...file]),
  deleted: new Set([...always, ...file]),
  read: new Set([...always, ...tool, 'path']),
  requested: new Set([...always, ...request, 'request', 'response']),
  ran: new Set([...always, ...tool]),
  called: new Set([...always, ...tool]),
  delegated: new Set([...always, 'id', 'type', 'prompt']),
  replied: new Set([...always, 'role', 'text']),
};
