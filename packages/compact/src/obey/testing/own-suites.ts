import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Level, levels } from '@obey/schema';
import type { ObeyTemplate } from '../dialect/obey-template.js';
import { parseObeyTemplate } from '../dialect/parse-obey-template.js';

const folder = fileURLToPath(new URL('../../../suites/', import.meta.url));

export const suiteKeys = ['starter', 'elite_practice', 'hard'] as const;

/** The templates of one of our suites, by file name. */
export function ownTemplates(suite: (typeof suiteKeys)[number]): ObeyTemplate[] {
  const files = readdirSync(`${folder}${suite}`).filter((file) => file.endsWith('.yaml'));
  return files
    .sort()
    .map((file) => parseObeyTemplate(readFileSync(`${folder}${suite}/${file}`, 'utf8'), file).template);
}

/** The levels that a template has. */
export function levelsOf(template: ObeyTemplate): Level[] {
  return levels.filter((level) => template.difficulty_policy.distractor_turns[level] !== undefined);
}
