import type { Block, Node } from '../ast.js';
import { emitBoundary } from './boundary.js';
import type { Occurrence } from './event-index.js';
import { later } from './point.js';
import {
  type Entry,
  emptySpan,
  type Frame,
  type Instance,
  type Mark,
  type ReplayRun,
  type Span,
} from './replay-run.js';

export type NodeWalker = (run: ReplayRun, node: Node, frame: Frame) => Span | Promise<Span>;

/** Nodes one after another: what ends before what is due next may begin, and the boundaries between neighbours. */
export async function walkSequence(run: ReplayRun, block: Block, frame: Frame, walkNode: NodeWalker): Promise<Span> {
  if (block.length === 1) return await walkNode(run, block[0] as Node, frame);
  let soft = frame.soft;
  let neighbour: { readonly span: Span; readonly id: string } | undefined;
  let entries: readonly Entry[] = [];
  let exits: readonly Mark[] = [];
  const spans: Span[] = [];
  for (const node of block) {
    const walked = walkNode(run, node, { ...frame, soft });
    const span = walked instanceof Promise ? await walked : walked;
    spans.push(span);
    if (!span.due) continue;
    if (neighbour === undefined) entries = span.entries;
    else emitBoundary(run, neighbour.span, neighbour.id, span, node.id, frame);
    neighbour = { span, id: node.id };
    if (span.exits.length > 0) exits = span.exits;
    for (const { point } of span.exits) soft = later(soft, point);
  }
  return { ...join(spans), entries, exits };
}

/** Spans side by side: everything of each. */
export function join(spans: readonly Span[]): Span {
  if (spans.length === 0) return emptySpan;
  const entries: Entry[] = [];
  const exits: Mark[] = [];
  const instances: Instance[] = [];
  const acts: Occurrence[] = [];
  for (const span of spans) {
    for (const entry of span.entries) entries.push(entry);
    for (const exit of span.exits) exits.push(exit);
    for (const instance of span.instances) instances.push(instance);
    for (const act of span.acts) acts.push(act);
  }
  const missing = spans.find((span) => span.missing !== undefined)?.missing;
  return { due: spans.some(({ due }) => due), entries, exits, instances, acts, missing };
}
