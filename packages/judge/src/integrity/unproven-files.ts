import type { Matcher, Process, StepNode, Template } from '@obey/process';
import type { Unit } from '@obey/schema';
import type { LastVersion } from './trace-observer.js';

export interface UnprovenFiles {
  readonly step: string;
  /** Items whose page was never served although a file claims to come from it. */
  readonly items: readonly string[];
  readonly cites: readonly number[];
}

export interface UnprovenFilesInput {
  readonly process: Process;
  readonly units: readonly Unit[];
  /** Last version of each path. */
  readonly versions: ReadonlyMap<string, LastVersion>;
  /** Items whose page was served. */
  readonly served: ReadonlySet<string>;
  readonly token: (item: string) => string;
  readonly content: (sha256: string) => string | undefined;
}

const writtenPaths = (matcher: Matcher): Template[] => {
  if (matcher.type === 'anyOf' || matcher.type === 'allOf') return matcher.of.flatMap(writtenPaths);
  return matcher.type === 'wrote' ? [matcher.path] : [];
};

function tokenIn(text: string | undefined, field: string): unknown {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Steps that ask for proof and whose files were written for items that nobody read: results from nothing. A file without its
 * token whose page was served is a matter of completeness alone.
 */
export function unprovenFiles({
  process,
  units,
  versions,
  served,
  token,
  content,
}: UnprovenFilesInput): UnprovenFiles[] {
  const found: UnprovenFiles[] = [];
  for (const step of process.steps.values()) {
    if (step.proof === undefined) continue;
    const due = units.filter((unit) => unit.step === step.step && unit.group === step.id && unit.observable);
    const unread = due.filter((unit) => unit.credit === 0 && !served.has(unit.item));
    if (unread.length === 0) continue;
    const valid = new Set<unknown>([...due.map(({ item }) => item), ...served].map(token));
    const cites = filesOf(step, versions)
      .filter(
        ({ sha256 }) =>
          !valid.has(tokenIn(sha256 === undefined ? undefined : content(sha256), step.proof?.token ?? '')),
      )
      .map(({ seq }) => seq);
    if (cites.length === 0) continue;
    found.push({ step: step.step, items: unread.map(({ item }) => item), cites: cites.sort((a, b) => a - b) });
  }
  return found;
}

function filesOf(step: StepNode, versions: ReadonlyMap<string, LastVersion>): LastVersion[] {
  const paths = writtenPaths(step.done);
  return [...versions]
    .filter(([path]) => paths.some((template) => template.capture(path) !== null))
    .map(([, last]) => last);
}
