import { transcriptText } from '../transcript-text.js';
import type { Compact } from './built-in-compactor.js';
import { statePrompt } from './prompts.js';
import { readState } from './read-state.js';

/** One call: the six sections as JSON, and no summary. */
export const structuredState: Compact = async ({ transcript, calls, profile, signal }) => {
  const reply = await calls.ask(statePrompt(transcriptText(transcript)), { json: true, signal });
  return { summary: '', ...readState(reply, profile), calls: 1 };
};
