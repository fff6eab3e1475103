import { renderArtifact } from '../../../artifact/render-artifact.js';
import type { Artifact } from '../../../model/artifact.js';
import type { Transcript } from '../../../model/transcript.js';
import { countTokens, countTranscriptTokens } from '../../../score/token-count.js';

/**
 * cl100k tokens of the source ÷ those of the artifact as the next cycle and the model that answers get it: labels, keys,
 * bullets and line breaks count, as does the placeholder of an empty artifact.
 */
export const renderedRatio = (source: Transcript, artifact: Artifact): number =>
  countTranscriptTokens(source) / Math.max(countTokens(renderArtifact(artifact)), 1);
