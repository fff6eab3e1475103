import { type DraftSurvey, type FieldKind, matchersOf, type SurveyedStep } from './draft-survey.js';

/** What the handler of a drafted step does; paths have `{id}` where the item's id stands. */
export interface ActPlan {
  readonly variable?: string;
  /** Where the item's own data lie: a file with a list, or with one object. */
  readonly from?: string;
  readonly reads?: readonly string[];
  readonly run?: string;
  readonly request?: string;
  readonly write?: string;
  /** Fields that are written down of what was found. */
  readonly fields?: readonly string[];
  /** A field that goes down by one each time. */
  readonly less?: string;
  readonly token?: string;
}

/** What the instance of a drafted process is made of. */
export interface InstancePlan {
  /** Per list: its file, the fields of each element, and whether some of its requests fail. */
  readonly lists: Readonly<Record<string, { file: string; fields: Record<string, FieldKind>; fails: number | null }>>;
  /** Fields of the one file that stands for everything outside of loops. */
  readonly single: Record<string, FieldKind>;
  readonly routes: readonly { method: string; path: string; list: string | null; fields: readonly string[] }[];
  /** Other files that steps read. */
  readonly files: readonly string[];
  readonly commands: readonly string[];
}

export const singleFile = 'input/case.json';

/** Plans the instance and the handlers of a drafted process. */
export function planDraft(survey: DraftSurvey): { instance: InstancePlan; acts: Record<string, ActPlan> } {
  const { steps, lists } = survey;
  const written = new Set(steps.flatMap((one) => paths(one, 'wrote')));
  const read = [
    ...new Set(
      steps.flatMap((one) => [...paths(one, 'read'), ...(one.step.reads ?? []).map((path) => general(path, one))]),
    ),
  ];
  const inputs = read.filter((path) => !written.has(path));
  const jsonInputs = inputs.filter((path) => path.endsWith('.json') && !path.includes('{id}'));
  const fileOf = (list: string): string =>
    jsonInputs.find((path) => path.endsWith(`/${list}.json`) || path === `${list}.json`) ??
    (lists.length === 1 && jsonInputs.length === 1 ? jsonInputs[0] : undefined) ??
    `input/${list}.json`;
  const fieldsOf = (list: string | undefined): Record<string, FieldKind> =>
    Object.fromEntries(
      steps
        .filter(({ loop }) => loop?.list === list)
        .flatMap(({ step }) => [...(survey.fields.get(step.yields ?? '') ?? [])]),
    );
  const instance: InstancePlan = {
    lists: Object.fromEntries(
      lists.map((list) => {
        const own = steps.filter(({ loop }) => loop?.list === list).flatMap((one) => one.step);
        const guard = [...survey.guarded].find(([request]) =>
          own.some((step) => matchersOf(step).some((one) => 'requested' in one && one.requested === request)),
        );
        return [
          list,
          { file: fileOf(list), fields: fieldsOf(list), fails: guard === undefined ? null : guard[1].retries },
        ];
      }),
    ),
    single: fieldsOf(undefined),
    routes: routesOf(survey),
    files: inputs.filter((path) => !lists.some((list) => fileOf(list) === path)),
    commands: [
      ...new Set(steps.flatMap(({ step }) => matchersOf(step).flatMap((one) => ('ran' in one ? [one.ran] : [])))),
    ],
  };
  const acts = Object.fromEntries(
    steps.map((one) => [
      one.step.step,
      actOf(one, survey, one.loop === undefined ? singleFile : fileOf(one.loop.list)),
    ]),
  );
  return { instance, acts };
}

function actOf(one: SurveyedStep, survey: DraftSurvey, from: string): ActPlan {
  const { step, loop, isRecount } = one;
  const [request] = matchersOf(step).flatMap((matcher) => ('requested' in matcher ? [matcher.requested] : []));
  const [run] = matchersOf(step).flatMap((matcher) => ('ran' in matcher ? [matcher.ran] : []));
  const [write] = paths(one, 'wrote');
  const asked = survey.fields.get(step.yields ?? '');
  const fields = [...(asked?.keys() ?? [])];
  const less = isRecount ? [...(asked ?? [])].find(([, kind]) => kind.kind === 'rounds')?.[0] : undefined;
  const reads = [...paths(one, 'read'), ...(step.reads ?? []).map((path) => general(path, one))];
  return {
    ...(loop === undefined ? {} : { variable: loop.variable }),
    ...(write === undefined || request !== undefined || fields.length === 0 ? {} : { from }),
    ...(reads.length === 0 ? {} : { reads }),
    ...(run === undefined ? {} : { run }),
    ...(request === undefined ? {} : { request: general(request, one) }),
    ...(write === undefined ? {} : { write }),
    ...(fields.length === 0 ? {} : { fields }),
    ...(less === undefined ? {} : { less }),
    ...(step.proof === undefined ? {} : { token: step.proof.token }),
  };
}

function routesOf({ steps, fields }: DraftSurvey): InstancePlan['routes'] {
  const routes = new Map<string, InstancePlan['routes'][number]>();
  for (const one of steps) {
    for (const matcher of matchersOf(one.step)) {
      if (!('requested' in matcher)) continue;
      const [method = 'GET', path = '/'] = general(matcher.requested, one).split(/\s+/);
      const own = [...(fields.get(one.step.yields ?? '')?.keys() ?? []), ...(one.step.proof?.fields ?? [])];
      const known = routes.get(`${method} ${path}`);
      const list = path.includes('{id}') ? (one.loop?.list ?? null) : null;
      routes.set(`${method} ${path}`, { method, path, list, fields: [...new Set([...(known?.fields ?? []), ...own])] });
    }
  }
  return [...routes.values()];
}

function paths(one: SurveyedStep, kind: 'wrote' | 'read'): string[] {
  return matchersOf(one.step).flatMap((matcher) => {
    if (kind === 'wrote') return 'wrote' in matcher ? [general(matcher.wrote, one)] : [];
    return 'read' in matcher ? [general(matcher.read, one)] : [];
  });
}

/** A template with `{id}` for the holes that name the item. */
function general(template: string, { loop }: Pick<SurveyedStep, 'loop'>): string {
  return loop === undefined ? template : template.replaceAll(/\{[^}]*\}/g, '{id}');
}
