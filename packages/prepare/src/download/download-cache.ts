import { homedir } from 'node:os';
import path from 'node:path';

/** Where downloads are kept: `OBEY_DOWNLOADS`, else a folder of the user's cache. */
export function downloadCache(variables: Readonly<Record<string, string | undefined>>, platform: string): string {
  if (variables.OBEY_DOWNLOADS) return path.resolve(variables.OBEY_DOWNLOADS);
  const cache =
    variables.XDG_CACHE_HOME ||
    (platform === 'darwin' ? path.join(homedir(), 'Library', 'Caches') : path.join(homedir(), '.cache'));
  return path.join(cache, 'obey', 'downloads');
}
