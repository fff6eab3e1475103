import type { Matcher, Scope, StepNode } from '../ast.js';
import { filled } from './matching.js';

const hole = /\{([^{}]+)\}/g;

/** What was asked of one item: the step's own words with their holes filled, else its evidence in words. */
export function dueText(node: StepNode, scope: Scope): string {
  if (node.says === undefined) return evidenceText(node.done, scope);
  return node.says.trim().replace(hole, (whole, source: string) => {
    const value = source
      .trim()
      .split('.')
      .reduce<unknown>(
        (part, name) => (part !== null && typeof part === 'object' ? Reflect.get(part, name) : undefined),
        scope,
      );
    return value === undefined || typeof value === 'object' ? whole : String(value);
  });
}

function evidenceText(matcher: Matcher, scope: Scope): string {
  switch (matcher.type) {
    case 'wrote':
    case 'edited':
    case 'deleted':
    case 'read':
      return `${matcher.type} ${filled(matcher.path, scope)}`;
    case 'requested':
      return `requested ${matcher.method} ${filled(matcher.path, scope)}`;
    case 'ran':
      return `ran ${filled(matcher.command, scope)}`;
    case 'called':
      return `called ${filled(matcher.tool, scope)}`;
    case 'delegated':
      return `delegated ${filled(matcher.agent, scope)}`;
    case 'replied':
      return 'replied';
    case 'anyOf':
      return matcher.of.map((part) => evidenceText(part, scope)).join(' or ');
    case 'allOf':
      return matcher.of.map((part) => evidenceText(part, scope)).join(' and ');
  }
}
