/** Tokens that Claude Code keeps free for the summary, and below them what it keeps for the turn under way. */
const summaryTokens = 20_000;
const turnTokens = 13_000;
/** A smaller window is taken for this one. */
const leastWindow = 100_000;

/**
 * Makes Claude Code compact its context whenever that has grown to about so many tokens: by a smaller window, and below what
 * the least window allows by a share of it. Measured with 2.1.328: it compacts at (window − 20,000) · share, and at window −
 * 33,000 at the latest. A model with a smaller window compacts at that one's end.
 */
export function autoCompactVariables(tokens: number): Record<string, string> {
  const window = Math.max(leastWindow, tokens + summaryTokens + turnTokens);
  const share = (100 * tokens) / (window - summaryTokens);
  return {
    CLAUDE_CODE_AUTO_COMPACT_WINDOW: String(window),
    ...(tokens < window - summaryTokens - turnTokens ? { CLAUDE_AUTOCOMPACT_PCT_OVERRIDE: String(share) } : {}),
  };
}
