import { emptyState } from '../../artifact/state-sections.js';
import type { Artifact, StructuredState } from '../../model/artifact.js';
import type { Transcript, Turn } from '../../model/transcript.js';

/** Turns of these contents, users and assistants by turns, from `firstId`. */
export function conversation(contents: readonly string[], firstId = 0): Transcript {
  return {
    turns: contents.map(
      (content, index): Turn => ({
        id: firstId + index,
        role: index % 2 === 0 ? 'user' : 'assistant',
        content,
        tags: [],
      }),
    ),
  };
}

/** An artifact of no more than this. */
export function artifactOf(summaryText: string, state: Partial<StructuredState> = {}): Artifact {
  return {
    schemaVersion: '1.0.0',
    summaryText,
    structured_state: { ...emptyState(), ...state },
    selectedSourceTurnIds: [],
    warnings: [],
    methodMetadata: {},
  };
}
