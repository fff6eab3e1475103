/** What went wrong, in one line for a terminal. */
export async function errorLine(error: unknown): Promise<string> {
  const [{ ObeyError }, { escapeTerminal }] = await Promise.all([import('@obey/schema'), import('@obey/report')]);
  const text = ObeyError.isInstance(error)
    ? error.line
    : `unexpected error: ${error instanceof Error ? error.message : String(error)}`;
  return escapeTerminal(text, { max: 4000 });
}
