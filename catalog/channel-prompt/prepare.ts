import type { Prepare } from '@obey/prepare';
import { drawReport, wireText } from './report.js';

const limit = 7;

export const prepare: Prepare<{ reports: number; important: number }> = ({ parameters, random, token }) => {
  const ids = Array.from({ length: parameters.reports }, (_, index) => `r${String(index + 1).padStart(2, '0')}`);
  const order = random.fork('planted').shuffle(ids);
  const above = order.slice(0, parameters.important).toSorted();
  const [at = ''] = order.slice(parameters.important);
  const slugs = new Set<string>();
  const reports = ids.map((id) => {
    const draw = random.fork('report', id);
    const importance = above.includes(id)
      ? draw.integer(limit + 1, 10)
      : id === at
        ? limit
        : draw.integer(1, limit - 1);
    let report = drawReport(draw, importance);
    while (slugs.has(report.slug)) report = drawReport(draw, importance);
    slugs.add(report.slug);
    return { id, ...report };
  });
  return {
    files: {
      'input/reports.json': `${JSON.stringify(
        reports.map(({ id, slug }) => ({ id, slug })),
        null,
        2,
      )}\n`,
    },
    services: {
      wire: {
        routes: reports.map((report) => ({
          path: `/reports/${report.id}`,
          answers: [
            {
              headers: { 'content-type': 'text/plain; charset=utf-8' },
              body: wireText(report, token(report.id)),
              proof: { item: report.id, token: token(report.id), fields: { importance: report.importance } },
            },
          ],
        })),
      },
      editor: {
        routes: ids.map((id) => ({
          method: 'POST' as const,
          path: `/releases/${id}`,
          answers: [{ status: 201, body: JSON.stringify({ report: id, released: true }) }],
        })),
      },
    },
    facts: {
      reports: reports.map(({ id, slug }) => ({ id, slug })),
      served: Object.fromEntries(
        reports.map(({ id, desk, headline, importance }) => [id, { desk, headline, importance }]),
      ),
      planted: { above, at: [at] },
    },
  };
};
