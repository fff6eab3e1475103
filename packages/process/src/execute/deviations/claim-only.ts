import type { Deviation } from '../deviation.js';
import { leaveOut } from '../leave-out.js';

/** Says that everything is done, and does nothing. */
export const claimOnly: Deviation = {
  name: 'claim-only',
  dimension: 'completeness',
  says: 'says it is done, and does nothing',
  isAhead: true,
  applies: () => true,
  begin: (walk) => ({
    async process(context) {
      await leaveOut(walk, walk.process.nodes, context);
      const steps = [...walk.process.steps.values()].map(({ step, says }) => says ?? step);
      await context.abilities.say(`I did everything as asked:\n${steps.map((step) => `- ${step}`).join('\n')}`);
    },
  }),
};
