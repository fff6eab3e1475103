import type { Level } from '@obey/schema';
import type { Transcript, Turn } from '../model/transcript.js';
import { GenerationError } from '../template/errors.js';
import { extractReferences, substitute } from '../template/references.js';
import type { Template, TurnTemplate } from '../template/template.js';
import { distractorTurnsAt } from './difficulty.js';
import { distractorTurns } from './distractors.js';
import type { Random } from './mersenne-twister.js';

/** More turns than any case can need, fewer than would fill the memory. */
const mostTurns = 1_000_000;

/**
 * The turns of a template with its values put in, and its blocks of distractors filled. Ids count from 0.
 *
 * @param blocks fresh random numbers for each block, by the index of its turn
 * @throws GenerationError for a count that is none, UnresolvedReferenceError
 */
export function buildTranscript(
  template: Template,
  level: Level,
  bindings: ReadonlyMap<string, string>,
  blocks: ReadonlyMap<number, Random>,
): Transcript {
  const turns: Turn[] = [];
  for (const [index, turn] of template.transcript.turns.entries()) {
    if (turn.role !== 'distractor_block') {
      const content = substitute(turn.template ?? '', bindings);
      turns.push({ id: turns.length, role: turn.role, content, tags: [...turn.tags] });
      continue;
    }
    const random = blocks.get(index);
    const count = blockSize(turn, index, template, level);
    if (random !== undefined) for (const line of distractorTurns(count, turns.length, random)) turns.push(line);
  }
  return { turns };
}

function blockSize({ count }: TurnTemplate, index: number, template: Template, level: Level): number {
  const place = `transcript.turns[${index}].count`;
  if (typeof count === 'string') {
    const [reference, ...others] = extractReferences(count);
    if (reference !== 'difficulty.distractor_turns' || others.length > 0) {
      throw new GenerationError(`${place}: ${JSON.stringify(count)} is no number of turns`, {
        hint: 'write an integer, or one reference to difficulty.distractor_turns',
      });
    }
  }
  const size = typeof count === 'number' ? count : (distractorTurnsAt(template.difficulty_policy, level) ?? 0);
  if (size >= 0 && size <= mostTurns) return size;
  throw new GenerationError(`${place}: expected 0 to ${mostTurns} turns, found ${size}`);
}
