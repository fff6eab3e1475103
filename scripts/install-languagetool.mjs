// Puts LanguageTool for French where the grammar test of the novel looks for it: OBEY_LANGUAGETOOL or the user's cache.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const target = process.env.OBEY_LANGUAGETOOL ?? path.join(homedir(), '.cache', 'obey', 'languagetool-6.6');
if (existsSync(target)) {
  console.log(`LanguageTool is there: ${target}`);
} else {
  const pom = fileURLToPath(new URL('french-grammar/pom.xml', import.meta.url));
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const { status, error } = spawnSync(
    'mvn',
    ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`],
    { stdio: 'inherit' },
  );
  if (status === 0) renameSync(partial, target);
  else rmSync(partial, { recursive: true, force: true });
  console.log(
    status === 0 ? `LanguageTool is there now: ${target}` : `no LanguageTool: ${error?.message ?? 'mvn failed'}`,
  );
  process.exitCode = status ?? 1;
}
