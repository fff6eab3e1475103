import type { StepNode } from '../ast.js';
import { fits, type ScopeOf } from './fits.js';
import type { Observation } from './observation.js';
import type { Walk, WalkContext } from './walk.js';

/** The text that a step's value is parsed from, out of what was seen while it was done; undefined when there is none. */
export async function yieldedContent(
  walk: Walk,
  node: StepNode,
  context: WalkContext,
  seen: readonly Observation[],
): Promise<string | undefined> {
  switch (node.yields?.type) {
    case 'file': {
      const path = node.yields.path.fill(walk.scope(context, node.yields.path.names));
      const written = writtenContent(path, seen);
      if (written !== undefined || !seen.some(({ type }) => type === 'ran')) return written;
      return context.abilities.read(path).catch(() => undefined);
    }
    case 'response': {
      const scopeOf: ScopeOf = (names) => walk.scope(context, names);
      const matchers = node.started === undefined ? [node.done] : [node.done, node.started];
      for (const observation of seen.toReversed()) {
        if (observation.type !== 'request' || observation.status >= 400) continue;
        if (matchers.some((matcher) => fits(matcher, observation, scopeOf, 'act'))) return observation.body;
      }
      return undefined;
    }
    case 'reply':
      return seen.flatMap((observation) => (observation.type === 'replied' ? [observation.text] : [])).at(-1);
    case undefined:
      return undefined;
  }
}

/** What stands at a path after everything seen; undefined when none of it wrote there. */
function writtenContent(path: string, seen: readonly Observation[]): string | undefined {
  const files = new Map<string, string>();
  for (const observation of seen) {
    if (observation.type === 'wrote') files.set(observation.path, observation.content);
    if (observation.type === 'renamed') {
      const content = files.get(observation.from);
      if (content !== undefined) files.set(observation.path, content);
    }
    if (observation.type === 'deleted') files.delete(observation.path);
  }
  return files.get(path);
}
