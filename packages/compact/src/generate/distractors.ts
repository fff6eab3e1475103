import type { Turn } from '../model/transcript.js';
import { distractorAssistantLines, distractorUserLines } from './lexicons.js';
import { createMersenneTwister } from './mersenne-twister.js';

/** `count` turns of small talk, user and assistant in turn, tagged `distractor`; ids from `firstId` on. Lines may repeat. */
export function distractorTurns(count: number, firstId: number, seed: bigint): Turn[] {
  const random = createMersenneTwister(seed);
  return Array.from({ length: count }, (_, index) => {
    const user = index % 2 === 0;
    return {
      id: firstId + index,
      role: user ? 'user' : 'assistant',
      content: random.choice(user ? distractorUserLines : distractorAssistantLines),
      tags: ['distractor'],
    };
  });
}
