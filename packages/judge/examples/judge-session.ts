import { judgeSession } from '@obey/judge';
import { parseProcessYaml } from '@obey/process';

const process = parseProcessYaml(`
process:
  - step: readChangelog
    done: { read: CHANGELOG.md }
  - step: test
    done: { ran: npm test* }
  - step: publish
    done: { ran: npm publish* }
`);

/** Judges a session log of Claude Code: did it read, test and only then publish? */
export async function judgeRelease(log: string): Promise<string[]> {
  const { score, findings } = await judgeSession({ harness: 'claude-code', paths: [log], process });
  return [`score ${score}`, ...findings.map(({ code, step, seen }) => `${code} at ${step}: ${seen}`)];
}
