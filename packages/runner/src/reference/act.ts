import { spawn } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Act } from './protocol.js';
import { requestPage } from './request-page.js';

const outputLimit = 16 << 20;

/** Carries out one act in the working directory. */
export async function perform(act: Act, directory: string): Promise<unknown> {
  const inside = (path: string): string => {
    const file = resolve(directory, path);
    if (!file.startsWith(directory + sep)) throw new Error(`the path \`${path}\` leaves the workspace`);
    return file;
  };
  switch (act.name) {
    case 'read':
      return readFile(inside(act.input.path), 'utf8');
    case 'write': {
      const file = inside(act.input.path);
      await mkdir(dirname(file), { recursive: true });
      return writeFile(file, act.input.content);
    }
    case 'rename': {
      const target = inside(act.input.to);
      await mkdir(dirname(target), { recursive: true });
      return rename(inside(act.input.from), target);
    }
    case 'remove':
      return rm(inside(act.input.path));
    case 'run':
      return run(act.input.command, directory);
    case 'fetch':
      return requestPage(act.input.url, act.input.request);
  }
}

function run(command: string, cwd: string): Promise<{ exit: number; stdout: string; stderr: string }> {
  return new Promise((done, fail) => {
    const child = spawn('/bin/sh', ['-c', command], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: [Buffer[], Buffer[]] = [[], []];
    [child.stdout, child.stderr].forEach((stream, index) => {
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= outputLimit) chunks[index]?.push(chunk);
      });
    });
    child.once('error', fail);
    child.once('close', (code, signal) => {
      const [stdout, stderr] = chunks.map((list) => Buffer.concat(list).toString());
      // As a shell reports it: 128 and the signal, here always 137 (killed).
      done({ exit: code ?? (signal === null ? 1 : 137), stdout: stdout ?? '', stderr: stderr ?? '' });
    });
  });
}
