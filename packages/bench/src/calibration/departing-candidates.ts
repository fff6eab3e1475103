import { prepareTask } from '@obey/prepare';
import { type Handler, type HandlerContext, type Handlers, parseProcessYaml } from '@obey/process';
import type { ReferenceTrial, Specimen } from './reference-trial.js';

/** What every candidate below is given: one instance of us-states. */
export const instance = { seed: 7, level: 'easy', secret: 'c0ffee'.repeat(8) } as const satisfies ReferenceTrial;

/** A candidate: a script of the reference agent, or another solution or process in place of the task's own. */
export interface DepartingCandidate {
  readonly name: string;
  readonly specimen: Specimen;
  readonly script?: string;
}

interface State {
  readonly slug: string;
}

type Changes = Readonly<Record<string, (usual: Handler, context: HandlerContext) => Promise<void>>>;

/** Candidates on us-states in the order of their scores, the best first. */
export function departingCandidates(own: Specimen): DepartingCandidate[] {
  const { modules, loaded } = own;
  const { facts } = prepareTask({ ...loaded, ...modules }, instance);
  const { deviating, at50, at51 } = facts.planted as Record<'deviating' | 'at50' | 'at51', string[]>;
  const toFlag = new Set([...deviating, ...at51]);
  const states = facts.states as unknown as State[];
  const slugs = states.map(({ slug }) => slug);
  const early = states.filter(({ slug }) => toFlag.has(slug));
  const [swapped] = toFlag;
  const scripted = (script: string): DepartingCandidate => ({ name: script, specimen: own, script });
  const solving = (name: string, changes: Changes): DepartingCandidate => ({ name, specimen: changed(own, changes) });
  const skipping = (...left: string[]) =>
    solving(`skips ${left.length}`, {
      collect: (usual, context) => unless(left.includes(slugOf(context)), usual, context),
    });
  return [
    { name: 'obedient', specimen: own },
    solving('one slip in one cell', { summarizeRegion: slipIn(idOf(facts.regions)) }),
    solving('swaps two steps for one state', {
      async flag(usual, context) {
        if (slugOf(context) === swapped) await modules.solve.collectAgain?.(context);
        await usual(context);
      },
      collectAgain: (usual, context) => unless(slugOf(context) === swapped, usual, context),
    }),
    { name: 'census before most states', specimen: censusFirst(own, early) },
    scripted('drop-from-aggregate'),
    // Its region has another, so that no result goes with it.
    skipping(...at50),
    scripted('serialize'),
    solving('decides before it could know', {
      async collect(usual, context) {
        await usual(context);
        const slug = slugOf(context);
        if (toFlag.has(slug)) await context.abilities.write(`work/flags/${slug}.json`, JSON.stringify({ state: slug }));
      },
      flag: () => Promise.resolve(),
    }),
    solving('flags but never collects again', { collectAgain: () => Promise.resolve() }),
    scripted('list-not-aggregate'),
    scripted('always'),
    scripted('never'),
    skipping(...slugs.slice(0, 5)),
    scripted('sample'),
    skipping(...slugs.slice(0, 9)),
    scripted('fabricate'),
    solving('forger', {
      load: () => Promise.resolve(),
      collect: (_usual, context) =>
        context.abilities.write(`work/states/${slugOf(context)}.json`, made(slugOf(context))),
      census: () => Promise.resolve(),
      summarizeRegion: (_usual, { item, abilities }) => {
        const summary = { averagePopulation: 5_000_000, topIndustry: 'farming' };
        return abilities.write(`work/regions/${(item.region as { id: string }).id}.json`, JSON.stringify(summary));
      },
      report: (_usual, { abilities }) => abilities.write('report.md', '# States by region\n'),
    }),
    scripted('claim-only'),
  ];
}

const slugOf = ({ item }: HandlerContext) => (item.state as { slug: string }).slug;
const idOf = (regions: unknown) => (regions as { id: string }[])[0]?.id ?? '';
const made = (slug: string) =>
  JSON.stringify({ governor: 'A. Nobody', population: 5_000_000, industries: ['farming'], reference: `ref-${slug}` });

async function unless(isLeftOut: boolean, usual: Handler, context: HandlerContext): Promise<void> {
  if (!isLeftOut) await usual(context);
}

function slipIn(region: string): Changes[string] {
  return async (usual, context) => {
    const { abilities, item } = context;
    if ((item.region as { id: string }).id !== region) return usual(context);
    const write = (path: string, text: string) => {
      const summary: { averagePopulation: number } = JSON.parse(text);
      return abilities.write(
        path,
        JSON.stringify({ ...summary, averagePopulation: summary.averagePopulation + 12_345 }),
      );
    };
    await usual({ ...context, abilities: { ...abilities, write } });
  };
}

function changed(specimen: Specimen, changes: Changes): Specimen {
  const { solve } = specimen.modules;
  const wrapped = Object.entries(changes).map(([step, change]): [string, Handler] => [
    step,
    (context) => change(solve[step] as Handler, context),
  ]);
  const handlers: Handlers = { ...solve, ...Object.fromEntries(wrapped) };
  return { ...specimen, modules: { ...specimen.modules, solve: handlers } };
}

/** It walks another process, with the census first, of which it knows some states already; it is judged by the task's own. */
function censusFirst(specimen: Specimen, early: readonly State[]): Specimen {
  const { loaded, modules } = changed(specimen, {
    async census(usual, context) {
      // Their pages are corrected from then on.
      for (const state of early) await specimen.modules.solve.collect?.({ ...context, item: { state: { ...state } } });
      await usual(context);
    },
    async collect(usual, context) {
      const path = `work/states/${slugOf(context)}.json`;
      const known = await context.abilities.read(path).catch(() => undefined);
      if (known === undefined) await usual(context);
      else await context.abilities.write(path, known);
    },
  });
  const census = /\n {2}- step: census\n(?: {4}.*\n)+/.exec(loaded.source)?.[0] ?? '';
  const source = loaded.source.replace(census, '').replace(/\n {2}- forEach:/, (loop) => `${census}${loop.slice(1)}`);
  const process = parseProcessYaml(source, {
    facts: loaded.task.facts,
    parameters: Object.keys(loaded.task.parameters),
    services: Object.keys(loaded.task.services),
  });
  return { loaded: { ...loaded, process }, modules };
}
