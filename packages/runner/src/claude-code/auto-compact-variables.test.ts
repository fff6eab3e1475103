import fc from 'fast-check';
import { expect, it } from 'vitest';
import { autoCompactVariables } from './auto-compact-variables.js';

/** When Claude Code compacts, as measured. */
const threshold = (variables: Record<string, string>): number => {
  const free = Number(variables.CLAUDE_CODE_AUTO_COMPACT_WINDOW) - 20_000;
  const share = Number(variables.CLAUDE_AUTOCOMPACT_PCT_OVERRIDE ?? 100);
  return Math.min(Math.floor((free * share) / 100), free - 13_000);
};

it('asks for a window in which the context is compacted at so many tokens', () => {
  expect(autoCompactVariables(4_000)).toEqual({
    CLAUDE_CODE_AUTO_COMPACT_WINDOW: '100000',
    CLAUDE_AUTOCOMPACT_PCT_OVERRIDE: '5',
  });
  expect(autoCompactVariables(120_000)).toEqual({ CLAUDE_CODE_AUTO_COMPACT_WINDOW: '153000' });
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 900_000 }), (tokens) => {
      expect(Math.abs(threshold(autoCompactVariables(tokens)) - tokens)).toBeLessThanOrEqual(1);
    }),
  );
});
