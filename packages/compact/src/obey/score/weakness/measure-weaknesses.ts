import { answerKeyRows } from './answer-key-rows.js';
import type { ComparedTemplates } from './compared-templates.js';
import { contentRows } from './content-rows.js';
import { corpusRows } from './corpus-rows.js';
import { driftRows } from './drift-rows.js';
import { fileRows } from './file-rows.js';
import { scaleRows } from './scale-rows.js';
import { scoringRows } from './scoring-rows.js';
import type { WeaknessRow } from './weakness-row.js';

/**
 * Measures what CompactBench was found to be weak in, on templates of its dialect by its profiles, and beside it on ours by
 * obey-1. Nothing is read from a list: every figure is computed now, from fixed seeds, so that it is the same each time.
 */
export async function measureWeaknesses(templates: ComparedTemplates): Promise<WeaknessRow[]> {
  return [
    ...scoringRows(templates),
    ...corpusRows(),
    ...answerKeyRows(templates),
    ...(await driftRows(templates)),
    ...contentRows(templates),
    ...scaleRows(templates),
    ...(await fileRows(templates)),
  ];
}
