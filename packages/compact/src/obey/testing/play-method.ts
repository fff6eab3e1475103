import type { Level } from '@obey/schema';
import { hardenedFence } from '../../artifact/fence.js';
import { resolveMethod } from '../../methods/resolve-method.js';
import { createReaderProvider } from '../../providers/mock/reader-provider.js';
import { scriptCase } from '../../run/case-script.js';
import { type PlayedCase, playCase } from '../../run/play-case.js';
import { readYamlSource } from '../../template/yaml-source.js';
import type { ObeyTemplate } from '../dialect/obey-template.js';
import { readArtifact } from '../reader/read-artifact.js';
import { obey1Profile } from '../score/obey1-profile.js';

const source = readYamlSource('template: {}');

/** One case of three cycles played as `obey compact run` plays it, with the reader as the model, scored by obey-1. */
export async function playMethod(key: string, template: ObeyTemplate, level: Level, seed: bigint): Promise<PlayedCase> {
  const method = await resolveMethod(`built-in:${key}`, { profile: 'obey-1', folder: '.' });
  const script = scriptCase({ dialect: 'obey-1', template, source }, seed, level, 2);
  return playCase(script, {
    profile: obey1Profile,
    carry: 'artifact',
    provider: createReaderProvider(readArtifact),
    model: 'reader',
    compactor: (provider) => method.create({ provider, model: 'reader' }),
    fence: () => hardenedFence('0123456789abcdef'),
    now: () => 0,
  });
}
