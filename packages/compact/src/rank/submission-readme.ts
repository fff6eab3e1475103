import { fixed } from '../json/number-text.js';
import type { BelievedRun } from './believe-run.js';
import { eliteScore } from './elite-score.js';
import { placeholder } from './placeholders.js';
import type { Tier } from './tier.js';

/** The README.md of a draft: what was run, its numbers, and what is left to say. */
export function submissionReadme(
  { run, start }: BelievedRun,
  {
    tier,
    description,
    markdown,
  }: { readonly tier: Tier; readonly description: string | undefined; readonly markdown: (text: string) => string },
): string {
  const row = (name: string, value: number, places = 3) => `| ${name} | ${fixed(value, places)} |`;
  const lines = [
    `# ${markdown(`${run.method_name} ${run.method_version}`)}`,
    '',
    description === undefined
      ? `${placeholder}: what the method does, what its prompts are for, and how it is configured.`
      : markdown(description),
    '',
    `Suite ${markdown(`${run.suite_key}@${run.suite_version}`)} at ${start.difficulty}, ${start.drift_cycles + 1} cycles, ` +
      `${start.case_count_per_template} cases of each template, seed group ${markdown(start.seed_group)}, scorer ` +
      `${markdown(run.scorer_version)}, ${markdown(`${run.target_provider} / ${run.target_model}`)}, tier ${tier}.`,
    '',
    '| score | |',
    '|---|---|',
    row('elite', eliteScore(run, tier)),
    row('overall', run.overall_score),
    row('drift resistance', run.drift_resistance),
    row('constraint retention', run.constraint_retention),
    row('contradiction rate', run.contradiction_rate),
    row('compression ratio', run.compression_ratio, 2),
    '',
    `Run ${markdown(run.run_id)}, completed ${run.completed_at}. \`obey compact score results.jsonl\` computes these numbers anew.`,
  ];
  return `${lines.join('\n')}\n`;
}
