import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AskModel } from '@obey/catalog';
import type { CommandContext } from './command-context.js';

const defaultModel = 'claude-sonnet-5';
const mostTokens = 8_000;

export interface ModelOptions {
  readonly model?: string;
  readonly harness?: string;
}

/**
 * Who may be asked: a harness that was named, else the Messages API where a key is in the environment; undefined where nobody
 * is. @throws ObeyError `usage` for another harness, or a model without a key
 */
export async function modelToAsk(options: ModelOptions, context: CommandContext): Promise<AskModel | undefined> {
  const { ObeyError } = await import('@obey/schema');
  const key = context.environment.ANTHROPIC_API_KEY;
  if (options.harness !== undefined) {
    if (options.harness === 'claude-code') return askClaudeCode(options.model, context);
    throw new ObeyError('usage', `\`${options.harness}\` cannot be asked`, { hint: 'write --harness claude-code' });
  }
  if (key !== undefined && key !== '') return askMessages(key, options.model ?? defaultModel, context);
  if (options.model === undefined) return undefined;
  throw new ObeyError('usage', 'a model needs a key in ANTHROPIC_API_KEY, or --harness claude-code');
}

function askMessages(apiKey: string, model: string, { environment, signal }: CommandContext): AskModel {
  return async (turns) => {
    const [{ default: Anthropic }, { ObeyError }] = await Promise.all([
      import('@anthropic-ai/sdk'),
      import('@obey/schema'),
    ]);
    const baseURL = environment.ANTHROPIC_BASE_URL;
    const client = new Anthropic({ apiKey, ...(baseURL === undefined ? {} : { baseURL }) });
    const messages = turns.map(({ role, text }) => ({ role, content: text }));
    try {
      const answer = await client.messages.create({ model, max_tokens: mostTokens, messages }, { signal });
      return answer.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
    } catch (cause) {
      if (signal.aborted) throw new ObeyError('interrupted', 'the model was interrupted; nothing was written');
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ObeyError('infrastructure', `the model ${model} did not answer: ${reason}`, { cause });
    }
  };
}

/** The installed CLI, asked once per turn, in an empty directory, with the whole conversation as its prompt. */
function askClaudeCode(model: string | undefined, { environment, signal }: CommandContext): AskModel {
  return async (turns) => {
    const directory = await mkdtemp(join(tmpdir(), 'obey-draft-'));
    const prompt = turns.map(({ role, text }) => (role === 'user' ? text : `You answered:\n${text}`)).join('\n\n');
    const args = ['-p', '--output-format', 'text', ...(model === undefined ? [] : ['--model', model])];
    try {
      return await output('claude', args, prompt, { cwd: directory, env: { ...environment }, signal });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  };
}

async function output(
  program: string,
  args: readonly string[],
  input: string,
  options: { cwd: string; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<string> {
  const { ObeyError } = await import('@obey/schema');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'ignore'] });
    let text = '';
    const failed = (reason: string, cause?: unknown) =>
      reject(new ObeyError('harness-failed', `\`${program}\` did not answer: ${reason}`, { cause }));
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    child.on('error', (cause) => failed(cause.message, cause));
    child.on('close', (code) => (code === 0 ? resolve(text) : failed(`it ended with ${code}`)));
    // One that ends without reading says so by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
