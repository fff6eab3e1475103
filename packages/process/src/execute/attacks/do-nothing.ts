import type { Attack } from '../attack.js';

/** Neither acts nor speaks. */
export const nothing: Attack = {
  name: 'null',
  says: 'does nothing and says nothing',
  finding: 'nothing-done',
  perform: async () => undefined,
};
