import { cutSummary } from '../../artifact/parse-state.js';
import { emptyState } from '../../artifact/state-sections.js';
import type { Artifact } from '../../model/artifact.js';
import type { Compactor } from '../../model/method.js';
import type { ScorerVersion } from '../../model/scorer.js';
import type { Transcript } from '../../model/transcript.js';
import { carriedTurn } from '../carried-turn.js';
import { finishArtifact } from '../finish-artifact.js';
import { transcriptLines } from '../transcript-text.js';
import { fillArtifact, linesOf } from './fill-artifact.js';

/** Methods that set a scale; they call no model and are never ranked. */
export const controlNames = ['oracle', 'null', 'truncate-last-n'] as const;
export type ControlName = (typeof controlNames)[number];

export const controlVersion = '1.0.0';

/** Turns that `truncate-last-n` keeps. */
const lastTurns = 10;

/** What a control keeps of a conversation, given the lines that it kept of it in the cycle before. */
interface Kept {
  readonly lines: readonly string[];
  readonly ids: readonly number[];
}

/**
 * `oracle` keeps all, `null` nothing, `truncate-last-n` the last ten turns, each turn as the line `role: content`. The profiles 1.0.0 and 2.0.0
 * put the lines into the summary, cut at 8,000 code points. In `obey-1` a cycle sees no more than the last artifact and new
 * turns; there a control takes up the lines of its last artifact, and the oracle fills the lists when the summary is full.
 */
export function controlCompactor(name: ControlName, profile: ScorerVersion): Compactor {
  return {
    async compact(transcript, { previous }) {
      const kept = profile === 'obey-1' ? keptOn(name, transcript, previous) : keep(name, transcript);
      const filled = profile === 'obey-1' ? fillArtifact(kept.lines) : inSummary(kept.lines);
      const ids = new Set(kept.ids);
      return finishArtifact(profile, {
        ...filled,
        transcript: { turns: transcript.turns.filter(({ id }) => ids.has(id)) },
        metadata: { method: name, version: controlVersion, control: true },
      });
    },
  };
}

function keep(name: ControlName, transcript: Transcript): Kept {
  const turns = name === 'null' ? [] : name === 'oracle' ? transcript.turns : transcript.turns.slice(-lastTurns);
  return { lines: transcriptLines({ turns }), ids: turns.map(({ id }) => id) };
}

function keptOn(name: ControlName, transcript: Transcript, previous: Artifact | undefined): Kept {
  const carrier = carriedTurn(transcript, previous);
  if (name === 'null' || carrier === undefined || previous === undefined) return keep(name, transcript);
  const fresh = keep(name, { turns: transcript.turns.filter((turn) => turn !== carrier) });
  const before = linesOf(previous);
  const lines = name === 'oracle' ? [...before, ...fresh.lines] : [...before, ...fresh.lines].slice(-lastTurns);
  return { lines, ids: [carrier.id, ...fresh.ids] };
}

function inSummary(lines: readonly string[]) {
  return { summary: cutSummary(lines.join('\n')).summary, state: emptyState(), warnings: [] };
}
