import { drawIdentifiers, jsonText, type Prepare } from '@obey/prepare';
import type { Answer } from '@obey/schema';
import { drawMetrics } from './draw-metrics.js';
import { planRoles, type Role } from './plan-roles.js';
import { shares } from './stages.js';

const teams = ['Harbour', 'Lantern', 'Orchard', 'Quarry', 'Tidal', 'Weaver'];
const subjects = (
  'billing catalog checkout claims couriers customs exports freight geocode imports invoices labels ledger loyalty ' +
  'mailer notices orders parcels parking payments permits pickups prices profiles quotes rates refunds returns rosters ' +
  'routes search sessions shelves stock tariffs tickets tokens tracking vouchers weights'
).split(' ');

type AnswerInput = Partial<Answer>;

export const prepare: Prepare<{ builds: number; failing: number; shaky: number }> = ({ parameters, random, token }) => {
  const names = random.fork('names').sample(subjects, parameters.builds);
  const builds = random.fork('order').shuffle(drawIdentifiers(random.fork('builds'), 'b-####', names.length));
  const draw = random.fork('teams');
  const services = names.map((name, index) => ({ id: name, team: draw.pick(teams), build: builds[index] ?? '' }));
  const plans = planRoles(
    random.fork('roles'),
    services.map(({ id }) => id),
    parameters,
  );
  const roleOf = (id: string): Role => plans.get(id)?.role ?? 'sound';
  const measured = services.map(({ id }) => ({
    id,
    metrics: drawMetrics(random.fork('metrics', id), plans.get(id) ?? { role: 'sound', at: 0 }),
  }));
  const receipt = (id: string, kind: string): AnswerInput[] => [
    { status: 201, body: JSON.stringify({ receipt: `${kind}-${random.fork('receipt', id).integer(10_000, 99_999)}` }) },
  ];
  const post = 'POST' as const;
  return {
    files: { 'input/release.json': jsonText(services) },
    services: {
      gateway: {
        routes: measured.flatMap(({ id, metrics }) => [
          ...shares.flatMap((share, index) => [
            { method: post, path: `/services/${id}/traffic/${share}`, answers: switchAnswers(plans.get(id), index) },
            { method: 'DELETE' as const, path: `/services/${id}/traffic/${share}`, answers: [{ status: 204 }] },
            {
              path: `/services/${id}/metrics/${share}`,
              answers: [
                {
                  body: JSON.stringify({ ...metrics[index], reference: token(`${id}/${share}`) }),
                  proof: { item: `${id}/${share}`, token: token(`${id}/${share}`), fields: { ...metrics[index] } },
                },
              ],
            },
          ]),
          { method: post, path: `/services/${id}/withdrawal`, answers: receipt(id, 'W') },
          { method: post, path: `/services/${id}/completion`, answers: receipt(id, 'C') },
        ]),
      },
    },
    facts: {
      services,
      stages: shares.map((share) => ({ share })),
      metrics: Object.fromEntries(measured.map(({ id, metrics }) => [id, metrics.map((one) => ({ ...one }))])),
      planted: {
        halfSwitched: services.flatMap(({ id }) => {
          const plan = plans.get(id);
          return plan?.role === 'shaky' ? [`${id}/${shares[plan.at]}`] : [];
        }),
        ...Object.fromEntries(
          (['failing', 'below', 'at', 'above', 'shaky'] as const).map((role) => [
            role,
            services.filter(({ id }) => roleOf(id) === role).map(({ id }) => id),
          ]),
        ),
      },
    },
  };
};

/** A shaky switch fails twice, then once, by turns, so that the last attempt is met, too. */
function switchAnswers(plan: { role: Role; at: number } | undefined, stage: number): AnswerInput[] {
  const done = { status: 202, body: '{"state":"switched"}' };
  if (plan?.role !== 'shaky' || plan.at !== stage) return [done];
  const half = { status: 503, body: '{"error":"some nodes did not switch"}', fault: 'half-switched' };
  return [{ ...half, when: { nth: [1, stage === 0 ? 2 : 1] } }, done];
}
