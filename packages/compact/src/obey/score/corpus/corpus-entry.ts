import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageFolder } from '../../../run/package-folder.js';

/** The classes of answers that the corpus has files of. */
export const corpusClasses = ['stated', 'paraphrased', 'negated', 'quoted', 'refused', 'violated'] as const;

/** One hand-written answer. `check` says what the score would ask of it, `verdict` the right reply. */
export const corpusEntrySchema = z.strictObject({
  id: z.string(),
  language: z.enum(['en', 'de', 'fr']),
  check: z.enum(['recall', 'rule', 'violation']),
  value: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  question: z.string().min(1),
  answer: z.string().min(1),
  verdict: z.boolean(),
});
export type CorpusEntry = z.infer<typeof corpusEntrySchema>;

/** Where the answers stand in the package, built or not. */
const corpusFolder = 'src/obey/score/corpus';

/**
 * All answers of one class, in the order of their file; `later` holds three sets of all classes, written after the first
 * tuning; `near-paraphrases` answers that come near a value in other words, and such as mean it.
 */
export function readCorpus(name: (typeof corpusClasses)[number] | 'later' | 'near-paraphrases'): CorpusEntry[] {
  const text = readFileSync(join(packageFolder(), corpusFolder, `${name}.jsonl`), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => corpusEntrySchema.parse(JSON.parse(line)));
}

/** Whether an answer belongs to the half that nothing was tuned on: by the first byte of its id's SHA-256. */
export const isHeldOut = (entry: CorpusEntry): boolean =>
  (createHash('sha256').update(entry.id).digest()[0] ?? 0) % 2 === 1;
