import { resolve } from 'node:path';
import type { FigureUnit, WeaknessRow } from '@obey/compact';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { jsonOption } from '../../verb-options.js';
import { withSuitesOption } from './suite-options.js';

interface WeaknessesOptions {
  readonly suites?: string;
  readonly json?: true;
}

/** `obey compact weaknesses`: what CompactBench was found to be weak in, measured now, and obey-1 beside it. */
export function compactWeaknessesVerb(compact: Command, context: CommandContext): void {
  const verb = compact
    .command('weaknesses')
    .description('measure what CompactBench is weak in, obey-1 beside it, and whether each repair holds')
    .addOption(jsonOption());
  withSuitesOption(verb).action((options: WeaknessesOptions) => weaknesses(options, context));
}

async function weaknesses({ suites, json }: WeaknessesOptions, context: CommandContext): Promise<void> {
  const { loadCompared, measureWeaknesses } = await import('@obey/compact');
  const { ObeyError } = await import('@obey/schema');
  const compared = loadCompared(suites === undefined ? undefined : resolve(context.directory, suites));
  const rows = await measureWeaknesses(compared);
  const templates = { 'compactbench-1': compared.reference.length, 'obey-1': compared.own.length };
  const broken = rows.filter(({ holds }) => holds === false);
  if (json) await printJson(context, { holds: broken.length === 0, templates, rows });
  else await printLines(context, tableOf(rows, templates));
  const [first] = broken;
  if (first === undefined) return;
  const more = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
  throw new ObeyError('check-failed', `a repair does not hold: ${first.about}${more}`);
}

const headers = ['what is measured', '1.0.0', '2.0.0', 'obey-1', 'ours', 'bound', 'holds'] as const;

function tableOf(rows: readonly WeaknessRow[], templates: Readonly<Record<string, number>>): string[] {
  const cells = rows.map(({ about, unit, figures, interval, bound, holds }) => [
    interval === null ? about : `${about} [${interval.low.toFixed(3)}, ${interval.high.toFixed(3)}]`,
    figureText(figures['1.0.0'], unit),
    figureText(figures['2.0.0'], unit),
    figureText(figures.same, unit),
    figureText(figures.own, unit),
    bound === null ? '' : `${bound.is === 'at most' ? '≤' : '≥'} ${figureText(bound.value, unit)}`,
    holds === null ? '' : holds ? 'yes' : 'NO',
  ]);
  const widths = headers.map((header, column) =>
    Math.max(header.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const bounded = rows.filter(({ holds }) => holds !== null);
  return [
    line(headers),
    ...cells.map(line),
    '',
    `1.0.0, 2.0.0 and obey-1: ${templates['compactbench-1']} templates in CompactBench's dialect, by each profile; ours: ${templates['obey-1']} in the dialect obey-1, by obey-1`,
    `${bounded.filter(({ holds }) => holds).length} of ${bounded.length} bounds hold; rows without one are shown, not claimed`,
  ];
}

function figureText(figure: number | null, unit: FigureUnit): string {
  if (figure === null) return '–';
  if (unit === 'share' || unit === 'ratio') return figure.toFixed(unit === 'share' ? 3 : 2).replace(/^-(0\.0+)$/, '$1');
  return Math.round(figure).toLocaleString('en');
}
