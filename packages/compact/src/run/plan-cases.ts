import { caseNamespace, deriveCaseSeed } from '../generate/derive-seed.js';
import type { Suite } from '../template/load-suite.js';
import type { AnyTemplate } from './any-suite.js';
import { type CaseScript, scriptCase } from './case-script.js';
import type { RunSettings } from './run-settings.js';

/**
 * The cases of a run, template by template. The seeds hang on suite, template, their versions, and the seed group.
 *
 * @throws GenerationError where a template lacks the level
 */
export function planCases(suite: Suite<AnyTemplate>, settings: RunSettings): CaseScript[] {
  return suite.files.flatMap((file) => {
    const namespace = caseNamespace(suite, file.template);
    return Array.from({ length: settings.caseCount }, (_, slot) =>
      scriptCase(file, deriveCaseSeed(namespace, settings.seedGroup, slot), settings.difficulty, settings.driftCycles),
    );
  });
}
