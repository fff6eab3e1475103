import type { toolKinds } from '@obey/schema';

type ToolKind = (typeof toolKinds)[number];

const kinds = new Map<string, ToolKind>([
  ...['Bash', 'PowerShell', 'REPL'].map((name) => [name, 'shell'] as const),
  ...['Read', 'NotebookRead'].map((name) => [name, 'read'] as const),
  ['Write', 'write'],
  ...['Edit', 'MultiEdit', 'NotebookEdit'].map((name) => [name, 'edit'] as const),
  ...['Grep', 'Glob', 'LS', 'WebSearch'].map((name) => [name, 'search'] as const),
  ['WebFetch', 'fetch'],
  ...['Agent', 'Task'].map((name) => [name, 'delegate'] as const),
  ...['TodoWrite', 'TodoRead', 'TaskCreate', 'TaskUpdate', 'TaskGet', 'TaskList', 'EnterPlanMode', 'ExitPlanMode'].map(
    (name) => [name, 'plan'] as const,
  ),
]);

/** What a tool of Claude Code is for, by its name. */
export const toolKind = (name: string): ToolKind => kinds.get(name) ?? (name.startsWith('mcp__') ? 'mcp' : 'other');
