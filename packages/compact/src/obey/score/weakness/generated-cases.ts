import type { Level } from '@obey/schema';
import { deriveSeed } from '../../../generate/derive-seed.js';
import { generateValue } from '../../../generate/generators.js';
import type { AnyTemplate } from '../../../run/any-suite.js';
import { bindVariables } from '../../dialect/bind-variables.js';
import { vocabularyOf } from '../../dialect/fields/vocabulary.js';
import { caseOf, levelNear } from './compared-templates.js';

/** Of the reference's templates more, since there are fewer. */
const seeds = { 'compactbench-1': 400n, 'obey-1': 25n } as const;

/** The share of cases, over all templates and a number of seeds, in which two variables are bound to one value. */
export function collisions(files: readonly AnyTemplate[]): number {
  let [all, found] = [0, 0];
  for (const file of files) {
    for (let seed = 0n; seed < seeds[file.dialect]; seed += 1n) {
      const values = valuesOf(file, seed).map((value) => value.toLowerCase());
      all += 1;
      if (new Set(values).size < values.length) found += 1;
    }
  }
  return all === 0 ? 0 : found / all;
}

/** The values of a template's variables, as its dialect draws them. */
function valuesOf(file: AnyTemplate, seed: bigint): string[] {
  if (file.dialect === 'compactbench-1') {
    return file.template.variables.map(({ name, generator }) => generateValue(generator, deriveSeed(seed, name)));
  }
  const { key, variables, field } = file.template;
  const vocabulary = vocabularyOf(field);
  if (vocabulary === undefined) return [];
  return [...bindVariables(variables, deriveSeed(deriveSeed(seed, key), 'variables'), vocabulary).values()];
}

/** Two values of each setting that are far apart. */
const knobs = [
  ['paraphrase_depth', 0, 3],
  ['override_timing', 'early', 'late'],
  ['distance', 0, 12],
  ['near_names', 0, 8],
] as const;

/** How many settings of difficulty change the transcript of some template, all else being equal. */
export function changedByKnob(files: readonly AnyTemplate[]): number {
  return knobs.filter(([knob, low, high]) =>
    files.some((file) => {
      const level = levelNear(file, 'medium');
      return transcriptWith(file, level, knob, low) !== transcriptWith(file, level, knob, high);
    }),
  ).length;
}

function transcriptWith(file: AnyTemplate, level: Level, knob: string, value: number | string): string {
  const policy = { ...file.template.difficulty_policy, [knob]: { [level]: value } };
  const changed = { ...file, template: { ...file.template, difficulty_policy: policy } } as AnyTemplate;
  return JSON.stringify(caseOf(changed, 0n, level).transcript.turns.map(({ content }) => content));
}
