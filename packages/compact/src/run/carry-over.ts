import { renderArtifact } from '../artifact/render-artifact.js';
import type { Artifact } from '../model/artifact.js';
import type { Transcript, Turn } from '../model/transcript.js';

/** What the next cycle of a case is compacted from: everything that was ever said, or the last artifact and what was said since. */
export const carryOvers = ['transcript', 'artifact'] as const;
export type CarryOver = (typeof carryOvers)[number];

/** An artifact and what was said since, as a conversation: the artifact is its first turn, the ids go on. */
export function carriedOver(artifact: Artifact, added: readonly Turn[]): Transcript {
  const id = (added[0]?.id ?? 1) - 1;
  const content = `Summary of the conversation so far:\n\n${renderArtifact(artifact)}`;
  return { turns: [{ id, role: 'system', content, tags: [] }, ...added] };
}

/** A transcript without the tags that its template's author gave it, which are an answer key. */
export function withoutTags({ turns }: Transcript): Transcript {
  return { turns: turns.map((turn) => ({ ...turn, tags: [] })) };
}
