import { changeAbilities } from '../change-abilities.js';
import { quoted } from '../shell-write.js';
import { outputOf, requestsOf } from '../step-traits.js';
import type { Variant } from '../variant.js';

/** Fetches each page that went well once more, and reads each file that it wrote. */
export const rereads: Variant = {
  name: 'rereads',
  says: 'reads a page or a file again',
  applies: () => true,
  begin: () => ({
    abilities(abilities, node) {
      const once = node.atMost !== undefined && requestsOf(node).length > 0;
      return changeAbilities(abilities, (inner) => ({
        async fetch(url, request) {
          const response = await inner.fetch(url, request);
          const again = !once && response.status < 400 && (request?.method ?? 'GET') === 'GET';
          if (again) await abilities.fetch(url, request);
          return response;
        },
        async write(path, content) {
          await inner.write(path, content);
          await inner.read(path);
        },
      }));
    },
  }),
};

/** Looks over everything written so far with one script, before each node of the process and at the end. */
export const crossCheckScript: Variant = {
  name: 'cross-check-script',
  says: 'checks everything written so far in one script',
  applies: (process) => [...process.steps.values()].some((step) => outputOf(step) !== undefined),
  begin(walk) {
    const written = new Set<string>();
    const script =
      "const fs = require('node:fs'); for (const path of JSON.parse(process.argv[1])) console.log(path, fs.existsSync(path) ? fs.readFileSync(path, 'utf8').length : 'missing')";
    return {
      abilities: (abilities) =>
        changeAbilities(abilities, (inner) => ({
          async write(path, content) {
            await inner.write(path, content);
            written.add(path);
          },
        })),
      async block(nodes, context, proceed) {
        if (nodes !== walk.process.nodes) return proceed(nodes);
        for (const node of nodes) {
          await proceed([node]);
          if (written.size === 0) continue;
          await context.abilities.run(`node -e ${quoted(script)} ${quoted(JSON.stringify([...written]))}`);
        }
      },
    };
  },
};
