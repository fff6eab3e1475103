/** What is wrong with a path of an input file; undefined when it is relative, inside the workspace and plain everywhere. */
export function workspacePathProblem(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (/^[/\\]|^[a-zA-Z]:/.test(path)) return 'must be relative to the workspace';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\\\u0000-\u001f\u007f]/.test(path)) return 'must not contain backslashes or control characters';
  const segments = path.split('/');
  if (segments.includes('..')) return 'must stay inside the workspace';
  if (segments.some((segment) => segment === '' || segment === '.'))
    return 'must be written without `.` and empty parts';
  return undefined;
}
