import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { promisify } from 'node:util';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Distinguishes a process from a later one with the same pid. */
  readonly started: string;
  /** Dead, but not yet reaped by its parent. */
  readonly zombie: boolean;
}

export interface ProcessTable {
  list(): Promise<readonly ProcessEntry[]>;
  /** Whether the process was started with `NAME=value` in its environment, or stands in `directory`. */
  bears(entry: ProcessEntry, marker: string, directory: string): boolean;
}

const linux: ProcessTable = {
  async list() {
    const entries: ProcessEntry[] = [];
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        // The command stands in parentheses and may itself hold blanks and parentheses.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const [state, parent, group, session] = fields;
        entries.push({
          pid: Number(name),
          parent: Number(parent),
          group: Number(group),
          session: Number(session),
          started: fields[19] ?? '',
          zombie: state === 'Z' || state === 'X',
        });
      } catch {
        // It ended between the listing and the reading.
      }
    }
    return entries;
  },
  bears(entry, marker, directory) {
    try {
      if (`\0${readFileSync(`/proc/${entry.pid}/environ`, 'latin1')}`.includes(`\0${marker}\0`)) return true;
    } catch {
      // Another user's, or gone.
    }
    try {
      const cwd = readlinkSync(`/proc/${entry.pid}/cwd`);
      return cwd === directory || cwd.startsWith(`${directory}/`);
    } catch {
      return false;
    }
  },
};

/** Without /proc: ancestry, group and session only. */
const portable: ProcessTable = {
  async list() {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,pgid=,sess=,stat=,lstart='], {
      maxBuffer: 1 << 26,
    });
    return stdout.split('\n').flatMap((line) => {
      const [pid, parent, group, session, state, ...started] = line.trim().split(/\s+/);
      if (pid === undefined || pid === '') return [];
      return [
        {
          pid: Number(pid),
          parent: Number(parent),
          group: Number(group),
          session: Number(session) || 0,
          started: started.join(' '),
          zombie: state?.startsWith('Z') === true,
        },
      ];
    });
  },
  bears: () => false,
};

/** The machine's processes; `/proc` where there is one, `ps` elsewhere. */
export function processTable(platform: NodeJS.Platform = process.platform): ProcessTable {
  return platform === 'linux' ? linux : portable;
}
