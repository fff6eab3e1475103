// CompactBench itself, in a Python of its own, asked line by line. OBEY_COMPACTBENCH_PYTHON names an interpreter that has
// `compactbench` 0.1.0 installed; without it, only ours is measured.
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { writeCase } from '@obey/compact';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Paths of templates of CompactBench's dialect: ours, and those in the folder that OBEY_BENCH_TEMPLATES names. */
export function templatePaths() {
  const folders = [join(here, 'fixtures'), process.env.OBEY_BENCH_TEMPLATES].filter((folder) => folder !== undefined);
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(folder, name)),
  );
}

/** `cl100k_base` as tiktoken's own file has it: a token in base 64 and its rank, line by line. */
function vocabulary() {
  const { bpe_ranks } = createRequire(import.meta.resolve('@obey/compact'))('js-tiktoken/ranks/cl100k_base');
  return bpe_ranks
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [, first, ...tokens] = line.split(' ');
      return tokens.map((token, index) => `${token} ${Number(first) + index}\n`);
    })
    .join('');
}

/** Starts it and shows it the templates; undefined where no interpreter is named. */
export async function startCompactBench(folder, templates) {
  const python = process.env.OBEY_COMPACTBENCH_PYTHON;
  if (python === undefined) {
    console.log('CompactBench is not measured: OBEY_COMPACTBENCH_PYTHON names no Python that has it');
    return undefined;
  }
  const child = spawn(python, [join(here, 'measure-compactbench.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (question) => {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('CompactBench ended without an answer');
    return JSON.parse(value);
  };
  const file = join(folder, 'cl100k_base.tiktoken');
  writeFileSync(file, vocabulary());
  const { python: version, compactbench } = await ask({ do: 'load', templates, vocabulary: file });
  console.log(`CompactBench ${compactbench} on Python ${version}, beside Node ${process.version}`);
  return { ask, stop: () => child.stdin.end() };
}

/** A case as CompactBench 0.1.0 writes and reads it: its ground truth knows no deferred items, and these templates have none. */
export const caseText = (made) => writeCase(made, 'compact').replace('"deferred_items":[],', '');

/** Seconds of processor time, those of the garbage collector's threads included. */
export function cpuSeconds(work) {
  const began = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(began);
  return { seconds: (user + system) / 1e6, result };
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * What one piece of work takes of both, and how many times as fast ours is: the median over rounds, each with ours and theirs.
 *
 * @param {{ what: string, count: number, ours: number[], theirs: number[], least: number }} measured seconds a round of `count`
 */
export function besideFigures({ what, count, ours, theirs, least }) {
  const each = (seconds) => (median(seconds) / count) * 1e6;
  const own = { what: `${what}, ours (${count} a round)`, value: each(ours), unit: 'µs', most: 200 };
  if (theirs.length === 0) return [own];
  const ratio = median(theirs.map((seconds, round) => seconds / ours[round]));
  return [
    own,
    { what: 'the same by CompactBench', value: each(theirs), unit: 'µs' },
    { what: 'how many times as fast', value: ratio, unit: '×', least },
  ];
}
