import type { Json, RequestEvent } from '@obey/schema';
import type { Expression, Scope } from '../ast.js';
import type { EvidenceEvent, Occurrence } from './event-index.js';
import type { ReplayContext } from './replay-context.js';

/** The text of a version, an answer or a message; undefined when it was not kept. */
export function textOf({ event }: Occurrence, context: Pick<ReplayContext, 'content'>): string | undefined {
  switch (event.kind) {
    case 'file':
      return event.sha256 === undefined ? undefined : context.content(event.sha256);
    case 'request':
      return event.body === undefined ? undefined : context.content(event.body);
    case 'message':
      return event.text;
    case 'agent':
      return event.prompt;
    case 'tool':
      return event.content === undefined ? writtenText(event.input) : context.content(event.content);
  }
}

/** The scope of a `where`: the names that it uses, of the event first, else of its step. */
export function eventScope(
  where: Pick<Expression, 'names'>,
  scope: Scope,
  occurrence: Occurrence,
  context: Pick<ReplayContext, 'content'>,
): Scope {
  const seen: Record<string, unknown> = {};
  for (const name of where.names) {
    const value = fieldOf(name, occurrence, context);
    seen[name] = value === undefined ? scope[name] : value;
  }
  return seen;
}

function fieldOf(name: string, occurrence: Occurrence, context: Pick<ReplayContext, 'content'>): unknown {
  const { event } = occurrence;
  if (event.kind === 'request') {
    if (name === 'body') return contentOf(occurrence, context);
    if (name === 'response') return { status: event.status, body: contentOf(occurrence, context) };
    if (name === 'request') return askedOf(event, occurrence, context);
  }
  if (event.kind === 'tool' && name === 'command') return commandOf(event);
  if (event.kind === 'file') {
    if (name === 'text') return textOf(occurrence, context);
    if (name === 'value') return contentOf(occurrence, context);
    if (name === 'words') return wordsIn(textOf(occurrence, context) ?? '');
  }
  return Object.hasOwn(event, name) ? Reflect.get(event, name) : undefined;
}

/** What a request was made with; parsed once. */
function askedOf(event: RequestEvent, occurrence: Occurrence, { content }: Pick<ReplayContext, 'content'>): unknown {
  if (occurrence.asked === undefined) {
    const text = event.requestBody === undefined ? undefined : content(event.requestBody);
    const value = parseJson(text);
    occurrence.asked = { body: value === undefined ? text : value };
  }
  return occurrence.asked;
}

/** The command line of a shell call. */
export function commandOf(event: EvidenceEvent): string | undefined {
  if (event.kind !== 'tool') return undefined;
  const { input } = event;
  if (typeof input === 'string') return input;
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return undefined;
  const command = input.command ?? input.cmd;
  return typeof command === 'string' ? command : undefined;
}

/** Number of words: runs of letters, digits, apostrophes and hyphens. */
export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** A value as conditions see it: JSON where the text is JSON, else the text itself. */
export function contentOf(occurrence: Occurrence, context: Pick<ReplayContext, 'content'>): unknown {
  const value = jsonOf(occurrence, context);
  return value === undefined ? textOf(occurrence, context) : value;
}

/** The JSON value of a version or an answer, parsed once; undefined when it is none. */
export function jsonOf(occurrence: Occurrence, context: Pick<ReplayContext, 'content'>): Json | undefined {
  occurrence.json ??= { value: parseJson(textOf(occurrence, context)) };
  return occurrence.json.value;
}

function parseJson(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function writtenText(input: Json): string | undefined {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return undefined;
  const text = input.content ?? input.file_text;
  return typeof text === 'string' ? text : undefined;
}
