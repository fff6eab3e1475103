import type { ParallelNode } from '../ast.js';
import { emitRegion, type RegionPart } from './region.js';
import type { Frame, ReplayRun, Span } from './replay-run.js';
import { join } from './walk-sequence.js';

/** Branches that must overlap. */
export async function walkParallel(run: ReplayRun, node: ParallelNode, frame: Frame): Promise<Span> {
  const parts: RegionPart[] = [];
  for (const [i, branch] of node.branches.entries()) {
    parts.push({ key: String(i + 1), span: await run.walk(branch, frame) });
  }
  if (!frame.silent) emitRegion(run, node, frame, parts);
  return join(parts.map(({ span }) => span));
}
