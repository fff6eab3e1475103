import type { CaseResult, RunStart, Scorecard } from '@obey/compact';

const names = [
  'overall_score',
  'normalized_score',
  'drift_resistance',
  'constraint_retention',
  'contradiction_rate',
  'compression_ratio',
] as const;

const cell = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

/** What was run, in one line. */
export async function runLine(start: RunStart): Promise<string> {
  const { escapeTerminal } = await import('@obey/report');
  const { difficulty, drift_cycles, method_name, method_version, suite_key, suite_version } = start;
  const text =
    `${method_name} ${method_version} on ${suite_key} ${suite_version}, ${difficulty}, ${drift_cycles + 1} cycles, ` +
    `asked of ${start.target_provider}/${start.target_model}, scored by ${start.scorer_version}`;
  return escapeTerminal(text);
}

/** The numbers of a run with their intervals, and the tier that its compression reaches. */
export async function scoreLines(card: Scorecard): Promise<string[]> {
  const { reachedTier, tierFloors } = await import('@obey/compact');
  const tier = reachedTier(card.compression_ratio);
  const lines = names.map((name) => {
    const bounds = card.intervals[name];
    const interval = bounds === null ? '' : `  [${cell(bounds.low)}, ${cell(bounds.high)}]`;
    return `${name.padEnd(21)}${cell(card[name]).padStart(8)}${interval}`;
  });
  const reached =
    tier === undefined ? `none, below ${tierFloors['Elite-Light']}×` : `${tier}, from ${tierFloors[tier]}×`;
  const level = `intervals of ${100 * card.intervals.level} %, drawn over cases`;
  return [...lines, `${'tier'.padEnd(21)}${reached}`, level];
}

/** Why a score is not normalised, where it is not. */
export function scaleLines({ normalized_score }: Scorecard, controls: boolean): string[] {
  if (normalized_score !== null) return [];
  return [
    controls
      ? 'not normalised: on these cases the oracle control scores no more than the null control'
      : 'not normalised: run with --controls, or give --null and --oracle',
  ];
}

/** How the answers to each type of item fared, the worst first. */
export async function diagnosisLines(cases: readonly CaseResult[]): Promise<string[]> {
  const { diagnoseItems } = await import('@obey/compact');
  return table(
    ['failures by item type', 'weight', 'items', 'perfect', 'partial', 'failed', 'mean'],
    diagnoseItems(cases).map(({ item_type, weight, total, perfect, partial, failed, mean_score }) => [
      item_type,
      weight.toFixed(1),
      ...[total, perfect, partial, failed].map(String),
      mean_score.toFixed(3),
    ]),
  );
}

/** Each case of a run. */
export async function caseLines(cases: Scorecard['cases']): Promise<string[]> {
  return table(
    ['case', 'score', 'normalized', 'drift', 'cycles'],
    cases.map((one) => [
      one.case_id,
      cell(one.case_score),
      cell(one.normalized_score),
      cell(one.drift_resistance),
      String(one.cycles),
    ]),
  );
}

/** A table with its first column to the left, the others to the right. */
async function table(head: readonly string[], rows: readonly (readonly string[])[]): Promise<string[]> {
  const { escapeTerminal } = await import('@obey/report');
  const shown = [head, ...rows].map((row) => row.map((text) => escapeTerminal(text, { max: 120 })));
  const widths = head.map((_, column) => Math.max(...shown.map((row) => row[column]?.length ?? 0)));
  return shown.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
