import {
  bundledSuites,
  createProvider,
  fenceOf,
  loadAnySuite,
  obey1Profile,
  playCase,
  readArtifact,
  resolveMethod,
  scriptCase,
  suiteFolder,
} from '@obey/compact';

/** Plays one easy case of each template of `starter` with a method, through two compactions, and gives the mean score. */
export async function scoreOf(spec: string): Promise<number> {
  const method = await resolveMethod(spec, { profile: 'obey-1', folder: '.' });
  const { files } = loadAnySuite(suiteFolder(bundledSuites(), 'starter'));
  let total = 0;
  for (const file of files) {
    const { result } = await playCase(scriptCase(file, 7n, 'easy', 1), {
      profile: obey1Profile,
      carry: 'artifact',
      // Answers from the artifact alone, by rules; put a model's provider in its place.
      provider: createProvider('mock:reader', { environment: {}, reader: readArtifact }),
      model: 'reader',
      compactor: (provider) => method.create({ provider, model: 'reader' }),
      fence: fenceOf,
      now: () => performance.now(),
    });
    total += result.case_score;
  }
  return total / files.length;
}
