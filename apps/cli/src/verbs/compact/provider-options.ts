import { basename, resolve } from 'node:path';
import type { CompactionRun, Environment } from '@obey/compact';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';
import { wholeNumber } from '../../verb-options.js';

/** What a verb is told of the provider that it asks. */
export interface ProviderFlags {
  readonly provider: string;
  readonly model?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  readonly cache?: string;
}

/** The options that name a model. */
export const withModelOptions = (command: Command): Command =>
  command
    .option('--provider <provider>', 'mock, mock:reader, or one of obey compact providers list', 'mock')
    .option('--model <model>', 'the model to ask (default: that of the mock)');

/** The options of every verb that asks a provider. */
export const withProviderOptions = (command: Command): Command =>
  withModelOptions(command)
    .option('--timeout <seconds>', 'of one request; another is tried then', wholeNumber(1))
    .option('--requests-per-minute <n>', 'send no more than these', wholeNumber(1))
    .option('--tokens-per-minute <n>', 'send no more than these, about', wholeNumber(1))
    .option('--cache <folder>', 'keep answers there, and ask nothing twice');

/**
 * The provider that is meant, its model, and whether it is where it usually is.
 *
 * @throws ObeyError `usage` where a model is missing, and what `createProvider` throws
 */
export async function compactProvider(
  flags: ProviderFlags,
  environment: Environment,
  context: CommandContext,
): Promise<Pick<CompactionRun, 'provider' | 'model' | 'endpoint'>> {
  const { createProvider, endpointKind, listedModels, readArtifact } = await import('@obey/compact');
  const { ObeyError } = await import('@obey/schema');
  const { cache, model = mockModel(flags.provider), requestsPerMinute, timeout, tokensPerMinute } = flags;
  const answers = /^mock:(.+\.json)$/.exec(flags.provider)?.[1];
  const spec = answers === undefined ? flags.provider : `mock:${resolve(context.directory, answers)}`;
  const provider = createProvider(spec, {
    environment,
    reader: readArtifact,
    signal: context.signal,
    ...(timeout === undefined ? {} : { retry: { requestMs: timeout * 1_000 } }),
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
    ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
    ...(cache === undefined ? {} : { cacheFolder: resolve(context.directory, cache) }),
  });
  if (model === undefined) {
    const some = listedModels(flags.provider);
    const hint = some.length === 0 ? {} : { hint: `such as ${some.join(', ')}` };
    throw new ObeyError('usage', `${flags.provider} needs --model`, hint);
  }
  return { provider, model, endpoint: endpointKind(spec, environment) };
}

/** The mocks tell themselves apart by the name of their model: results of `mock` and of its reader are not the same thing. */
function mockModel(provider: string): string | undefined {
  if (provider === 'mock') return 'mock-deterministic';
  return provider.startsWith('mock:') ? basename(provider.slice('mock:'.length)) : undefined;
}
