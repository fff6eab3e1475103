import type { Random } from '../../generate/mersenne-twister.js';
import type { Turn } from '../../model/transcript.js';
import type { Vocabulary } from './fields/vocabulary.js';
import type { Line } from './tell-act.js';
import { fillForm } from './word-form.js';

/** A line in its place, with the name that the project goes by in it. */
export interface PlacedLine {
  readonly line: Line;
  readonly project: string;
  readonly signal: boolean;
}

/** What turns of a case may not repeat: whole turns and remarks. Shared by all its cycles. */
export interface Said {
  readonly turns: Set<string>;
  readonly asides: Set<string>;
}

const tries = 200;

/** UTF-16 units of a turn: an entry of an artifact, of 500, holds it with its role. */
const longest = 480;

/** Words the lines as turns, user and assistant in turn, each with remarks that hold nothing; ids from `firstId`. */
export function composeTurns(
  placed: readonly PlacedLine[],
  firstId: number,
  people: readonly string[],
  said: Said,
  random: Random,
  vocabulary: Vocabulary,
): Turn[] {
  const { language } = vocabulary;
  return placed.map(({ line, project, signal }, index) => {
    const role = (firstId + index) % 2 === 0 ? 'assistant' : 'user';
    const frame = random.choice(language.speaker[role]);
    const correction = line.corrects ? random.choice(language.corrections) : '';
    const core = `${correction}${line.word(project)}`;
    let content = '';
    for (let round = 0; round < tries; round += 1) {
      const before = random.below(5) < 2 ? `${aside(people, said, random, vocabulary)} ` : '';
      content = fillForm(frame, {
        who: line.speaker,
        s: `${before}${core} ${aside(people, said, random, vocabulary)}`,
      });
      if (!said.turns.has(content) && content.length <= longest) break;
    }
    said.turns.add(content);
    return { id: firstId + index, role, content, tags: [signal ? 'signal' : 'distractor'] };
  });
}

function aside(people: readonly string[], said: Said, random: Random, { field, language }: Vocabulary): string {
  for (let round = 0; ; round += 1) {
    const [x, h, w] = [random.choice(field.things), random.choice(field.happenings), random.choice(field.times)];
    const key = `${x}|${h}|${w}`;
    if (said.asides.has(key) && round < tries) continue;
    said.asides.add(key);
    return fillForm(random.choice(language.asides), { x, h, w, who: random.choice(people) });
  }
}
