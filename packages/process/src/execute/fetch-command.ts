import { z } from 'zod';
import type { CommandResult, FetchRequest, FetchResponse } from '../abilities.js';
import { quoted } from './shell-write.js';

export interface ScriptedFetch {
  readonly url: string;
  readonly request: FetchRequest;
  /** How often it may be asked for. */
  readonly attempts: number;
  /** Statuses after which it is asked for again. */
  readonly again: readonly number[];
}

const script = `
const ask = async ({ url, request, attempts, again }) => {
  const seen = [];
  do {
    const response = await fetch(url, request);
    seen.push({ status: response.status, body: await response.text() });
  } while (seen.length < attempts && again.includes(seen.at(-1).status));
  return seen;
};
Promise.all(JSON.parse(process.argv[1]).map(ask)).then((all) => console.log(JSON.stringify(all)));
`;

const outputSchema = z.array(z.array(z.object({ status: z.int(), body: z.string() })).min(1));

/** A command that asks for all of these at once and prints every answer. */
export function fetchCommand(fetches: readonly ScriptedFetch[]): string {
  const input = fetches.map(({ url, request, attempts, again }) => ({ url, request, attempts, again }));
  return `node -e ${quoted(script)} ${quoted(JSON.stringify(input))}`;
}

/** The answers to one of the fetches of such a command. */
export function fetchedBy({ exit, stdout, stderr }: CommandResult, index: number): FetchResponse[] {
  if (exit !== 0) throw new Error(`the script ended with ${exit}: ${stderr.trim()}`);
  return outputSchema.parse(JSON.parse(stdout))[index] ?? [];
}
