import type { Json, ToolEvent } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { touchedPaths } from './touched-paths.js';
import { workspacePath } from './workspace-path.js';

const base = { root: '/home/agent/w', cwd: '/home/agent/w/sub' };

describe('touchedPaths', () => {
  it.each<[ToolEvent['what'], string, Json, string[], string[]]>([
    ['read', 'Read', { file_path: '/home/agent/w/a.txt' }, ['a.txt'], []],
    ['read', 'Read', { file_path: 'a.txt' }, ['sub/a.txt'], []],
    ['write', 'Write', { file_path: '/home/agent/w/a.txt', content: 'see b.txt' }, [], ['a.txt']],
    ['edit', 'NotebookEdit', { notebook_path: 'n.ipynb' }, [], ['sub/n.ipynb']],
    ['search', 'Grep', { pattern: 'x.txt', path: '/home/agent/w/src' }, ['src'], []],
    ['search', 'WebSearch', { query: 'x' }, [], []],
    ['mcp', 'mcp__fs__read_file', { path: '../b.txt' }, ['b.txt'], []],
    ['mcp', 'mcp__fs__write_file', { path: 'b.txt' }, [], ['sub/b.txt']],
    ['mcp', 'mcp__web__get', { uri: 'https://example.org/a' }, [], []],
    ['other', 'LSP', { uri: 'file:///home/agent/w/c.ts' }, ['c.ts'], []],
    ['delegate', 'Agent', { prompt: 'read a.txt', path: 'a.txt' }, [], []],
    ['shell', 'Bash', { command: 'cat a.txt > ../b.txt' }, ['sub/a.txt'], ['b.txt']],
    ['shell', 'Bash', 'not an object', [], []],
    ['read', 'Read', { file_path: 7 }, [], []],
  ])('%s %s %j', (what, name, input, reads, writes) => {
    expect(touchedPaths({ what, name, input }, base)).toEqual({ reads, writes });
  });
});

describe('workspacePath', () => {
  it.each([
    ['a', '/w', '/w', 'a'],
    ['./a//b/../c', '/w', '/w', 'a/c'],
    ['..', '/w', '/w/sub', '.'],
    ['../../etc/hosts', '/w', '/w', '/etc/hosts'],
    ['/wide/a', '/w', '/w', '/wide/a'],
    ['/a', '/', '/', 'a'],
    ['sub\\a.txt', 'C:\\w', 'C:\\w', 'sub/a.txt'],
  ])('%s in %s from %s is %s', (path, root, cwd, expected) => {
    expect(workspacePath(path, { root, cwd })).toBe(expected);
  });
});
