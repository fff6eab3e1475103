import type { MatcherSource } from '@obey/schema';
import type { Expression, Matcher, SimpleMatcher } from '../ast.js';
import { suggestion } from '../suggest.js';
import type { BuildContext } from './build-context.js';
import { eventFields } from './event-fields.js';
import type { Frame } from './frame.js';
import type { YamlPath } from './yaml-file.js';

/** A matcher of its checked shape. */
export function buildMatcher(source: MatcherSource, path: YamlPath, frame: Frame, context: BuildContext): Matcher {
  if ('anyOf' in source || 'allOf' in source) {
    const type = 'anyOf' in source ? 'anyOf' : 'allOf';
    const parts = 'anyOf' in source ? source.anyOf : source.allOf;
    return { type, of: parts.map((part, index) => buildMatcher(part, [...path, type, index], frame, context)) };
  }
  return { ...withoutWhere(source, path, frame, context), ...whereOf(source, path, frame, context) };
}

/** The condition over the event, which is asked for every event and so has to be compiled. */
export function buildWhere(
  source: string,
  path: YamlPath,
  frame: Frame,
  context: BuildContext,
  types: readonly SimpleMatcher['type'][],
): Expression {
  const locals = new Set(types.flatMap((type) => [...eventFields[type]]));
  return context.expression(source, path, frame, { locals, compiled: true });
}

/** The types of the simple matchers that a matcher is made of. */
export function matcherTypes(matcher: Matcher): SimpleMatcher['type'][] {
  return 'of' in matcher ? matcher.of.flatMap(matcherTypes) : [matcher.type];
}

type SimpleSource = Exclude<MatcherSource, { anyOf: MatcherSource[] } | { allOf: MatcherSource[] }>;

function whereOf(source: SimpleSource, path: YamlPath, frame: Frame, context: BuildContext): { where?: Expression } {
  if (source.where === undefined) return {};
  return { where: buildWhere(source.where, [...path, 'where'], frame, context, [typeOf(source)]) };
}

function typeOf(source: SimpleSource): SimpleMatcher['type'] {
  const types = Object.keys(eventFields) as SimpleMatcher['type'][];
  return types.find((type) => type in source) ?? 'replied';
}

function withoutWhere(source: SimpleSource, path: YamlPath, frame: Frame, context: BuildContext): SimpleMatcher {
  const text = (name: string, value: string, wildcard = false, offset = 0) =>
    context.template(value, [...path, name], frame, { wildcard, offset });
  if ('wrote' in source)
    return { type: 'wrote', path: text('wrote', workspacePath('wrote', source.wrote, path, context)) };
  if ('edited' in source)
    return { type: 'edited', path: text('edited', workspacePath('edited', source.edited, path, context)) };
  if ('deleted' in source)
    return { type: 'deleted', path: text('deleted', workspacePath('deleted', source.deleted, path, context)) };
  if ('read' in source) return { type: 'read', path: text('read', workspacePath('read', source.read, path, context)) };
  if ('requested' in source) return buildRequest(source, path, frame, context);
  if ('ran' in source) return { type: 'ran', command: text('ran', source.ran, true) };
  if ('called' in source) {
    const entries = Object.entries(source.with ?? {}).map(([name, value]) => {
      return [name, context.template(value, [...path, 'with', name], frame, { wildcard: true })] as const;
    });
    return { type: 'called', tool: text('called', source.called, true), with: Object.fromEntries(entries) };
  }
  if ('delegated' in source) return { type: 'delegated', agent: text('delegated', source.delegated, true) };
  return { type: 'replied' };
}

function buildRequest(
  source: Extract<SimpleSource, { requested: string }>,
  path: YamlPath,
  frame: Frame,
  context: BuildContext,
): SimpleMatcher {
  const own = [...path, 'requested'];
  const [, method, gap = '', target] = /^([A-Z]+)(\s+)(\S.*)$/s.exec(source.requested.trimEnd()) ?? [];
  if (method === undefined || target === undefined || !(target.startsWith('/') || target.startsWith('{'))) {
    const hint = 'for example `GET /states/{state.slug}`';
    context.report(own, `\`requested\`: expected a method and a path, got \`${source.requested}\``, { hint });
  }
  const { services } = context.names;
  if (source.service !== undefined && services !== undefined && !services.has(source.service)) {
    context.report([...path, 'service'], `unknown service \`${source.service}\``, suggestion(source.service, services));
  }
  const offset = (method ?? '').length + gap.length;
  return {
    type: 'requested',
    method: method ?? 'GET',
    path: context.template(target ?? '/', own, frame, { offset }),
    ...(source.service !== undefined && { service: source.service }),
  };
}

/** Paths are relative to the workspace and stay in it. */
export function workspacePath(field: string, value: string, path: YamlPath, context: BuildContext): string {
  const parts = value.split('/');
  if (
    value.startsWith('/') ||
    parts.includes('..') ||
    parts.includes('.') ||
    parts.includes('') ||
    value.includes('\\')
  ) {
    const hint = 'for example `work/notes.md`';
    context.report([...path, field], `\`${field}\`: expected a path inside the workspace, got \`${value}\``, { hint });
  }
  return value;
}
