import { moduleFacts } from './module-facts.js';
import { resolveModule } from './module-graph.js';

/**
 * The public API of a package: every name that its entry exports, with the signature of what it stands for as text, whichever
 * module declares it. Bodies, comments, private members and white space are left out, so that only what a caller sees counts.
 * What comes from a package or from nowhere is `unknown`.
 *
 * @throws SyntaxError when a module that the entry reaches does not parse
 */
export function publicApi(files: Readonly<Record<string, string>>, entry: string): Record<string, string> {
  const known = new Set(Object.keys(files));
  const exportsIn = (path: string) => moduleFacts(files[path] ?? '');

  const signature = (path: string, name: string, seen: ReadonlySet<string>): string | undefined => {
    const step = `${path}\n${name}`;
    if (seen.has(step)) return undefined;
    const { own, passed, all } = exportsIn(path);
    const here = Object.hasOwn(own, name) ? own[name] : undefined;
    if (here !== undefined) return here;
    const within = new Set([...seen, step]);
    const from = Object.hasOwn(passed, name) ? passed[name] : undefined;
    if (from !== undefined) {
      const target = resolveModule(path, from.specifier, known);
      return target === undefined ? 'unknown' : (signature(target, from.name, within) ?? 'unknown');
    }
    for (const specifier of all) {
      const target = resolveModule(path, specifier, known);
      const found = target === undefined || name === 'default' ? undefined : signature(target, name, within);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const namesOf = (path: string, seen: ReadonlySet<string>): string[] => {
    if (seen.has(path)) return [];
    const { own, passed, all } = exportsIn(path);
    const inner = all.flatMap((specifier) => {
      const target = resolveModule(path, specifier, known);
      return target === undefined ? [] : namesOf(target, new Set([...seen, path])).filter((name) => name !== 'default');
    });
    return [...Object.keys(own), ...Object.keys(passed), ...inner];
  };

  const names = [...new Set(namesOf(entry, new Set()))].sort();
  return Object.fromEntries(names.map((name) => [name, signature(entry, name, new Set()) ?? 'unknown']));
}
