import { artifactLimits, stateLists } from '../artifact/artifact-limits.js';
import { requireArtifact } from '../artifact/parse-artifact.js';
import { cutSummary } from '../artifact/parse-state.js';
import { firstCodePoints, withoutLoneSurrogates } from '../json/code-points.js';
import type { Artifact, StructuredState } from '../model/artifact.js';
import type { ScorerVersion } from '../model/scorer.js';
import type { Transcript } from '../model/transcript.js';

export interface ArtifactParts {
  readonly summary: string;
  readonly state: StructuredState;
  readonly warnings: readonly string[];
  readonly transcript: Transcript;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * An artifact within its limits, or none: `1.0.0` refuses what does not fit, `2.0.0` cuts a summary that is too long, and `obey-1` cuts
 * whatever is too much, replaces half surrogate pairs, and warns of each.
 *
 * @throws ObeyError `solve-failed` in 1.0.0 and 2.0.0
 */
export function finishArtifact(version: ScorerVersion, parts: ArtifactParts): Artifact {
  const { metadata: methodMetadata, transcript } = parts;
  const fixed = { schemaVersion: '1.0.0', selectedSourceTurnIds: transcript.turns.map(({ id }) => id), methodMetadata };
  if (version === 'obey-1') return requireArtifact({ ...fixed, ...fitted(parts) });
  const { summary, warnings } =
    version === '1.0.0' ? { summary: parts.summary, warnings: [] } : cutSummary(parts.summary);
  return requireArtifact({
    ...fixed,
    summaryText: summary,
    structured_state: parts.state,
    warnings: [...parts.warnings, ...warnings],
  });
}

function fitted(parts: ArtifactParts): Pick<Artifact, 'summaryText' | 'structured_state' | 'warnings'> {
  const { summary, warnings: cut } = cutSummary(withoutLoneSurrogates(parts.summary));
  const warnings = [...parts.warnings, ...cut];
  const state = { ...parts.state };
  for (const name of stateLists) {
    const entries = parts.state[name].map(fittedEntry).filter((entry) => entry !== '');
    // The newest stay: they are the likeliest to hold.
    if (entries.length > artifactLimits.list) {
      warnings.push(
        `${name} holds ${entries.length} entries; the oldest ${entries.length - artifactLimits.list} are dropped`,
      );
    }
    state[name] = entries.slice(-artifactLimits.list);
  }
  state.entity_map = new Map(
    [...parts.state.entity_map]
      .map(([name, role]) => [fittedEntry(name), fittedEntry(role)] as const)
      .filter(([, role]) => role !== ''),
  );
  return { summaryText: summary, structured_state: state, warnings: fittedWarnings(warnings) };
}

const fittedEntry = (text: string): string => firstCodePoints(withoutLoneSurrogates(text), artifactLimits.entry);

function fittedWarnings(warnings: readonly string[]): string[] {
  const all = warnings.map(fittedEntry).filter((text) => text !== '');
  const { warnings: most } = artifactLimits;
  return all.length <= most ? all : [...all.slice(0, most - 1), `${all.length - most + 1} more warnings`];
}
