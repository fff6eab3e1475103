import path from 'node:path';
import type { Node, Position } from '@obey/process';
import { type ErrorPlace, ObeyError } from '@obey/schema';
import type { LoadedTask } from '../loaded-task.js';
import type { ValidationIssue } from './validation-issue.js';

type About = Node | Position | string;

/** Collects issues; what is found at several levels and seeds alike is kept once, with the first of them. */
export class Findings {
  readonly #task: LoadedTask;
  readonly #issues = new Map<string, ValidationIssue>();
  #where = '';

  constructor(task: LoadedTask) {
    this.#task = task;
  }

  /** What is added next was found on this instance. */
  on(where: string): void {
    this.#where = where;
  }

  error(about: About, message: string, hint?: string): void {
    this.#add('error', placeOf(about), message, hint);
  }

  warning(about: About, message: string, hint?: string): void {
    this.#add('warning', placeOf(about), message, hint);
  }

  /** Takes over an error of ours, about `file` where it names none; others are thrown on. */
  caught(error: unknown, file: string): void {
    if (!ObeyError.isInstance(error)) throw error;
    this.#add('error', { file, ...error.at }, error.message, error.hint);
  }

  get issues(): ValidationIssue[] {
    const rank = ({ severity }: ValidationIssue): number => (severity === 'error' ? 0 : 1);
    return [...this.#issues.values()].toSorted(
      (a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  }

  #add(severity: ValidationIssue['severity'], place: ErrorPlace, message: string, hint?: string): void {
    const key = JSON.stringify([severity, place, message]);
    if (this.#issues.has(key)) return;
    this.#issues.set(key, {
      severity,
      ...place,
      file: path.resolve(this.#task.folder, place.file ?? 'task.yaml'),
      message: this.#where === '' ? message : `${this.#where}: ${message}`,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

function placeOf(about: About): ErrorPlace {
  if (typeof about === 'string') return { file: about };
  const { line, column } = 'at' in about ? about.at : about;
  return { line, column };
}
