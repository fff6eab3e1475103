import type { CheckResult } from '../check/check-result.js';

const shown = 6;

/** Why an item has its score: the reason, and of each value the mentions that were found, their class and what decided it. */
export function explain(result: CheckResult): Record<string, unknown> {
  return {
    reason: result.reason,
    mentions: result.analyses.flatMap(({ value, mentions }) =>
      mentions.slice(0, shown).map((mention) => ({
        value,
        class: mention.class,
        excerpt: mention.excerpt.slice(0, 160),
        because: mention.because.slice(0, shown),
      })),
    ),
    ...(result.violated.length === 0 ? {} : { violated: [...result.violated] }),
  };
}
