import { readFileSync } from 'node:fs';
import type { CommandResult } from '@obey/process';
import type { ToolResult } from '../../scripted-model/lane.js';

const silence = '(Bash completed with no output)';
const persisted = /^<persisted-output>[\s\S]*?Full output saved to: (?<file>[^\n]+)\n/;

/** Reads the result of a Bash call back into a command's; the tool gives both streams as one text. Null when it never ran. */
export function readBashResult({ text, failed }: ToolResult): CommandResult | null {
  if (!failed) return { exit: 0, stdout: text === silence ? '' : whole(text), stderr: '' };
  const match = /^(?:Error: )?Exit code (?<exit>\d+)\n?(?<rest>[\s\S]*)$/.exec(text);
  if (match?.groups === undefined) return null;
  const { exit, rest = '' } = match.groups;
  return { exit: Number(exit), stdout: whole(rest), stderr: '' };
}

/** Long outputs are shown as a preview and kept in a file. */
function whole(text: string): string {
  const file = persisted.exec(text)?.groups?.file;
  return file === undefined ? text : readFileSync(file, 'utf8');
}
