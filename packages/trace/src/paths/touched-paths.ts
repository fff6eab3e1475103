import type { Json, ToolEvent } from '@obey/schema';
import type { NamedPaths } from './named-paths.js';
import { shellPaths } from './shell-paths.js';
import { type PathBase, workspacePath } from './workspace-path.js';

const pathKeys = ['file_path', 'notebook_path', 'path', 'filePath', 'filename', 'file', 'uri'];
const writingName = /write|edit|create|save|append|put|move|rename|update/i;

const textOf = (input: Json, keys: readonly string[]): string | undefined => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
  for (const key of keys) {
    const value = input[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
};

/** The workspace paths that a tool call names as its input (`reads`) and writes. */
export const touchedPaths = (event: Pick<ToolEvent, 'what' | 'name' | 'input'>, base: PathBase): NamedPaths => {
  const { what, name, input } = event;
  if (what === 'shell') {
    const command = textOf(input, ['command', 'cmd', 'script']);
    return command === undefined ? { reads: [], writes: [] } : shellPaths(command, base);
  }
  const named = textOf(input, pathKeys)?.replace(/^file:\/\//, '');
  if (named === undefined || named.includes('://') || named.includes('\0')) return { reads: [], writes: [] };
  const path = workspacePath(named, base);
  if (what === 'write' || what === 'edit') return { reads: [], writes: [path] };
  if (what === 'read' || what === 'search') return { reads: [path], writes: [] };
  if (what !== 'mcp' && what !== 'other') return { reads: [], writes: [] };
  return writingName.test(name) ? { reads: [], writes: [path] } : { reads: [path], writes: [] };
};
