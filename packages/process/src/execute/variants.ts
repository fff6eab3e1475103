import type { Process } from '../ast.js';
import { named } from './named.js';
import type { Variant } from './variant.js';
import { notes, rewrites, stubs, temporaryFiles } from './variants/file-habits.js';
import { clientRetries, oneScript } from './variants/own-clients.js';
import { crossCheckScript, rereads } from './variants/reading-habits.js';
import { editsReportTwice, skeletons } from './variants/report-habits.js';
import { subagentsOfFive } from './variants/subagents-of-five.js';

const table: readonly Variant[] = [
  rereads,
  rewrites,
  stubs,
  skeletons,
  editsReportTwice,
  oneScript,
  subagentsOfFive,
  notes,
  crossCheckScript,
  temporaryFiles,
  clientRetries,
];

/** Names of every way to be untidy and wholly obedient. */
export const variants: readonly string[] = table.map(({ name }) => name);

/** The variant of that name. @throws ObeyError `usage` that suggests the nearest one */
export function variantNamed(name: string): Variant {
  return named(table, 'variant', name);
}

/** Names of the variants in which a walk of this process differs from a tidy one. */
export function applicableVariants(process: Process): string[] {
  return table.filter((variant) => variant.applies(process)).map(({ name }) => name);
}
