import { readFenced } from '../../artifact/fence.js';
import { readPromptBlock } from '../../methods/prompt-block.js';
import type { CompletionRequest } from '../../model/provider.js';
import { answerQuestion } from './answer-question.js';
import { extractState } from './extract-state.js';
import { readWorld, type World } from './read-world.js';
import { supersededEntries } from './superseded-entries.js';
import { writeProse } from './write-prose.js';

/**
 * A deterministic answerer for the provider `mock:reader`. It knows the languages that conversations are worded in, and nothing of
 * templates or answers. A request with a fenced artifact and a question is answered from the artifact alone; one that asks for JSON
 * gets the state that its conversation states, in the six sections, and the numbers of the ledger's entries that no longer hold; any
 * other gets the same state as prose, as long as it may be.
 */
export function readArtifact(request: Pick<CompletionRequest, 'cachedPrefix' | 'prompt' | 'json'>): string {
  const prompt = `${request.cachedPrefix ?? ''}${request.prompt}`;
  const artifact = readFenced(prompt);
  const question = questionOf(request.prompt);
  if (artifact !== undefined && question !== undefined) return answerQuestion(question, worldOf(artifact));
  const said = readPromptBlock(prompt, 'conversation') ?? readPromptBlock(prompt, 'partial-summaries') ?? prompt;
  const ledger = readPromptBlock(prompt, 'ledger');
  const state = extractState(said, ledger);
  if (request.json !== true) return writeProse(state, prompt.slice(0, prompt.indexOf(said)));
  const superseded = ledger === undefined ? {} : { superseded: supersededEntries(ledger, said) };
  return JSON.stringify({ ...state, entity_map: Object.fromEntries(state.entity_map), ...superseded });
}

/** The line that asks: the last one labelled as a question, else the last that ends in a question mark. */
function questionOf(prompt: string): string | undefined {
  const lines = prompt.split('\n');
  const labelled = lines.findLast((line) => /^(?:Question|Frage): /.test(line));
  if (labelled !== undefined) return labelled.replace(/^\w+: /, '');
  return lines.findLast((line) => line.trimEnd().endsWith('?'));
}

/** All questions about one artifact come one after the other, so the last few readings are kept. */
const readings = new Map<string, World>();
const keptReadings = 16;

function worldOf(artifact: string): World {
  const known = readings.get(artifact);
  if (known !== undefined) return known;
  const world = readWorld(artifact, { follows: true });
  if (readings.size >= keptReadings) readings.delete(readings.keys().next().value ?? '');
  readings.set(artifact, world);
  return world;
}
