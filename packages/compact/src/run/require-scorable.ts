import { ObeyError } from '@obey/schema';
import { requireArtifact } from '../artifact/parse-artifact.js';
import type { ScorerProfile } from '../model/scorer.js';
import { ScoringError } from '../score/scoring-error.js';
import type { CaseScript } from './case-script.js';

/**
 * Sees, before a model is asked, that a profile can read every check that cases have; one case stands for all of its template.
 *
 * @throws ObeyError `template-invalid` naming the template
 */
export function requireScorable(scripts: readonly CaseScript[], profile: ScorerProfile): void {
  const seen = new Set<string>();
  const artifact = requireArtifact({});
  for (const { case: made, cycles } of scripts) {
    if (seen.has(made.template_key)) continue;
    seen.add(made.template_key);
    for (const [cycle, { asked }] of cycles.entries()) {
      try {
        profile.scoreCycle({ case: asked, cycle, responses: new Map(), artifact, source: { turns: [] } });
      } catch (cause) {
        if (!(cause instanceof ScoringError)) throw cause;
        throw new ObeyError(
          'template-invalid',
          `the scorer ${profile.version} cannot score ${made.template_key}: ${cause.message}`,
          { cause, hint: 'choose another scorer, or another suite' },
        );
      }
    }
  }
}
