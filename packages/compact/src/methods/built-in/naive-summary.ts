import { emptyState } from '../../artifact/state-sections.js';
import { transcriptText } from '../transcript-text.js';
import type { Compact } from './built-in-compactor.js';
import { summaryPrompt } from './prompts.js';

/** One call: a summary in prose. */
export const naiveSummary: Compact = async ({ transcript, calls, signal }) => ({
  summary: await calls.askForText(summaryPrompt(transcriptText(transcript)), signal),
  state: emptyState(),
  warnings: [],
  calls: 1,
});
