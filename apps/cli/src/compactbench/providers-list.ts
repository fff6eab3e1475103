import type { ListedProvider } from '@obey/compact';
import type { Command } from 'commander';
import { type CommandContext, printLines } from '../command-context.js';
import { addCommand } from './add-command.js';
import { boxTable, tableWidth } from './box-table.js';

/** `compactbench providers list`. */
export function providersListCommand(group: Command, context: CommandContext): void {
  addCommand(group, context, {
    name: 'list',
    description: 'list the providers and what each takes',
    action: () => list(context),
  });
}

async function list(context: CommandContext): Promise<void> {
  const { listProviders } = await import('@obey/compact');
  const rows = listProviders(context.environment).map((provider) => [provider.key, noteOf(provider)]);
  const columns = [{ head: 'Key' }, { head: 'Notes' }];
  await printLines(context, await boxTable({ title: 'Model providers', columns, rows }, tableWidth(context)));
}

function noteOf({ key, variable }: ListedProvider): string {
  if (key === 'mock') return 'asks nobody and always answers nothing; mock:reader answers from the artifact';
  if (key === 'ollama') return 'COMPACTBENCH_OLLAMA_BASE_URL, where it is not at http://localhost:11434';
  if (key === 'openai') return `${variable}; for a server of your own COMPACTBENCH_OPENAI_BASE_URL`;
  return `${variable}`;
}
