import { type ChapterPlan, drop, story } from './units.js';

/**
 * The chapters of a book of that length: a shorter one does without some, what belongs together without both.
 * @throws RangeError when `chapters` is not a whole number from 3 to 11
 */
export function planStory(chapters: number): readonly ChapterPlan[] {
  if (!Number.isInteger(chapters) || chapters < 3 || chapters > story.length) {
    throw new RangeError(`a novel has 3 to ${story.length} chapters, not ${chapters}`);
  }
  const left = new Set<string>();
  for (const group of drop) {
    const ids = group.split(' ');
    if (story.length - left.size - ids.length < chapters) continue;
    for (const id of ids) left.add(id);
  }
  return story.filter(({ id }) => !left.has(id));
}
