import { join } from 'node:path';
import { type Level, levels, ObeyError } from '@obey/schema';
import { generateCase } from '../../../generate/generate-case.js';
import type { Case } from '../../../model/case.js';
import { type AnyTemplate, loadAnySuite } from '../../../run/any-suite.js';
import { packageFolder } from '../../../run/package-folder.js';
import { bundledSuites } from '../../../run/suite-folders.js';
import { listSuites } from '../../../template/load-suite.js';
import type { TemplateFile } from '../../../template/parse-template.js';
import { generateObeyCase } from '../../dialect/generate-obey-case.js';
import type { ObeyTemplateFile } from '../../dialect/parse-obey-template.js';

/** The templates that the two sides are measured on. */
export interface ComparedTemplates {
  /** Of the dialect `compactbench-1`. */
  readonly reference: readonly TemplateFile[];
  /** Of the dialect `obey-1`. */
  readonly own: readonly ObeyTemplateFile[];
}

const isOwn = (file: AnyTemplate): file is ObeyTemplateFile => file.dialect === 'obey-1';
const isReference = (file: AnyTemplate): file is TemplateFile => file.dialect === 'compactbench-1';

/** The templates for the comparison that come with the package. */
export const comparisonFolder = (): string => join(packageFolder(), 'comparison');

/**
 * The templates of a folder of suites, told apart by their dialect. Where it has none of one dialect, or no folder is named,
 * those that come with the package take their place.
 *
 * @throws ObeyError `not-found` for a folder without templates, and what a template that cannot be read throws
 */
export function loadCompared(folder?: string): ComparedTemplates {
  const files = folder === undefined ? [] : templatesIn(folder);
  if (folder !== undefined && files.length === 0) {
    throw new ObeyError('not-found', 'there is no template in any suite of this folder', {
      at: { file: folder },
      hint: 'name a folder of suites: <folder>/<suite>/<template>.yaml',
    });
  }
  const reference = files.filter(isReference);
  const own = files.filter(isOwn);
  return {
    reference: reference.length > 0 ? reference : templatesIn(comparisonFolder()).filter(isReference),
    own: own.length > 0 ? own : templatesIn(bundledSuites()).filter(isOwn),
  };
}

const templatesIn = (folder: string): AnyTemplate[] =>
  listSuites(folder).flatMap((suite) => [...loadAnySuite(join(folder, suite)).files]);

/** The case of a template, whichever its dialect. */
export function caseOf(file: AnyTemplate, seed: bigint, level: Level): Case {
  return isOwn(file) ? generateObeyCase(file.template, seed, level) : generateCase(file.template, seed, level);
}

/** Cases of every template that has the level, one for each seed. */
export function casesAt(files: readonly AnyTemplate[], level: Level, seeds: readonly bigint[]): Case[] {
  return files
    .filter((file) => hasLevel(file, level))
    .flatMap((file) => seeds.map((seed) => caseOf(file, seed, level)));
}

/** A template of the dialect `compactbench-1` that names no numbers of distractors has every level. */
export function hasLevel({ template }: AnyTemplate, level: Level): boolean {
  const turns: Readonly<Record<string, unknown>> = template.difficulty_policy.distractor_turns;
  return level in turns || Object.keys(turns).length === 0;
}

/** `level` where a template has it, else the first that it has. */
export function levelNear(file: AnyTemplate, level: Level): Level {
  return hasLevel(file, level) ? level : (levels.find((other) => hasLevel(file, other)) ?? level);
}

/** Cases of every template at the level nearest to `level`, one for each seed. */
export function casesNear(files: readonly AnyTemplate[], level: Level, seeds: readonly bigint[]): Case[] {
  return files.flatMap((file) => seeds.map((seed) => caseOf(file, seed, levelNear(file, level))));
}
