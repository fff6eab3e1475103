import type { Expression, Matcher, Scope, SimpleMatcher, Template } from '../ast.js';
import { parseContent } from '../items/parse-content.js';
import { isTarget } from '../template/request-query.js';
import type { Observation } from './observation.js';

/** Gives the names asked for with their values. */
export type ScopeOf = (names: ReadonlySet<string>) => Scope;

/**
 * Whether something observed is what a matcher asks for: as `done` it has to have gone well unless `where` says otherwise,
 * as `any` only `where` counts, and as `act` not even that. Tools are not seen from here, so `called` fits nothing.
 */
export function fits(
  matcher: Matcher,
  observation: Observation,
  scopeOf: ScopeOf,
  role: 'done' | 'any' | 'act',
): boolean {
  if ('of' in matcher) {
    return matcher.of.some((part) => fits(part, observation, scopeOf, role));
  }
  if (!isThatAct(matcher, observation, (template) => template.fill(scopeOf(template.names)))) return false;
  if (role === 'act') return true;
  if (matcher.where !== undefined) return isTrue(matcher.where, observation, scopeOf);
  return role === 'any' || wentWell(observation);
}

/** Whether a condition over something observed holds. */
export function isTrue(where: Expression, observation: Observation, scopeOf: ScopeOf): boolean {
  const fields = eventFields(observation);
  const value = where.evaluateSync?.({ ...scopeOf(where.names), ...fields });
  return Array.isArray(value) ? value.some(Boolean) : Boolean(value);
}

function eventFields(observation: Observation): Record<string, unknown> {
  const { type: _, ...fields } = observation;
  if (observation.type === 'ran') return { ...fields, output: observation.stdout };
  if (observation.type === 'wrote')
    return { ...fields, text: observation.content, value: parseContent(observation.content) };
  if (observation.type !== 'request') return fields;
  const body = parseContent(observation.body);
  const request = { body: observation.sent === undefined ? undefined : parseContent(observation.sent) };
  return { ...fields, body, request, response: { status: observation.status, body } };
}

function wentWell(observation: Observation): boolean {
  if (observation.type === 'request') return observation.status < 400;
  return observation.type !== 'ran' || observation.exit === 0;
}

function isThatAct(matcher: SimpleMatcher, observation: Observation, fill: (template: Template) => string): boolean {
  switch (matcher.type) {
    case 'requested': {
      if (observation.type !== 'request' || observation.method !== matcher.method) return false;
      if (matcher.service !== undefined && matcher.service !== observation.service) return false;
      return isTarget(fill(matcher.path), observation);
    }
    case 'wrote':
    case 'edited':
      return (
        (observation.type === 'wrote' || observation.type === 'renamed') && observation.path === fill(matcher.path)
      );
    case 'deleted':
    case 'read':
      return observation.type === matcher.type && observation.path === fill(matcher.path);
    case 'ran':
      return observation.type === 'ran' && commandPattern(fill(matcher.command)).test(observation.command);
    case 'delegated':
      return observation.type === 'delegated';
    case 'replied':
      return observation.type === 'replied';
    case 'called':
      return false;
  }
}

/** `*` stands for any text; the command stands anywhere in the line. */
function commandPattern(command: string): RegExp {
  const parts = command
    .trim()
    .split('*')
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?:^|[\\s;&|("'])${parts.join('[^]*')}(?:$|[\\s;&|)"'<>])`, 'u');
}
