import type { Handler, Handlers, Process } from '@obey/process';
import type { Specimen } from './calibration/reference-trial.js';

/** One step left out for every item, and the same step done for every item with a wrong result. */
export interface OmissionPair {
  readonly step: string;
  readonly omitted: Specimen;
  readonly wrong: Specimen;
}

/**
 * Per step that leaves a file, two candidates that differ in it alone: one whose handler does nothing, and one that does
 * everything and writes wrong figures. A process on which the first scores higher would reward leaving things out.
 */
export function omissionPairs(specimen: Specimen): OmissionPair[] {
  const { solve } = specimen.modules;
  return writingSteps(specimen.loaded.process).flatMap((step) => {
    const usual = solve[step];
    if (usual === undefined) return [];
    const wrongly: Handler = (context) => {
      const { abilities } = context;
      const write = (path: string, text: string) => abilities.write(path, spoiled(text));
      return usual({ ...context, abilities: { ...abilities, write } });
    };
    return {
      step,
      omitted: solvedBy(specimen, { ...solve, [step]: () => Promise.resolve() }),
      wrong: solvedBy(specimen, { ...solve, [step]: wrongly }),
    };
  });
}

const solvedBy = ({ loaded, modules }: Specimen, solve: Handlers): Specimen => ({
  loaded,
  modules: { ...modules, solve },
});

function writingSteps(process: Process): string[] {
  const steps = [...process.steps.values()].filter(({ optional, atMost }) => !optional && atMost !== 0);
  return steps.flatMap(({ step, done, yields }) =>
    done.type === 'wrote' || done.type === 'edited' || yields?.type === 'file' ? [step] : [],
  );
}

/** The same file with wrong content of the same form: other numbers in JSON, half of a text. */
export function spoiled(text: string): string {
  try {
    return `${JSON.stringify(shifted(JSON.parse(text)))}\n`;
  } catch {
    return text.slice(0, Math.ceil(text.length / 2));
  }
}

function shifted(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.map(shifted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shifted(inner)]));
}
