import { exec } from 'node:child_process';
import type { Abilities, FetchResponse } from '../abilities.js';

export interface MemoryWorld {
  readonly files: Map<string, string>;
  /** Everything that was done, in order: `write path`, `GET url`, `begin label`, …. */
  readonly acts: string[];
  readonly abilities: Abilities;
}

export interface MemoryWorldOptions {
  readonly files?: Readonly<Record<string, string>>;
  /** Answers a request; `count` is the number of requests with this method and path so far, from 1. */
  readonly answer?: (request: { method: string; url: URL; body: string | undefined; count: number }) => FetchResponse;
  /** Carries out a request, in place of `answer`. */
  readonly fetch?: (url: URL) => Promise<FetchResponse>;
  /** Carries out a command; by default a shell does. */
  readonly run?: (command: string) => Promise<{ exit: number; stdout: string; stderr: string }>;
}

/** Abilities over a workspace in memory, where each act takes a turn of the event loop. */
export function memoryWorld({ files = {}, answer, fetch, run = shell }: MemoryWorldOptions = {}): MemoryWorld {
  const stored = new Map(Object.entries(files));
  const acts: string[] = [];
  const counts = new Map<string, number>();
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const known = (path: string) => {
    const content = stored.get(path);
    if (content === undefined) throw new Error(`there is no ${path}`);
    return content;
  };
  const abilities: Abilities = {
    async read(path) {
      await turn();
      acts.push(`read ${path}`);
      return known(path);
    },
    async write(path, content) {
      await turn();
      acts.push(`write ${path}`);
      stored.set(path, content);
    },
    async rename(from, to) {
      await turn();
      acts.push(`rename ${from} ${to}`);
      stored.set(to, known(from));
      stored.delete(from);
    },
    async remove(path) {
      await turn();
      acts.push(`remove ${path}`);
      stored.delete(path);
    },
    async run(command) {
      acts.push(`run ${command}`);
      return run(command);
    },
    async fetch(address, request) {
      const url = new URL(address);
      const method = request?.method ?? 'GET';
      const name = `${method} ${url.pathname}${url.search}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      acts.push(name);
      const given = fetch === undefined ? undefined : await fetch(url);
      await turn();
      await turn();
      acts.push(`answered ${name}`);
      if (given !== undefined) return given;
      return answer?.({ method, url, body: request?.body, count }) ?? { status: 404, body: '' };
    },
    async concurrently(branches) {
      await Promise.all(branches.map(({ work }) => work(abilities)));
    },
    async delegate(label, work) {
      acts.push(`begin ${label}`);
      await work(abilities);
      acts.push(`end ${label}`);
    },
    async say(text) {
      acts.push(`say ${text}`);
    },
  };
  return { files: stored, acts, abilities };
}

function shell(command: string): Promise<{ exit: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    exec(command, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ exit: code, stdout, stderr });
    });
  });
}
