/** A shell command that writes files, each whole, or adds to them. */
export function shellWrite(files: ReadonlyMap<string, string>, operator: '>' | '>>' = '>'): string {
  const commands = [...files].map(([path, content]) => {
    const folder = path.includes('/') ? `mkdir -p ${quoted(path.slice(0, path.lastIndexOf('/')))} && ` : '';
    return `${folder}printf '%s' ${quoted(content)} ${operator} ${quoted(path)}`;
  });
  return commands.join('\n');
}

/** A text as one word of a POSIX shell. */
export function quoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
