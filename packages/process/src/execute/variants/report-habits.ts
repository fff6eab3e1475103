import type { Process, StepNode } from '../../ast.js';
import { changeAbilities } from '../change-abilities.js';
import { placesOf } from '../places.js';
import { isConditional, outputOf } from '../step-traits.js';
import type { Variant } from '../variant.js';

/** Writes headings of the report before anything else. */
export const skeletons: Variant = {
  name: 'skeletons',
  says: 'writes a skeleton of the report first',
  applies: (process) => reportOf(process) !== undefined,
  begin: (walk) => ({
    async process(context, proceed) {
      const path = reportOf(walk.process)?.path;
      if (path !== undefined) await context.abilities.write(path, '# Report\n\n(to come)\n');
      await proceed(context);
    },
  }),
};

/** Writes the report, then goes over it twice. */
export const editsReportTwice: Variant = {
  name: 'edits-report-twice',
  says: 'edits the report twice',
  applies: (process) => reportOf(process) !== undefined,
  begin(walk) {
    const report = reportOf(walk.process);
    return {
      abilities(abilities, node) {
        if (report === undefined || node !== report.step) return abilities;
        return changeAbilities(abilities, (inner) => ({
          async write(path, content) {
            await inner.write(path, content);
            if (path !== report.path) return;
            await inner.write(path, `${content}\nChecked once.\n`);
            await inner.write(path, content);
          },
        }));
      },
    };
  },
};

/** The last step outside of loops that writes a text which nothing else is computed from. */
function reportOf(process: Process): { step: StepNode; path: string } | undefined {
  const places = placesOf(process, 'step').filter(
    ({ node, parents, procedure }) =>
      procedure === undefined && node.variables.length === 0 && !isConditional(parents, node),
  );
  for (const { node: step } of places.toReversed()) {
    const path = outputOf(step);
    const plain = path !== undefined && path.names.size === 0 && step.yields === undefined && step.atMost === undefined;
    if (plain && !path.source.endsWith('.json')) return { step, path: path.fill({}) };
  }
  return undefined;
}
