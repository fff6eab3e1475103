import type { Artifact } from '../model/artifact.js';
import type { Transcript } from '../model/transcript.js';
import { countCl100k } from './cl100k.js';

/** In code units; the same turns are counted cycle after cycle, so remembering them saves most of the work. */
const remembered = 8_000_000;
const counts = new Map<string, number>();
let held = 0;

/** How many cl100k tokens a text has; remembers the texts it met lately. Special-token text counts as ordinary text. */
export function countTokens(text: string): number {
  if (text === '') return 0;
  const known = counts.get(text);
  if (known !== undefined) return known;
  const count = countCl100k(text);
  if (held + text.length > remembered) {
    counts.clear();
    held = 0;
  }
  counts.set(text, count);
  held += text.length;
  return count;
}

/** The sum over the turns' contents; roles are not counted. */
export function countTranscriptTokens(transcript: Transcript): number {
  return transcript.turns.reduce((sum, turn) => sum + countTokens(turn.content), 0);
}

/** Summary, the entries of the lists, and keys and values of the entities; no labels, no syntax, no metadata. */
export function countArtifactTokens({ summaryText, structured_state: state }: Artifact): number {
  const entries = [
    state.immutable_facts,
    state.locked_decisions,
    state.deferred_items,
    state.forbidden_behaviors,
    state.unresolved_items,
    [...state.entity_map].flat(),
  ];
  return entries.flat().reduce((sum, entry) => sum + countTokens(entry), countTokens(summaryText));
}

/** Tokens of what the method was given ÷ tokens of what it made of it (at least 1). */
export function compressionRatio(source: Transcript, artifact: Artifact): number {
  return countTranscriptTokens(source) / Math.max(countArtifactTokens(artifact), 1);
}
