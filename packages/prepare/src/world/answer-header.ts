import { validateHeaderName, validateHeaderValue } from 'node:http';

const framing = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade']);

/** Whether a header is one that an answer may set: well formed, and not about the framing of the message. */
export function isAnswerHeader(name: string, value: string): boolean {
  if (framing.has(name.toLowerCase())) return false;
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
