import type { Task } from '@obey/schema';
import { type TaskMetadata, taskMetadata } from './metadata.js';

/** What a list of tasks shows, and what a selection can ask about. */
export interface TaskSummary extends TaskMetadata {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly suite: readonly string[];
  readonly domain: string;
  readonly skills: readonly string[];
  readonly tags: readonly string[];
  readonly licence: string;
  readonly network: Task['network'];
  /** Time limit of one trial. */
  readonly minutes: number;
  readonly parameters: Task['parameters'];
  /** Absolute. */
  readonly folder: string;
}

export function summarizeTask(task: Task, folder: string): TaskSummary {
  const { id, version, title, suite, domain, skills, tags, licence, network, parameters } = task;
  return {
    id,
    version,
    title,
    suite,
    domain,
    skills,
    tags,
    licence,
    network,
    minutes: task.limits.minutes,
    parameters,
    ...taskMetadata(task),
    folder,
  };
}
