import type { Level } from '@obey/schema';
import { writeCase } from '../case/write-case.js';
import type { Turn } from '../model/transcript.js';
import type { CaseEvidence } from '../results/obey-extension.js';
import type { ResultsLog } from '../results/parse-results.js';
import type { RecomputeOptions, RegeneratedCase } from '../results/recompute.js';
import { requireStart } from '../results/run-result.js';
import { type AnyTemplate, loadAnySuite } from './any-suite.js';
import { type CaseScript, scriptCase } from './case-script.js';
import { suiteFolder } from './suite-folders.js';

/**
 * How the cases of a run are made again from its suite, so that they can be scored from their stored answers.
 *
 * @param suites the folder of suites that the run's is in
 * @throws ObeyError `run-invalid` for a log without a start, and what a suite that cannot be read throws
 */
export function regenerator(log: ResultsLog, suites: string): NonNullable<RecomputeOptions['regenerate']> {
  const start = requireStart(log);
  const { files } = loadAnySuite(suiteFolder(suites, start.suite_key));
  const byKey = new Map(files.map((file) => [file.template.key, file]));
  return ({ template_key, seed }, evidence) => {
    const file = byKey.get(template_key);
    return file === undefined ? undefined : replayed(file, seed, start.difficulty, evidence);
  };
}

function replayed(file: AnyTemplate, seed: bigint, level: Level, evidence: CaseEvidence): RegeneratedCase {
  const script = scriptCase(file, seed, level, Math.max(0, evidence.cycles.length - 1));
  return { text: writeCase(script.case, 'compact'), cycles: conversations(script, evidence) };
}

/** What was asked at the end of each cycle, and all that had been said until then; a model's turns are those on record. */
function conversations({ cycles }: CaseScript, evidence: CaseEvidence): RegeneratedCase['cycles'] {
  let said: readonly Turn[] = [];
  return cycles.map(({ turns, awaitsReply, asked }, index) => {
    const last = turns.at(-1);
    const reply = awaitsReply ? evidence.cycles[index]?.added_turns.at(-1) : undefined;
    said = [...said, ...turns];
    if (reply !== undefined && last !== undefined) said = [...said, { ...reply, id: last.id + 1, tags: last.tags }];
    return { asked, source: { turns: said } };
  });
}
