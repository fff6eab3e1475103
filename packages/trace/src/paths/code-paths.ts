import type { NamedPaths } from './named-paths.js';

const literal = /(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/g;
const pathLike = /^[\w.@~+*-]*(?:\/[\w.@~+*-]+)+$|^[\w@~+-][\w.@~+-]*\.[A-Za-z]\w{0,7}$/;
const writeCall =
  /(?:writeFile|appendFile|createWriteStream|outputFile|write_text|write_bytes|to_csv|to_json|File\.write)\w*\(\s*$/;
const openCall = /\bopen\(\s*[a-z]{0,2}$/;
const writeMode = /^\s*,\s*(?:mode\s*=\s*)?(["'])[rb]*[wax+]/;
const writeMethod = /^\s*\)\s*\.\s*(?:write_|open\(\s*["'][wax])/;
/** `${…}` and `{…}`: what is filled in reads `*`. */
const hole = /\$?\{[^{}]*\}/g;

/** Paths that stand in a piece of code as string literals: those it seems to write, and all others. */
export const codePaths = (code: string): NamedPaths => {
  const reads: string[] = [];
  const writes: string[] = [];
  for (const match of code.matchAll(literal)) {
    const path = (match[2] ?? '').replace(hole, '*');
    if (path.includes('://') || !pathLike.test(path)) continue;
    const before = code.slice(Math.max(0, match.index - 60), match.index);
    const after = code.slice(match.index + match[0].length, match.index + match[0].length + 40);
    const written =
      writeCall.test(before) || (openCall.test(before) && writeMode.test(after)) || writeMethod.test(after);
    (written ? writes : reads).push(path);
  }
  return { reads, writes };
};
