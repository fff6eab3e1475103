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
/** The same of a branch of a `parallel` node: there are few, so that one which a busy machine starts late would overlap none. */
const branchMs = 400;
/** The same of a route that an item asks for again and again, in a loop of its own: what counts is all its time. */
const repeatedMs = 50;
const elsewhereMs = 5;

/**
 * The least latency of each request, whatever the pace. So that overlap stays visible, 150 ms where a step or a `catch` inside
 * a loop with a mode asks for it, and 400 ms in a branch of a `parallel` node; 50 ms where that stands in a further loop
 * without a mode, since an item then has several; 5 ms elsewhere. A path may have a query.
 */
export function latencyFloors(
  process: Process,
  prepared: Pick<PreparedTask, 'services'>,
): (service: string, method: string, path: string) => number {
  const inRegions = [...requestsInRegions(process)];
  const floorOf = (service: string, method: string, path: string): number => {
    const fitting = inRegions.filter(
      ([matcher]) =>
        matcher.method === method &&
        (matcher.service === undefined || matcher.service === service) &&
        captureTarget(matcher.path, splitTarget(path)) !== null,
    );
    return Math.max(elsewhereMs, ...fitting.map(([, floor]) => floor));
  };
  const floors = new Map<string, number>();
  for (const [service, { routes }] of Object.entries(prepared.services)) {
    for (const { method, path } of routes)
      floors.set(JSON.stringify([service, method, path]), floorOf(service, method, path));
  }
  // What a service that keeps state answers is known only when it is asked.
  return (service, method, path) =>
    floors.get(JSON.stringify([service, method, path])) ?? floorOf(service, method, path);
}

/** Requests inside regions with a mode, each with the floor of its place. */
function requestsInRegions(process: Process): [RequestMatcher, number][] {
  const found: [RequestMatcher, number][] = [];
  const entered = new Set<string>();
  const walk = (block: Block, floor: number | undefined): void => {
    for (const node of block) {
      if (node.type === 'call') {
        const key = `${node.procedure} ${floor}`;
        if (entered.has(key)) continue;
        entered.add(key);
      }
      if (floor !== undefined) {
        for (const request of matchersOf(node).flatMap(requestsOf)) found.push([request, floor]);
      }
      for (const part of blocksOf(node, process)) walk(part, floorBelow(node, floor));
    }
  };
  walk(process.nodes, undefined);
  return found;
}

function floorBelow(node: Node, floor: number | undefined): number | undefined {
  if (node.type === 'parallel') return branchMs;
  if (node.type === 'forEach' && node.mode !== 'any') return overlapMs;
  return node.type === 'forEach' && floor !== undefined ? repeatedMs : floor;
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
