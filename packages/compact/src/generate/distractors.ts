import type { Turn } from '../model/transcript.js';
import { distractorAssistantLines, distractorUserLines } from './lexicons.js';
import type { Random } from './mersenne-twister.js';

/** `count` turns of small talk, user and assistant in turn, tagged `distractor`; ids from `firstId` on. Lines may repeat. */
export function distractorTurns(count: number, firstId: number, random: Random): Turn[] {
  const turns: Turn[] = [];
  for (let index = 0; index < count; index += 1) {
    const user = index % 2 === 0;
    const content = random.choice(user ? distractorUserLines : distractorAssistantLines);
    turns.push({ id: firstId + index, role: user ? 'user' : 'assistant', content, tags: ['distractor'] });
  }
  return turns;
}
