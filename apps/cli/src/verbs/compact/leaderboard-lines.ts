import type { LeaderboardRow } from '@obey/compact';
import type { CommandContext } from '../../command-context.js';
import { textOptions } from '../../text-options.js';

const number = (value: number): string => value.toFixed(3);

/** A leaderboard for a terminal: each segment under a line that says what its runs have in common. */
export async function leaderboardLines(rows: readonly LeaderboardRow[], context: CommandContext): Promise<string[]> {
  if (rows.length === 0) return ['no submission is ranked'];
  const [{ segmentOf }, { escapeTerminal, textTable }] = await Promise.all([
    import('@obey/compact'),
    import('@obey/report'),
  ]);
  const { width } = textOptions(context);
  const segments = new Map<string, LeaderboardRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(segmentOf(row));
    segments.set(key, [...(segments.get(key) ?? []), row]);
  }
  const cells = (row: LeaderboardRow): string[] => [
    rankText(row),
    `${row.method_name} ${row.method_version}`,
    row.org === null ? row.handle : `${row.handle} (${row.org})`,
    row.tier.replace('Elite-', ''),
    number(row.elite_score),
    intervalText(row),
    ...[row.overall_score, row.drift_resistance, row.constraint_retention, row.contradiction_rate].map(number),
    `${row.compression_ratio.toFixed(2)}x`,
  ];
  const shown = [...segments.values()].flatMap((segment) => {
    const table = textTable(
      columns,
      segment.map((row) => cells(row).map((text) => ({ text: escapeTerminal(text, { max: 60 }) }))),
      width,
    );
    const [first] = segment;
    return ['', ...(first === undefined ? [] : [escapeTerminal(segmentText(first))]), ...table];
  });
  return [...shown.slice(1), '', ...footLines(rows)];
}

const columns = [
  { head: 'rank', drop: 0 },
  { head: 'method', drop: 0 },
  { head: 'handle', drop: 1 },
  { head: 'tier', drop: 3 },
  { head: 'elite', right: true, drop: 0 },
  { head: '95 % interval', right: true, drop: 4 },
  { head: 'overall', right: true, drop: 5 },
  { head: 'drift', right: true, drop: 6 },
  { head: 'constraints', right: true, drop: 7 },
  { head: 'contradictions', right: true, drop: 8 },
  { head: 'ratio', right: true, drop: 2 },
];

const rankText = ({ rank, row_kind, tied }: LeaderboardRow): string =>
  rank === null ? (row_kind ?? '–') : `${rank}${tied === true ? '=' : ''}`;

const intervalText = ({ elite_interval: bounds }: LeaderboardRow): string =>
  bounds === undefined || bounds === null ? '–' : `[${number(bounds[0])}, ${number(bounds[1])}]`;

function segmentText(row: LeaderboardRow): string {
  const { benchmark_version, difficulty, drift_cycles, endpoint_kind, scorer_version, seed_group } = row;
  const drawn = [
    ...(difficulty === undefined ? [] : [difficulty]),
    ...(drift_cycles === undefined ? [] : [`${drift_cycles + 1} cycles`]),
    ...(seed_group === undefined ? [] : [`seed group ${seed_group}`]),
  ];
  const model = `${row.target_provider}/${row.target_model}${endpoint_kind === 'custom' ? ' at an address of its own' : ''}`;
  return [benchmark_version, ...drawn, model, `scored by ${scorer_version}`].join(', ');
}

function footLines(rows: readonly LeaderboardRow[]): string[] {
  const ours = rows.some(({ scorer_version }) => scorer_version === 'obey-1');
  const others = rows.some(({ scorer_version }) => scorer_version !== 'obey-1');
  return [
    ...(ours ? ['=: no difference shows between runs of one rank, by the 95 % interval of the paired difference'] : []),
    ...(others ? ['runs of the scorers 1.0.0 and 2.0.0 keep no answers: what they say of each item is believed'] : []),
  ];
}
