import type { Abilities } from '../../abilities.js';
import type { Process, StepNode } from '../../ast.js';
import { parseContent } from '../../items/parse-content.js';
import { changeAbilities } from '../change-abilities.js';
import { outputOf } from '../step-traits.js';
import type { Variant } from '../variant.js';
import type { WalkContext } from '../walk.js';

const writesFiles = (process: Process) => [...process.steps.values()].some((step) => outputOf(step) !== undefined);

/** Writes every file a second time, formatted otherwise. */
export const rewrites: Variant = {
  name: 'rewrites',
  says: 'rewrites a file with other formatting',
  applies: writesFiles,
  begin: () => ({
    abilities: (abilities) =>
      changeAbilities(abilities, (inner) => ({
        async write(path, content) {
          await inner.write(path, content);
          await inner.write(path, reformatted(content));
        },
      })),
  }),
};

function reformatted(content: string): string {
  const value = parseContent(content);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : `${content}\n`;
}

/** Puts a stub in the place of a step's file before it does the step. */
export const stubs: Variant = {
  name: 'stubs',
  says: 'writes a stub first',
  applies: writesFiles,
  begin(walk) {
    const begun = new Set<string>();
    return {
      async step(node, context, proceed) {
        const output = outputOf(node);
        const path = output?.fill(walk.scope(context, output.names));
        // A stub in the place of an earlier result would destroy it.
        if (path === undefined || begun.has(path)) return proceed({});
        begun.add(path);
        await context.abilities.write(path, 'to be done');
        await proceed({});
        if (context.attempt?.interrupted === true) await context.abilities.remove(path);
      },
    };
  },
};

/** Writes each file under another name and renames it. */
export const temporaryFiles: Variant = {
  name: 'temporary-files',
  says: 'uses a temporary file and a rename',
  applies: writesFiles,
  begin: () => ({
    abilities: (abilities) => changeAbilities(abilities, throughRename),
  }),
};

function throughRename(abilities: Abilities): Partial<Abilities> {
  return {
    async write(path, content) {
      await abilities.write(`${path}.tmp`, content);
      await abilities.rename(`${path}.tmp`, path);
    },
  };
}

/** Keeps a note about each step in a file of its own. */
export const notes: Variant = {
  name: 'notes',
  says: 'keeps notes in other files',
  applies: () => true,
  begin() {
    let count = 0;
    const note = (step: StepNode, { abilities, item }: WalkContext) => {
      count += 1;
      const about = item.map(({ key }) => key).join(', ');
      return abilities.write(`notes/${count}.md`, `${step.step} ${about}\n`);
    };
    return {
      async step(node, context, proceed) {
        await note(node, context);
        await proceed({});
      },
    };
  },
};
