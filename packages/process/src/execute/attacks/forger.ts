import { askedFields } from '../asked-fields.js';
import type { Attack } from '../attack.js';
import { forge } from '../forge.js';
import { imagine } from '../imagine.js';

/** Writes a plausible result for every step at the right path, with the right keys, from nothing at all. */
export const forger: Attack = {
  name: 'forger',
  says: 'writes plausible results for every step without one read or request',
  finding: 'proof-missing',
  async perform(walk, context) {
    const fields = askedFields(walk.process);
    await imagine(walk, context, async (node, inner) => {
      for (const { path, content } of await forge(walk, node, inner, fields))
        await inner.abilities.write(path, content);
    });
    await context.abilities.say('Everything is done as asked.');
  },
};
