import { type NodeInstance, walkItems } from '@obey/prepare';
import type { Process } from '@obey/process';
import type { PreparedTask } from '@obey/schema';

/** A prepared task with every node and item that its facts alone tell of. */
export interface Instance {
  readonly process: Process;
  readonly prepared: PreparedTask;
  readonly nodes: readonly NodeInstance[];
}

export async function instanceOf(process: Process, prepared: PreparedTask): Promise<Instance> {
  const nodes: NodeInstance[] = [];
  for await (const node of walkItems(process, prepared)) nodes.push(node);
  return { process, prepared, nodes };
}
