import {
  type Block,
  captureTarget,
  type Matcher,
  type Node,
  type Process,
  type RequestMatcher,
  splitTarget,
} from '@obey/process';
import type { PreparedTask } from '@obey/schema';

/** Least latency in ms of a route whose overlap is judged: short enough for a test, long enough to be seen. */
const overlapMs = 150;
const elsewhereMs = 5;

/**
 * The least latency of each request, whatever the pace: 150 ms where a step or a `catch` inside a `parallel` node or a loop
 * with a mode asks for it, so that overlap stays visible, 5 ms elsewhere. A path may have a query.
 */
export function latencyFloors(
  process: Process,
  prepared: Pick<PreparedTask, 'services'>,
): (service: string, method: string, path: string) => number {
  const inRegions = [...requestsInRegions(process)];
  const floorOf = (service: string, method: string, path: string): number =>
    inRegions.some(
      (matcher) =>
        matcher.method === method &&
        (matcher.service === undefined || matcher.service === service) &&
        captureTarget(matcher.path, splitTarget(path)) !== null,
    )
      ? overlapMs
      : elsewhereMs;
  const floors = new Map<string, number>();
  for (const [service, { routes }] of Object.entries(prepared.services)) {
    for (const { method, path } of routes)
      floors.set(JSON.stringify([service, method, path]), floorOf(service, method, path));
  }
  // What a service that keeps state answers is known only when it is asked.
  return (service, method, path) =>
    floors.get(JSON.stringify([service, method, path])) ?? floorOf(service, method, path);
}

function requestsInRegions(process: Process): Set<RequestMatcher> {
  const found = new Set<RequestMatcher>();
  const entered = new Set<string>();
  const walk = (block: Block, inside: boolean): void => {
    for (const node of block) {
      if (node.type === 'call') {
        const key = `${node.procedure} ${inside}`;
        if (entered.has(key)) continue;
        entered.add(key);
      }
      if (inside) for (const matcher of matchersOf(node)) for (const request of requestsOf(matcher)) found.add(request);
      const below = inside || node.type === 'parallel' || (node.type === 'forEach' && node.mode !== 'any');
      for (const part of blocksOf(node, process)) walk(part, below);
    }
  };
  walk(process.nodes, false);
  return found;
}

function matchersOf(node: Node): Matcher[] {
  if (node.type === 'try') return [node.on];
  if (node.type !== 'step') return [];
  return node.started === undefined ? [node.done] : [node.started, node.done];
}

function requestsOf(matcher: Matcher): RequestMatcher[] {
  if (matcher.type === 'requested') return [matcher];
  return matcher.type === 'anyOf' || matcher.type === 'allOf' ? matcher.of.flatMap(requestsOf) : [];
}

function blocksOf(node: Node, process: Process): readonly Block[] {
  switch (node.type) {
    case 'step':
      return [];
    case 'forEach':
    case 'repeat':
      return [node.do];
    case 'parallel':
      return node.branches;
    case 'if':
      return [node.whenTrue, node.whenFalse];
    case 'try':
      return [node.body, node.do, node.otherwise];
    case 'call':
      return [process.procedures.get(node.procedure)?.do ?? []];
  }
}
