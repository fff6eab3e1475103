import type { MatcherSource, NodeSource, StepSource } from '@obey/schema';

/** What a decision or a repeat asks of one field. */
export type FieldKind =
  | { readonly kind: 'number'; readonly bound: number }
  | { readonly kind: 'truth' }
  | { readonly kind: 'rounds'; readonly most: number };

export interface SurveyedStep {
  readonly step: StepSource;
  /** The list of the loop that it stands in, and its variable. */
  readonly loop?: { readonly list: string; readonly variable: string };
  /** Inside a branch, a repeat or an error path, so that it is not always due. */
  readonly isConditional: boolean;
  /** Written anew in a repeat, to count down. */
  readonly isRecount: boolean;
}

/** What a drafted process needs of its instance: items, fields, routes and faults. */
export interface DraftSurvey {
  readonly steps: readonly SurveyedStep[];
  readonly lists: readonly string[];
  /** Per path that a step yields, the fields that conditions ask of it. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, FieldKind>>;
  /** Requests that an error path guards. */
  readonly guarded: ReadonlyMap<string, { readonly retries: number }>;
  readonly hasParallel: boolean;
  /** Conditions for which no values could be planted. */
  readonly unread: readonly string[];
}

interface Place {
  readonly loop?: SurveyedStep['loop'];
  readonly isConditional: boolean;
  readonly inRepeat: boolean;
}

/** Looks through a drafted process for what its instance has to hold. */
export function surveyDraft(nodes: readonly NodeSource[]): DraftSurvey {
  const steps: SurveyedStep[] = [];
  const lists = new Set<string>();
  const fields = new Map<string, Map<string, FieldKind>>();
  const guarded = new Map<string, { retries: number }>();
  const unread: string[] = [];
  let hasParallel = false;

  const plant = (source: string, rounds: number | undefined): void => {
    const [, step = '', field = '', value = ''] = /^\s*(\w+)\.(\w+)\s*(?:[<>]=?|!?=)\s*(\S+)\s*$/.exec(source) ?? [];
    const path = steps.find((one) => one.step.step === step)?.step.yields;
    const kind: FieldKind | undefined =
      rounds !== undefined
        ? { kind: 'rounds', most: rounds }
        : /^(true|false)$/.test(value)
          ? { kind: 'truth' }
          : value !== '' && !Number.isNaN(Number(value))
            ? { kind: 'number', bound: Number(value) }
            : undefined;
    if (path === undefined || kind === undefined) {
      unread.push(source);
      return;
    }
    const known = fields.get(path) ?? new Map<string, FieldKind>();
    if (!known.has(field)) known.set(field, kind);
    fields.set(path, known);
  };

  const visit = (block: readonly NodeSource[], place: Place): void => {
    for (const node of block) {
      if ('step' in node) {
        const isRecount =
          place.inRepeat && steps.some(({ step }) => step.yields !== undefined && step.yields === node.yields);
        const { loop, isConditional } = place;
        steps.push({ step: node, ...(loop === undefined ? {} : { loop }), isConditional, isRecount });
      } else if ('forEach' in node) {
        const [variable = '', list = ''] = node.forEach.split(/\s+in\s+/);
        if (/^\w+$/.test(list)) lists.add(list);
        else unread.push(node.forEach);
        hasParallel ||= node.mode === 'parallel' || node.mode === 'sequential';
        visit(node.do, { ...place, loop: { list, variable } });
      } else if ('parallel' in node) {
        hasParallel = true;
        for (const branch of node.parallel) visit(branch, place);
      } else if ('if' in node) {
        plant(node.if, undefined);
        visit(node.then, { ...place, isConditional: true });
        visit(node.else ?? [], { ...place, isConditional: true });
      } else if ('repeat' in node) {
        plant(node.repeat.while, node.repeat.max);
        visit(node.do, { ...place, isConditional: true, inRepeat: true });
      } else if ('try' in node) {
        visit(node.try, place);
        if ('requested' in node.catch.on) guarded.set(node.catch.on.requested, { retries: node.catch.retry?.max ?? 0 });
        visit(node.catch.do ?? [], { ...place, isConditional: true });
        visit(node.catch.otherwise ?? [], { ...place, isConditional: true });
      } else unread.push(`call: ${node.call}`);
    }
  };
  visit(nodes, { isConditional: false, inRepeat: false });
  return { steps, lists: [...lists], fields, guarded, hasParallel, unread };
}

/** The simple matchers of a step, `started` first. */
export function matchersOf({ started, done }: StepSource): MatcherSource[] {
  const parts = (matcher: MatcherSource): MatcherSource[] =>
    'anyOf' in matcher ? matcher.anyOf.flatMap(parts) : 'allOf' in matcher ? matcher.allOf.flatMap(parts) : [matcher];
  return [...(started === undefined ? [] : parts(started)), ...parts(done)];
}
