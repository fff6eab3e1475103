import picomatch from 'picomatch';

/** Never recorded, in any workspace. */
const always = ['**/node_modules', '**/node_modules/**', '**/.git/objects', '**/.git/objects/**'];

/** A test for the workspace paths (with `/`) that are not recorded: what the globs match, node_modules and .git objects. */
export const ignoredPaths = (globs: readonly string[]): ((path: string) => boolean) =>
  picomatch([...always, ...globs], { dot: true });
