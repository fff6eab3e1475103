import { renderArtifact } from '../artifact/render-artifact.js';
import type { Artifact } from '../model/artifact.js';
import type { Transcript, Turn } from '../model/transcript.js';

/** The turn that carries the last cycle's artifact into this one, if one does. */
export function carriedTurn({ turns }: Transcript, previous: Artifact | undefined): Turn | undefined {
  if (previous === undefined) return undefined;
  const rendered = renderArtifact(previous);
  return turns.find(({ content }) => content.includes(rendered));
}
