import type { Transcript } from '../model/transcript.js';

/** A conversation for a prompt: `ROLE: content`, a blank line between turns. */
export function transcriptText({ turns }: Transcript): string {
  return turns.map(({ role, content }) => `${role.toUpperCase()}: ${content}`).join('\n\n');
}

/** A conversation as the controls keep it: `role: content`, one line after the other. */
export function transcriptLines({ turns }: Transcript): string[] {
  return turns.map(({ role, content }) => `${role}: ${content}`);
}
