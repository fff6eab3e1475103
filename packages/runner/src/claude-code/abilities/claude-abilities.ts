import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Abilities, Branch, CommandResult, FetchRequest, FetchResponse } from '@obey/process';
import { type Json, ObeyError } from '@obey/schema';
import type { Lane, ToolResult } from '../../scripted-model/lane.js';
import { laneMarker } from '../../scripted-model/messages-request.js';
import type { OpenLane } from '../../scripted-model/scripted-model.js';
import { readBashResult } from './bash-result.js';
import { fetchCommand } from './fetch-command.js';
import { readChunks } from './read-chunks.js';
import { shellQuote } from './shell-quote.js';

export interface ClaudeAbilitiesOptions {
  readonly workspace: string;
  /** Directory outside the workspace that takes the bodies of fetched pages. */
  readonly temporary: string;
  readonly fetchWith: { readonly curl: boolean; readonly node: string };
  readonly open: OpenLane;
  /** Numbers the fetched pages of all lanes. */
  readonly count: () => number;
}

const readLimit = 40_000;
const bashTimeoutMs = 600_000;

/**
 * Abilities that become tool calls of Claude Code: Read, Write, Bash, and Agent where work is delegated or branches
 * overlap. Contents are taken from disk, since the tools trim and shorten what they show.
 */
export class ClaudeAbilities implements Abilities {
  /** Modification time of each file as this agent last saw it; Write refuses a file that changed since. */
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly lane: Lane,
    private readonly options: ClaudeAbilitiesOptions,
  ) {}

  async read(path: string): Promise<string> {
    const file = this.absolute(path);
    const result = await this.readTool(file);
    if (result.failed) throw failure('Read', path, result);
    return readFile(file, 'utf8');
  }

  async write(path: string, content: string): Promise<void> {
    const file = this.absolute(path);
    const write = () => this.lane.call({ name: 'Write', input: { file_path: file, content } });
    if (existsSync(file) && this.seen.get(file) !== statSync(file).mtimeMs) await this.readTool(file);
    let result = await write();
    if (result.failed && /not been read|modified since read/.test(result.text)) {
      await this.readTool(file);
      result = await write();
    }
    if (result.failed) throw failure('Write', path, result);
    this.note(file);
  }

  async rename(from: string, to: string): Promise<void> {
    const target = this.absolute(to);
    const move = `mv -f -- ${shellQuote(this.inside(from))} ${shellQuote(this.inside(to))}`;
    const folder = dirname(target);
    const make = existsSync(folder) ? '' : `mkdir -p -- ${shellQuote(dirname(to))} && `;
    await this.must(`${make}${move}`, `Rename ${from}`);
    this.note(target);
  }

  async remove(path: string): Promise<void> {
    await this.must(`rm -- ${shellQuote(this.inside(path))}`, `Remove ${path}`);
  }

  async run(command: string): Promise<CommandResult> {
    // The shell keeps its directory from one call to the next.
    return this.bash(/\b(cd|pushd)\b/.test(command) ? `(${command})` : command, 'Run a command');
  }

  async fetch(url: string, request: FetchRequest = {}): Promise<FetchResponse> {
    const file = join(this.options.temporary, `page-${this.options.count()}`);
    const result = await this.bash(fetchCommand(url, request, file, this.options.fetchWith), `Fetch ${url}`);
    const status = Number(/^\s*(\d{3})\b/.exec(result.stdout)?.[1] ?? 0);
    if (result.exit !== 0 || status === 0) {
      throw new ObeyError('harness-failed', `cannot fetch ${url}: ${result.stdout.slice(0, 200)}`);
    }
    return { status, body: existsSync(file) ? await readFile(file, 'utf8') : '' };
  }

  async concurrently(branches: readonly Branch[]): Promise<void> {
    await Promise.all(branches.map(({ label, work }) => this.delegate(label, work)));
  }

  async delegate(label: string, work: (abilities: Abilities) => Promise<void>): Promise<void> {
    // Where agents may nest no deeper, the agent does the work itself.
    if (!this.lane.tools.has('Agent')) return work(this);
    const lane = this.options.open((own) => work(new ClaudeAbilities(own, this.options)), `Finished: ${label}.`);
    const result = await this.lane.call({
      name: 'Agent',
      input: {
        description: label,
        prompt: `Please take care of ${label}. ${laneMarker(lane.id)}`,
        subagent_type: 'general-purpose',
        run_in_background: false,
      },
    });
    if (result.failed) {
      const error = failure('Agent', label, result);
      lane.close(error);
      throw error;
    }
    const { failure: reason } = await lane.outcome;
    if (reason !== undefined) throw reason;
  }

  async say(text: string): Promise<void> {
    this.lane.say(text);
  }

  private async readTool(file: string): Promise<ToolResult> {
    const input = (extra: Record<string, Json>) => ({ name: 'Read', input: { file_path: file, ...extra } });
    let result = await this.lane.call(input({}));
    if (result.failed && /exceeds maximum/.test(result.text) && existsSync(file)) {
      for (const chunk of readChunks(await readFile(file, 'utf8'), readLimit))
        result = await this.lane.call(input(chunk));
    }
    if (!result.failed) this.note(file);
    return result;
  }

  private async bash(command: string, description: string): Promise<CommandResult> {
    const result = await this.lane.call({ name: 'Bash', input: { command, description, timeout: bashTimeoutMs } });
    const read = readBashResult(result);
    if (read === null) throw failure('Bash', command, result);
    return read;
  }

  private async must(command: string, description: string): Promise<void> {
    const { exit, stdout } = await this.bash(command, description);
    if (exit !== 0) throw new ObeyError('harness-failed', `\`${command}\` ended with ${exit}: ${stdout.slice(0, 200)}`);
  }

  private note(file: string): void {
    if (existsSync(file)) this.seen.set(file, statSync(file).mtimeMs);
  }

  private inside(path: string): string {
    this.absolute(path);
    return path;
  }

  private absolute(path: string): string {
    const file = resolve(this.options.workspace, path);
    if (!file.startsWith(this.options.workspace + sep)) {
      throw new ObeyError('solve-failed', `the path \`${path}\` leaves the workspace`);
    }
    return file;
  }
}

function failure(tool: string, about: string, { text }: ToolResult): ObeyError {
  return new ObeyError('harness-failed', `${tool} of ${about} failed: ${text.slice(0, 300)}`);
}
