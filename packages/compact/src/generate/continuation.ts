import { deriveSeed } from './derive-seed.js';
import { continuationPrompts } from './lexicons.js';
import { createMersenneTwister } from './mersenne-twister.js';

/** What the user says to go on with a conversation after its `cycle`-th compaction; cycles count from 0. */
export function continuationPrompt(caseSeed: bigint, cycle: number): string {
  return createMersenneTwister(deriveSeed(caseSeed, `continuation_prompt_${cycle}`)).choice(continuationPrompts);
}
