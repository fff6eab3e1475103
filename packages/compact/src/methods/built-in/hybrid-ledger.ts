import type { Artifact } from '../../model/artifact.js';
import type { ScorerVersion } from '../../model/scorer.js';
import type { Transcript } from '../../model/transcript.js';
import { carriedTurn } from '../carried-turn.js';
import { mergeLedger } from '../ledger/merge-ledger.js';
import { numberedLedger } from '../ledger/numbered-ledger.js';
import { readSuperseded } from '../ledger/read-superseded.js';
import { reviseLedger } from '../ledger/revise-ledger.js';
import { transcriptText } from '../transcript-text.js';
import type { Compact } from './built-in-compactor.js';
import { headerPrompt, ledgerPrompt, revisingLedgerPrompt } from './prompts.js';
import { readState, replyObject } from './read-state.js';

/**
 * Two calls: what the segment states, merged into what was kept so far, and a header of two or three sentences. In the profiles 1.0.0 and
 * 2.0.0 the merge only adds; in obey-1 the model sees the ledger and names the entries that no longer hold.
 */
export const hybridLedger: Compact = async ({ transcript, calls, profile, previous, signal }) => {
  const text = transcriptText(transcript);
  const revises = profile === 'obey-1' && previous !== undefined;
  const ledger = revises ? numberedLedger(previous.structured_state) : undefined;
  const prompt =
    ledger === undefined
      ? ledgerPrompt(text)
      : revisingLedgerPrompt(transcriptText(since(transcript, previous)), ledger.text);
  const reply = await calls.ask(prompt, { json: true, signal });
  const { state: delta, warnings } = readState(reply, profile);
  const header = await calls.askForText(headerPrompt(text), signal);
  const after = { cycles_accumulated: cyclesBefore(previous, profile) + 1 };
  if (profile !== 'obey-1') {
    return { summary: header, state: mergeLedger(previous?.structured_state, delta), warnings, calls: 2, after };
  }
  const superseded = readSuperseded(replyObject(reply), ledger?.entries ?? []);
  const state = reviseLedger(previous?.structured_state, delta, superseded.entries);
  return { summary: header, state, warnings: [...warnings, ...superseded.warnings], calls: 2, after };
};

/** What was said since the last artifact: the ledger has the rest already. */
function since(transcript: Transcript, previous: Artifact | undefined): Transcript {
  const carrier = carriedTurn(transcript, previous);
  return { turns: transcript.turns.filter((turn) => turn !== carrier) };
}

/** A boolean counts as the integer that Python takes it for; in obey-1 nothing but an integer counts. */
function cyclesBefore(previous: Artifact | undefined, profile: ScorerVersion): number {
  const cycles = previous?.methodMetadata.cycles_accumulated;
  if (typeof cycles === 'number' && Number.isSafeInteger(cycles)) return cycles;
  return cycles === true && profile !== 'obey-1' ? 1 : 0;
}
