import type { NodeSource } from '@obey/schema';
import { analyzeExpression } from '../expression/analyze-expression.js';
import type { BuildContext } from './build-context.js';
import { splitForEach } from './parameter-kinds.js';
import type { ProcessShape } from './process-shape.js';
import { allNodes, childBlocks } from './source-walk.js';
import type { YamlPath } from './yaml-file.js';

interface CallSite {
  readonly from: string;
  readonly to: string;
  readonly path: YamlPath;
  /** Whether a loop over, or a condition on, what differs from call to call stands between the procedure and the call. */
  readonly guarded: boolean;
}

/** Reports a procedure that calls itself, also by way of others, where nothing can ever stop it, or that nothing calls. */
export function checkRecursion(shape: ProcessShape, context: BuildContext): void {
  const { procedures } = shape;
  const called = new Set([...allNodes(shape)].flatMap(({ node }) => ('call' in node ? [node.call] : [])));
  for (const name of Object.keys(procedures)) {
    if (!called.has(name))
      context.report(['procedures', name], `the procedure \`${name}\` is never called`, { key: true });
  }
  const sites = Object.entries(procedures).flatMap(([name, { params, do: block }]) =>
    callsIn(block, ['procedures', name, 'do'], name, new Set([...params, ...context.names.steps]), false),
  );
  const open = sites.filter(({ guarded }) => !guarded);
  for (const site of open) {
    if (!reaches(site.to, site.from, open)) continue;
    context.report([...site.path, 'call'], `\`${site.from}\` calls itself without end`, {
      hint: 'put the call into a loop over a part of its parameter, or under a condition on it',
    });
  }
}

function callsIn(
  block: readonly NodeSource[],
  path: YamlPath,
  from: string,
  varying: ReadonlySet<string>,
  guarded: boolean,
): CallSite[] {
  return block.flatMap((node, index) => {
    const own = [...path, index];
    if ('call' in node) return [{ from, to: node.call, path: own, guarded }];
    const { inner, guards } = guardOf(node, varying);
    return childBlocks(node).flatMap((child) =>
      callsIn(child.block, [...own, ...child.path], from, inner, guarded || guards),
    );
  });
}

function guardOf(node: NodeSource, varying: ReadonlySet<string>): { inner: ReadonlySet<string>; guards: boolean } {
  if ('forEach' in node) {
    const { variable, list } = splitForEach(node.forEach);
    const guards = uses(list, varying);
    return { inner: guards ? new Set([...varying, variable]) : varying, guards };
  }
  return { inner: varying, guards: 'if' in node && uses(node.if, varying) };
}

function uses(source: string, names: ReadonlySet<string>): boolean {
  const analysis = analyzeExpression(source, () => true);
  return 'ast' in analysis && [...analysis.names.keys()].some((name) => names.has(name));
}

function reaches(start: string, goal: string, sites: readonly CallSite[]): boolean {
  const seen = new Set<string>();
  const queue = [start];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (name === goal) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    queue.push(...sites.filter(({ from }) => from === name).map(({ to }) => to));
  }
  return false;
}
