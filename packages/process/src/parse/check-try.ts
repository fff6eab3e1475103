import type { Block, Matcher, SimpleMatcher, TryNode } from '../ast.js';
import type { BuildContext } from './build-context.js';
import type { Frame } from './frame.js';
import type { YamlPath } from './yaml-file.js';

/** A fault has to tell whose it is, and a handler has to have something to do. */
export function checkTry(
  { on, body, retry, do: recovery, otherwise }: TryNode,
  path: YamlPath,
  frame: Frame,
  context: BuildContext,
): void {
  const caught = [...path, 'catch'];
  for (const { name } of frame.variables) {
    if (binds(on, name)) continue;
    const hint = `name it in the path or in \`where\`, as in {${name}}`;
    context.report([...caught, 'on'], `\`on\` does not tell which \`${name}\` a fault belongs to`, { hint });
  }
  if (retry === undefined && recovery.length === 0 && otherwise.length === 0) {
    const hint = 'add `retry:`, `do:` or `otherwise:`';
    context.report(caught, 'nothing is due when the fault happens', { key: true, hint });
  }
  if (recovery.length > 0 && retry === undefined) {
    const hint = 'add `retry: { max: 1 }`, or write the steps under `otherwise:`';
    context.report([...caught, 'do'], '`do` leads up to a new attempt, and no `retry` allows one', { key: true, hint });
  }
  if (!hasStep(body)) context.report([...path, 'try'], 'the body of a `try` needs a step of its own');
}

/** Whatever of the alternatives fits has to tell; of matchers that all have to fit, one that tells is enough. */
function binds(matcher: Matcher, variable: string): boolean {
  if ('of' in matcher) {
    const bound = (part: Matcher) => binds(part, variable);
    return matcher.type === 'anyOf' ? matcher.of.every(bound) : matcher.of.some(bound);
  }
  return namesOf(matcher).has(variable);
}

function namesOf(matcher: SimpleMatcher): ReadonlySet<string> {
  const names = new Set(matcher.where?.names);
  const add = (more: ReadonlySet<string>) => {
    for (const name of more) names.add(name);
  };
  if ('path' in matcher) add(matcher.path.names);
  if ('command' in matcher) add(matcher.command.names);
  if ('agent' in matcher) add(matcher.agent.names);
  if (matcher.type === 'called') {
    add(matcher.tool.names);
    for (const template of Object.values(matcher.with)) add(template.names);
  }
  return names;
}

function hasStep(block: Block): boolean {
  return block.some((node) => {
    if (node.type === 'step' || node.type === 'call') return true;
    if (node.type === 'if') return hasStep(node.whenTrue) || hasStep(node.whenFalse);
    if (node.type === 'parallel') return node.branches.some(hasStep);
    return hasStep(node.type === 'try' ? node.body : node.do);
  });
}
