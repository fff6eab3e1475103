import type { Place } from './place.js';

/** What the candidate's processes find in their environment, and nothing else of the runner's. */
export function scrubbedVariables(
  source: NodeJS.ProcessEnv,
  place: Place,
  credentials: readonly string[],
): Record<string, string> {
  const variables: Record<string, string> = {
    PATH: source.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: place.home,
    TMPDIR: place.temporary,
    LANG: 'C.UTF-8',
    OBEY_TRIAL: place.id,
  };
  for (const name of credentials) {
    const value = source[name];
    if (value !== undefined && value !== '') variables[name] = value;
  }
  return variables;
}
