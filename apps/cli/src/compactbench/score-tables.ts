import type { RunResult } from '@obey/compact';
import type { BoxTable } from './box-table.js';

const metric = { head: 'Metric' };
const value = { head: 'Value', right: true };

/** The tables of a run in the reference's order: the run, its cases, failures, aggregates and tokens. */
export async function scoreTables(run: RunResult): Promise<BoxTable[]> {
  return [runTable(run, (await import('@obey/compact')).withOffset), ...(await numberTables(run))];
}

function runTable(run: RunResult, moment: (text: string) => string): BoxTable {
  return {
    title: 'Run',
    columns: [{ head: 'Field' }, { head: 'Value' }],
    rows: [
      ['run_id', run.run_id],
      ['method', `${run.method_name} (${run.method_version})`],
      ['suite', `${run.suite_key} (${run.suite_version})`],
      ['target', `${run.target_provider} / ${run.target_model}`],
      ['scorer', run.scorer_version],
      ['started', moment(run.started_at)],
      ['completed', moment(run.completed_at)],
    ],
  };
}

async function numberTables(run: RunResult): Promise<BoxTable[]> {
  const { diagnoseItems, fixed } = await import('@obey/compact');
  const cases: BoxTable = {
    title: `${run.cases.length} case(s)`,
    columns: [
      { head: 'Case ID' },
      { head: 'Case score', right: true },
      { head: 'Drift resistance', right: true },
      { head: 'Cycles', right: true },
    ],
    rows: run.cases.map((one) => [
      one.case_id,
      fixed(one.case_score, 3),
      fixed(one.drift_resistance, 3),
      String(one.cycles.length),
    ]),
  };
  const diagnoses = diagnoseItems(run.cases);
  const failures: BoxTable = {
    title: 'Failures by item type',
    columns: [
      { head: 'Item type' },
      ...['Weight', 'N', 'Perfect', 'Partial', 'Failed', 'Mean'].map((head) => ({ head, right: true })),
    ],
    rows: diagnoses.map((one) => [
      one.item_type,
      fixed(one.weight, 1),
      ...[one.total, one.perfect, one.partial, one.failed].map(String),
      fixed(one.mean_score, 3),
    ]),
  };
  const shares = ['overall_score', 'drift_resistance', 'constraint_retention', 'contradiction_rate'] as const;
  const aggregate: BoxTable = {
    title: 'Aggregate',
    columns: [metric, value],
    rows: [
      ...shares.map((name) => [name, fixed(run[name], 3)]),
      ['compression_ratio', `${fixed(run.compression_ratio, 2)}x`],
    ],
  };
  return [cases, ...(diagnoses.length === 0 ? [] : [failures]), aggregate, ...(await tokenTables(run))];
}

/** None where no call was made, or none recorded. */
async function tokenTables({ token_usage: usage }: RunResult): Promise<BoxTable[]> {
  if (usage === null || usage.call_count === 0) return [];
  const { fixed, grouped } = await import('@obey/compact');
  const { prompt_tokens, completion_tokens, cached_prompt_tokens, call_count } = usage;
  const total = prompt_tokens + completion_tokens;
  const cached = [
    ['cached_prompt_tokens', grouped(cached_prompt_tokens)],
    ['cache_hit_rate', `${fixed((100 * cached_prompt_tokens) / Math.max(1, prompt_tokens), 1)}%`],
  ];
  return [
    {
      title: 'Token usage',
      columns: [metric, value],
      rows: [
        ['api_calls', grouped(call_count)],
        ['prompt_tokens', grouped(prompt_tokens)],
        ['completion_tokens', grouped(completion_tokens)],
        ['total_tokens', grouped(total)],
        ...(cached_prompt_tokens > 0 ? cached : []),
        ['avg_tokens_per_call', fixed(total / call_count, 0)],
      ],
    },
  ];
}
