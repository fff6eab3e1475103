import { artifactDigest, textDigest } from '../artifact/artifact-json.js';
import type { Artifact } from '../model/artifact.js';
import type { RecordedCall } from '../providers/recording-provider.js';
import type { AddedTurn, CaseEvidence, CycleEvidence } from './obey-extension.js';

export interface PlayedCycle {
  readonly cycle: number;
  readonly addedTurns: readonly AddedTurn[];
  readonly artifact: Artifact;
  /** Answers by item key, in the order of the items. */
  readonly responses: ReadonlyMap<string, string>;
  /** What the method asked its provider in this cycle. */
  readonly methodCalls?: readonly RecordedCall[];
}

/**
 * What a case's scores were made from, with its digests. `caseText` is the case's compact JSON text, `models` are those that
 * answered, as they name themselves.
 */
export function caseEvidence(
  caseText: string,
  cycles: readonly PlayedCycle[],
  models: readonly string[] = [],
): CaseEvidence {
  return { case_sha256: textDigest(caseText), models: [...models], cycles: cycles.map(cycleEvidence) };
}

function cycleEvidence({ cycle, addedTurns, artifact, responses, methodCalls = [] }: PlayedCycle): CycleEvidence {
  return {
    cycle_number: cycle,
    added_turns: addedTurns.map(({ role, content }) => ({ role, content })),
    method_calls: methodCalls.map(({ requestHash, responseHash, completion }) => ({
      request_sha256: requestHash,
      text: completion.text,
      sha256: responseHash,
    })),
    artifact,
    artifact_sha256: artifactDigest(artifact),
    responses: [...responses].map(([item_key, text]) => ({ item_key, text, sha256: textDigest(text) })),
  };
}

/** Where the evidence of one cycle does not fit its digests: one line each. */
export function digestFaults(evidence: CycleEvidence): string[] {
  const faults = evidence.responses
    .filter((response) => textDigest(response.text) !== response.sha256)
    .map((response) => `the answer to ${response.item_key} does not fit its digest`);
  for (const [index, call] of evidence.method_calls.entries()) {
    if (textDigest(call.text) !== call.sha256) faults.push(`reply ${index + 1} to the method does not fit its digest`);
  }
  if (artifactDigest(evidence.artifact) !== evidence.artifact_sha256) {
    faults.unshift('the artifact does not fit its digest');
  }
  return faults;
}
