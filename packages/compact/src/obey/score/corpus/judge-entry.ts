import { analyseValue, readResponse, type ValueAnalysis } from '../mention/analyse-value.js';
import type { CorpusEntry } from './corpus-entry.js';

/** What the analysis says of an entry, and the verdict that a score would depend on. */
export function judgeEntry(entry: CorpusEntry): { readonly verdict: boolean; readonly analysis: ValueAnalysis } {
  const analysis = analyseValue(readResponse(entry.question, entry.answer), entry.value, entry.aliases);
  const verdict = { recall: analysis.asserted, rule: analysis.prohibited, violation: analysis.violated }[entry.check];
  return { verdict, analysis };
}
