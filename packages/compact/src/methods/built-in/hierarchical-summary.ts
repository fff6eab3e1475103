import type { Turn } from '../../model/transcript.js';
import { transcriptText } from '../transcript-text.js';
import type { Compact } from './built-in-compactor.js';
import { chunkPrompt, mergePrompt, statePrompt } from './prompts.js';
import { readState } from './read-state.js';

/** Turns of a part. */
const chunkSize = 10;

/**
 * A summary of each ten turns, one of those summaries where there is more than one, and the state of the whole. Without any turn the profiles
 * 1.0.0 and 2.0.0 still ask for the summary of none, and do not count it among the calls; obey-1 does not ask.
 */
export const hierarchicalSummary: Compact = async ({ transcript, calls, profile, signal }) => {
  const chunks = inChunks(transcript.turns);
  const partials: string[] = [];
  for (const turns of chunks) {
    partials.push(await calls.askForText(chunkPrompt(transcriptText({ turns }), turns.length), signal));
  }
  const merges = chunks.length > 1 || (chunks.length === 0 && profile !== 'obey-1');
  const summary = merges ? await calls.askForText(mergePrompt(partials), signal) : (partials[0] ?? '');
  const reply = await calls.ask(statePrompt(transcriptText(transcript)), { json: true, signal });
  return {
    summary,
    ...readState(reply, profile),
    before: { chunks: chunks.length },
    calls: chunks.length + (chunks.length > 1 ? 1 : 0) + 1,
  };
};

function inChunks(turns: readonly Turn[]): (readonly Turn[])[] {
  const count = Math.ceil(turns.length / chunkSize);
  return Array.from({ length: count }, (_, index) => turns.slice(index * chunkSize, (index + 1) * chunkSize));
}
