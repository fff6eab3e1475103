import { consecutiveDays, jsonText, type Prepare } from '@obey/prepare';
import type { Answer } from '@obey/schema';
import { drawReport, type Report } from './draw-report.js';
import { planRoles, type Role } from './plan-roles.js';

type AnswerInput = Partial<Answer>;

const busy = (fault: string): AnswerInput => ({ status: 503, body: '{"error":"the validator is busy"}', fault });

export const prepare: Prepare<{ partitions: number; dirty: number; recovering: number }> = ({
  parameters,
  random,
  token,
}) => {
  const start = random.fork('start');
  const first = { year: start.integer(2031, 2038), month: start.integer(1, 12), day: start.integer(1, 28) };
  const exports = random.fork('exports').sample(
    Array.from({ length: 900 }, (_, index) => index + 100),
    parameters.partitions,
  );
  const partitions = consecutiveDays(first, parameters.partitions).map((id, index) => ({
    id,
    export: exports[index] ?? 0,
  }));
  const roles = planRoles(
    random.fork('roles'),
    partitions.map(({ id }) => id),
    parameters,
  );
  const roleOf = (id: string): Role => roles.get(id) ?? 'clean';
  const recovering = partitions.filter(({ id }) => roleOf(id) === 'recovering').map(({ id }) => id);
  const reports = new Map(partitions.map(({ id }) => [id, drawReport(random.fork('report', id), roleOf(id))]));
  const days = partitions.map(({ id }) => {
    const report = reports.get(id) as Report;
    const serial = random.fork('receipt', id).integer(10_000, 99_999);
    return {
      id,
      report,
      routes: [
        {
          method: 'POST' as const,
          path: `/partitions/${id}/load`,
          answers: [{ status: 202, body: '{"state":"landed"}' }],
        },
        {
          path: `/partitions/${id}/validation`,
          answers: faulty(roleOf(id), recovering.indexOf(id), validationAnswer(id, report, token(id))),
        },
        {
          method: 'POST' as const,
          path: `/partitions/${id}/quarantine`,
          answers: [{ status: 201, body: JSON.stringify({ ticket: `Q-${serial}` }) }],
        },
        {
          method: 'POST' as const,
          path: `/partitions/${id}/promotion`,
          answers: [{ status: 201, body: JSON.stringify({ receipt: `R-${serial}` }) }],
        },
      ],
      serial,
    };
  });
  const kinds = ['dirty', 'below', 'at', 'above', 'recovering', 'busy', 'unreadable'] as const;
  return {
    files: { 'input/plan.json': jsonText(partitions) },
    services: { warehouse: { routes: days.flatMap(({ routes }) => routes) } },
    facts: {
      partitions,
      reports: Object.fromEntries(
        days
          .filter(({ id }) => roleOf(id) !== 'busy' && roleOf(id) !== 'unreadable')
          .map(({ id, report, serial }) => [id, { rows: report.rows, invalid: report.invalid, serial }]),
      ),
      planted: Object.fromEntries(
        kinds.map((kind) => [kind, partitions.filter(({ id }) => roleOf(id) === kind).map(({ id }) => id)]),
      ),
    },
  };
};

/** What fails at first fails twice, then once, by turns, so that the last attempt is met, too. */
function faulty(role: Role, recovering: number, report: AnswerInput): AnswerInput[] {
  if (role === 'busy') return [busy('busy-for-ever')];
  if (role === 'unreadable') return [{ status: 422, body: '{"error":"the export is no CSV"}', fault: 'unreadable' }];
  if (role !== 'recovering') return [report];
  return [{ ...busy('busy-at-first'), when: { nth: [1, 2 - (recovering % 2)] } }, report];
}

function validationAnswer(id: string, { rows, invalid, broken }: Report, reference: string): AnswerInput {
  return {
    body: JSON.stringify({ partition: id, rows, broken, reference }),
    proof: { item: id, token: reference, fields: { rows, invalid } },
  };
}
