import type { Matcher, SimpleMatcher } from '../ast.js';
import { phraseCondition } from './phrase-expression.js';
import { code, listed, type Wording } from './wording.js';

/** A matcher as an instruction: `write \`report.md\``. */
export function phraseAct(matcher: Matcher, wording: Wording): string {
  if ('of' in matcher) {
    return listed(
      matcher.of.map((part) => phraseAct(part, wording)),
      matcher.type === 'anyOf' ? 'or' : 'and',
    );
  }
  return `${act(matcher)}${withCondition(matcher, wording)}`;
}

/** A matcher as something that happened: `the request \`GET /x\` is answered and the status is at least 400`. */
export function phraseEvent(matcher: Matcher, wording: Wording): string {
  if ('of' in matcher) {
    return listed(
      matcher.of.map((part) => phraseEvent(part, wording)),
      matcher.type === 'anyOf' ? 'or' : 'and',
    );
  }
  const { where } = matcher;
  return where === undefined
    ? event(matcher)
    : `${event(matcher)} and ${phraseCondition(where.source, { ...wording, event: true })}`;
}

/** The words that a prompt must hold for a matcher to be known: its paths, its command, its tool. */
export function mentions(matcher: Matcher, text: string): boolean {
  return 'of' in matcher
    ? matcher.of.every((part) => mentions(part, text))
    : keyText(matcher).every((key) => text.includes(key));
}

function keyText(matcher: SimpleMatcher): string[] {
  const where = matcher.where === undefined ? [] : [matcher.where.source];
  switch (matcher.type) {
    case 'wrote':
    case 'edited':
    case 'deleted':
    case 'read':
      return [matcher.path.source, ...where];
    case 'requested':
      return [`${matcher.method} ${matcher.path.source}`, ...where];
    case 'ran':
      return [matcher.command.source, ...where];
    case 'called':
      return [matcher.tool.source, ...Object.values(matcher.with).map(({ source }) => source), ...where];
    case 'delegated':
      return ['subagent', ...where];
    case 'replied':
      return ['answer', ...where];
  }
}

function act(matcher: SimpleMatcher): string {
  switch (matcher.type) {
    case 'wrote':
      return `write ${code(matcher.path.source)}`;
    case 'edited':
      return `change ${code(matcher.path.source)}`;
    case 'deleted':
      return `delete ${code(matcher.path.source)}`;
    case 'read':
      return `read ${code(matcher.path.source)}`;
    case 'requested':
      return `send the request ${code(`${matcher.method} ${matcher.path.source}`)}${service(matcher)}`;
    case 'ran':
      return `run ${code(matcher.command.source)}`;
    case 'called':
      return `call the tool ${code(matcher.tool.source)}${withArguments(matcher)}`;
    case 'delegated':
      return `give it to a subagent${agent(matcher)}`;
    case 'replied':
      return 'give your final answer';
  }
}

function event(matcher: SimpleMatcher): string {
  switch (matcher.type) {
    case 'wrote':
      return `${code(matcher.path.source)} is written`;
    case 'edited':
      return `${code(matcher.path.source)} is changed`;
    case 'deleted':
      return `${code(matcher.path.source)} is deleted`;
    case 'read':
      return `${code(matcher.path.source)} is read`;
    case 'requested':
      return `the request ${code(`${matcher.method} ${matcher.path.source}`)}${service(matcher)} is answered`;
    case 'ran':
      return `${code(matcher.command.source)} is run`;
    case 'called':
      return `the tool ${code(matcher.tool.source)}${withArguments(matcher)} is called`;
    case 'delegated':
      return `a subagent${agent(matcher)} is started`;
    case 'replied':
      return 'the final answer is given';
  }
}

function withCondition({ where, type }: SimpleMatcher, wording: Wording): string {
  if (where === undefined) return '';
  const so = type === 'wrote' || type === 'edited' ? 'so that' : 'until';
  return `, ${so} ${phraseCondition(where.source, { ...wording, event: true })}`;
}

function service({ service: name }: Extract<SimpleMatcher, { type: 'requested' }>): string {
  return name === undefined ? '' : ` to the service ${code(name)}`;
}

function agent({ agent: type }: Extract<SimpleMatcher, { type: 'delegated' }>): string {
  return type.source === '*' ? '' : ` of the type ${code(type.source)}`;
}

function withArguments({ with: values }: Extract<SimpleMatcher, { type: 'called' }>): string {
  const entries = Object.entries(values).map(([name, { source }]) => `${name} ${code(source)}`);
  return entries.length === 0 ? '' : ` with ${listed(entries)}`;
}
