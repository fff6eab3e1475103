import type { Process } from '@obey/process';
import type { Task } from '@obey/schema';

/** A task that was read and checked; none of its modules has been run. */
export interface LoadedTask {
  readonly task: Task;
  readonly process: Process;
  /** Text of its prompt file, placeholders unfilled. */
  readonly prompt: string;
  /** Texts of the task's `instructions` by workspace path, placeholders unfilled. */
  readonly instructions: Readonly<Record<string, string>>;
  /** Absolute. */
  readonly folder: string;
  /** Whether it is one of those that come with Obey. */
  readonly builtIn: boolean;
  /** Text of its task.yaml. */
  readonly source: string;
}
