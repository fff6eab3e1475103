import { ObeyError } from '@obey/schema';
import type { Matcher, Scope, SimpleMatcher, Template } from '../ast.js';
import { canonicalTarget } from '../template/request-query.js';
import { type EventIndex, listOf, type Occurrence } from './event-index.js';
import { commandOf, eventScope } from './event-scope.js';
import type { ReplayContext } from './replay-context.js';

type Sources = { readonly index: EventIndex; readonly context: ReplayContext };

/** The matchers that a combination is made of. */
export function simpleMatchers(matcher: Matcher): readonly SimpleMatcher[] {
  return matcher.type === 'anyOf' || matcher.type === 'allOf' ? matcher.of.flatMap(simpleMatchers) : [matcher];
}

/** Whether the promised sources can show what a matcher asks for. */
export function isObservable(matcher: Matcher, context: ReplayContext): boolean {
  const { observable } = context;
  switch (matcher.type) {
    case 'wrote':
    case 'edited':
    case 'deleted':
      return observable.workspace || observable.harness;
    case 'read':
      return observable.reads;
    case 'requested':
      return observable.service;
    case 'ran':
    case 'called':
      return observable.harness;
    case 'delegated':
      return observable.agents;
    case 'replied':
      return observable.replies;
    case 'anyOf':
      return matcher.of.some((part) => isObservable(part, context));
    case 'allOf':
      return matcher.of.every((part) => isObservable(part, context));
  }
}

/** Every occurrence under the key of a matcher, in recorder order, before `where` and the default of `done` are asked. */
export function keyed(matcher: SimpleMatcher, scope: Scope, { index }: Sources): readonly Occurrence[] {
  switch (matcher.type) {
    case 'wrote':
    case 'edited':
      return listOf(index.files, filled(matcher.path, scope));
    case 'deleted':
      return listOf(index.deletions, filled(matcher.path, scope));
    case 'read':
      return listOf(index.reads, filled(matcher.path, scope));
    case 'requested':
      return requested(matcher, filled(matcher.path, scope), index);
    case 'ran': {
      const command = filled(matcher.command, scope);
      return index.memo(`ran ${command}`, () => {
        const wanted = commandPattern(command);
        return index.shells.filter(({ event }) => wanted.test(commandOf(event) ?? ''));
      });
    }
    case 'called':
      return called(matcher, scope, index);
    case 'delegated': {
      const type = filled(matcher.agent, scope);
      return index.memo(`delegated ${type}`, () => {
        const wanted = glob(type);
        return index.agents.filter(({ event }) => event.kind === 'agent' && wanted.test(event.type ?? ''));
      });
    }
    case 'replied':
      return index.reply === undefined ? [] : [index.reply];
  }
}

/** Whether an occurrence under the key also meets `where`, or, for `done`, what `done` means by default. */
export function meets(
  matcher: SimpleMatcher,
  occurrence: Occurrence,
  scope: Scope,
  sources: Sources,
  role: 'done' | 'any',
): boolean {
  const { event } = occurrence;
  if (matcher.type === 'requested' && matcher.service !== undefined) {
    if (event.kind !== 'request' || event.service !== matcher.service) return false;
  }
  if (
    matcher.type === 'edited' &&
    occurrence.before === undefined &&
    event.kind === 'file' &&
    event.change !== 'modified'
  ) {
    return false;
  }
  if (matcher.where !== undefined)
    return truthy(matcher.where, eventScope(matcher.where, scope, occurrence, sources.context));
  if (role === 'any') return true;
  if (event.kind === 'request') return event.status < 400;
  if (event.kind === 'tool') return event.failed !== true && (event.exit ?? 0) === 0;
  return true;
}

/** The truth of a compiled condition; a condition that fails is not met. */
function truthy(where: NonNullable<SimpleMatcher['where']>, scope: Scope): boolean {
  try {
    const value = where.evaluateSync?.(scope);
    return Array.isArray(value) ? value.some(Boolean) : Boolean(value);
  } catch (error) {
    if (ObeyError.isInstance(error)) return false;
    throw error;
  }
}

/** A hole without a value fits nothing: no path holds a NUL. */
export function filled(template: Template, scope: Scope): string {
  try {
    return template.fill(scope);
  } catch (error) {
    if (ObeyError.isInstance(error)) return '\u0000';
    throw error;
  }
}

function requested(matcher: { method: string }, path: string, index: EventIndex): readonly Occurrence[] {
  return listOf(index.requests, `${matcher.method} ${canonicalTarget(path)}`);
}

function called(matcher: SimpleMatcher & { type: 'called' }, scope: Scope, index: EventIndex): readonly Occurrence[] {
  const list = listOf(index.tools, filled(matcher.tool, scope));
  const wanted = Object.entries(matcher.with).map(([name, template]) => [name, glob(filled(template, scope))] as const);
  if (wanted.length === 0) return list;
  return list.filter(({ event }) => {
    if (event.kind !== 'tool' || event.input === null || typeof event.input !== 'object') return false;
    const input = event.input as Readonly<Record<string, unknown>>;
    return wanted.every(([name, pattern]) => {
      const value = input[name];
      return value !== undefined && pattern.test(typeof value === 'string' ? value : JSON.stringify(value));
    });
  });
}

/** A text in which `*` stands for any text. */
function glob(text: string): RegExp {
  return new RegExp(`^${text.split('*').map(escaped).join('[^]*')}$`, 'u');
}

/** A command stands anywhere in the line, between blanks or shell punctuation. */
function commandPattern(text: string): RegExp {
  const body = text.trim().split('*').map(escaped).join('[^]*');
  return new RegExp(`(?:^|[\\s;&|("'])${body}(?:$|[\\s;&|)"'<>])`, 'u');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
