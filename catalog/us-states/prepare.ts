import { chooseLayouts, largestShares, layouts, type Prepare, stateWords } from '@obey/prepare';
import type { Answer } from '@obey/schema';
import { atlas } from './atlas.js';
import { chooseStates } from './choose-states.js';
import { drawFigures } from './draw-figures.js';
import { drawPage } from './draw-page.js';
import { planRoles, type Role } from './plan-roles.js';

type AnswerInput = Partial<Answer>;

const census = 'GET /census/totals';

export const prepare: Prepare<{ states: number; deviating: number; recovering: number }> = ({
  parameters,
  random,
  token,
}) => {
  const states = chooseStates(random.fork('states'), parameters.states);
  const roles = planRoles(random.fork('roles'), states, parameters);
  const manners = chooseLayouts(random.fork('layouts'), states.length);
  const failures = failuresOf(states.map(({ slug }) => slug).filter((slug) => roles.get(slug) === 'recovering'));
  const sites = states.map((state, index) => {
    const role = roles.get(state.slug) ?? 'ordinary';
    const draw = random.fork('state', state.slug);
    const figures = drawFigures(draw, role);
    const page = drawPage(draw, state.name, figures.first, token(state.slug));
    const layout = layouts[manners[index] ?? 'prose'];
    const answer = (population: number): AnswerInput => ({
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: layout({ ...page, figure: population }, stateWords),
      proof: { item: state.slug, token: page.reference, fields: { population, governor: page.holder } },
    });
    const answers = faulty(role, failures.get(state.slug) ?? 0, [
      ...(figures.corrected === figures.first ? [] : [{ ...answer(figures.corrected), when: { after: census } }]),
      answer(figures.first),
    ]);
    return { state, role, figures, page, answers };
  });
  const totals = Object.fromEntries(sites.map(({ state, figures }) => [state.slug, figures.census]));
  const regions = atlas.map(({ id, name }) => ({ id, name }));
  return {
    files: { 'input/states.json': `${JSON.stringify({ regions, states }, null, 2)}\n` },
    services: {
      states: { routes: sites.map(({ state, answers }) => ({ path: `/states/${state.slug}`, answers })) },
      census: { routes: [{ path: '/census/totals', answers: [{ body: JSON.stringify(totals) }] }] },
    },
    facts: {
      states: states.map(({ slug, name, region }) => ({ slug, name, region })),
      regions,
      served: Object.fromEntries(
        sites
          .filter(({ role }) => role !== 'unavailable' && role !== 'gone')
          .map(({ state, figures, page }) => [
            state.slug,
            {
              population: figures.corrected,
              governor: page.holder,
              industries: largestShares(page.shares, 3),
            },
          ]),
      ),
      planted: Object.fromEntries(
        (['deviating', 'at49', 'at50', 'at51', 'recovering', 'unavailable', 'gone'] as const).map((role) => [
          role,
          sites.filter((site) => site.role === role).map(({ state }) => state.slug),
        ]),
      ),
    },
  };
};

/** How often each recovering site fails: once, twice, three times, once, …, so that the last attempt is met, too. */
function failuresOf(slugs: readonly string[]): Map<string, number> {
  return new Map(slugs.map((slug, index) => [slug, slugs.length === 1 ? 2 : 3 - (index % 3)]));
}

function faulty(role: Role, failures: number, answers: AnswerInput[]): AnswerInput[] {
  const unavailable = { status: 503, body: '<h1>Service unavailable</h1>\n' };
  if (role === 'unavailable') return [{ ...unavailable, fault: 'unavailable-for-ever' }];
  if (role === 'gone') return [{ status: 404, body: '<h1>Page not found</h1>\n', fault: 'gone' }];
  if (role !== 'recovering') return answers;
  return [{ ...unavailable, fault: 'unavailable-at-first', when: { nth: [1, failures] } }, ...answers];
}
