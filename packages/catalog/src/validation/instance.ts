import { type NodeInstance, walkItems } from '@obey/prepare';
import type { Process, RequestMatcher } from '@obey/process';
import type { PreparedTask } from '@obey/schema';

/** A prepared task with every node and item that its facts alone tell of. */
export interface Instance {
  readonly process: Process;
  readonly prepared: PreparedTask;
  readonly nodes: readonly NodeInstance[];
  /** Services that keep state: what they answer is known only in a run. */
  readonly stateful: readonly string[];
}

export async function instanceOf(
  process: Process,
  prepared: PreparedTask,
  stateful: readonly string[] = [],
): Promise<Instance> {
  const nodes: NodeInstance[] = [];
  for await (const node of walkItems(process, prepared)) nodes.push(node);
  return { process, prepared, nodes, stateful };
}

/** Whether a service that keeps state may be what a request reaches. */
export function mayMeetState({ service }: RequestMatcher, stateful: readonly string[]): boolean {
  return service === undefined ? stateful.length > 0 : stateful.includes(service);
}
