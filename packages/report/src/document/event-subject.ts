import type { TraceEvent } from '@obey/schema';

/** What an event is about: the path of a page or a file, taken apart. */
export interface Subject {
  readonly path: string;
  /** The last segment without its extension: `ohio` of `work/states/ohio.json`. */
  readonly stem: string;
  /** What such paths share: `work/states/*.json`; null at the root, where files are no siblings. */
  readonly family: string | null;
}

// A command's words that look like paths or addresses; enough of it to name one item.
const pathWord = /(?:[a-z]+:\/\/[^/\s'"]+)?[\w.~-]*(?:\/[\w.~%-]+)+/gi;
const longestCommand = 2000;

/** The path that an event is about; null when it names none, or several with different stems. */
export function subjectOf(event: TraceEvent): Subject | null {
  if (event.kind === 'request' || event.kind === 'file') return subjectOfPath(event.path);
  if (event.kind !== 'tool') return null;
  const named = [...(event.writes ?? []), ...(event.reads ?? [])];
  const paths = named.length > 0 ? named : pathsOfInput(event.input);
  const subjects = paths.map(subjectOfPath);
  const [first] = subjects;
  return first !== undefined && subjects.every(({ stem }) => stem === first.stem) ? first : null;
}

function subjectOfPath(path: string): Subject {
  const segments = path.split('/');
  const last = segments.pop() ?? '';
  const dot = last.lastIndexOf('.');
  const stem = dot > 0 ? last.slice(0, dot) : last;
  const folder = segments.join('/');
  return { path, stem, family: folder === '' ? null : `${folder}/*${dot > 0 ? last.slice(dot) : ''}` };
}

function pathsOfInput(input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return [];
  for (const field of ['file_path', 'path', 'url']) {
    const value: unknown = Reflect.get(input, field);
    if (typeof value === 'string') return [value.replace(/[?#].*$/, '')];
  }
  const command: unknown = Reflect.get(input, 'command');
  if (typeof command !== 'string') return [];
  return Array.from(command.slice(0, longestCommand).matchAll(pathWord), ([word]) => word.replace(/^[a-z]+:\/\//i, ''));
}
