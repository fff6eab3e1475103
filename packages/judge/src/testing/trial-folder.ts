import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { proofToken } from '@obey/prepare';
import type { RawTraceEvent, Sealed, Trial } from '@obey/schema';
import { ContentStore, writeTrace } from '@obey/trace';
import { traceOf } from '../properties/judge-schedule.js';
import { RunRecorder } from '../properties/run-recorder.js';

export const secret = 'ab'.repeat(32);

const task = `id: two-pages
version: 1.0.0
title: Two pages
domain: testing
facts:
  pages: { key: id }
  truth: {}
limits: { minutes: 5 }
network: world
services:
  site: { latencyMs: [10, 20] }
process:
  - forEach: page in pages
    do:
      - step: collect
        started: { requested: "GET /pages/{page.id}" }
        done: { wrote: "work/{page.id}.json" }
        yields: work/{page.id}.json
        proof: { token: reference, fields: [value] }
  - step: report
    done: { wrote: report.md }
evaluation:
  correctness:
    - { id: values, of: collect, check: "value.value = $lookup(truth, page.id)", weight: 3 }
`;

const truth: Readonly<Record<string, number>> = { a: 1, b: 2 };

const sealed: Sealed = {
  parameters: {},
  facts: { pages: [{ id: 'a' }, { id: 'b' }], truth },
  services: {
    site: {
      latencyMs: [10, 20],
      routes: Object.keys(truth).map((id) => ({
        method: 'GET',
        path: `/pages/${id}`,
        answers: [{ status: 200, headers: {}, body: '' }],
      })),
    },
  },
  secret,
};

export interface TrialFolderOptions {
  /** What the agent records of each page; null leaves it out. */
  readonly values?: Readonly<Record<string, number | null>>;
  /** The token that it records; by default the right one. */
  readonly token?: (item: string) => string;
  /** Whether pages are asked for. */
  readonly fetches?: boolean;
  readonly report?: string | null;
  readonly answer?: string;
  readonly extra?: readonly RawTraceEvent[];
  readonly trial?: Partial<Trial>;
  readonly damaged?: Readonly<Record<string, string>>;
}

/** A whole trial on disk, as a runner leaves it. It is removed when it is disposed of. */
export async function makeTrialFolder(options: TrialFolderOptions = {}): Promise<{ folder: string } & AsyncDisposable> {
  const { values = truth, fetches = true, report = '# Report\n', answer = 'Done: everything is collected.' } = options;
  const token = options.token ?? ((item) => proofToken(secret, item));
  const folder = await mkdtemp(path.join(tmpdir(), 'obey-judge-'));
  const record = new RunRecorder(false);
  let now = 10;
  for (const [id, value] of Object.entries(values)) {
    if (fetches) {
      const proof = { item: id, token: proofToken(secret, id), fields: { value: truth[id] ?? 0 } };
      now = record.request(now, `/pages/${id}`, 20, { service: 'site', proof }) + 5;
    }
    if (value !== null) now = record.write(now, `work/${id}.json`, JSON.stringify({ value, reference: token(id) })) + 5;
  }
  if (report !== null) now = record.write(now, 'report.md', report);
  record.frame(now, {}, answer);
  const events = [...record.events, ...(options.extra ?? [])].map((event) =>
    event.kind === 'run' && event.phase === 'stop' && options.damaged !== undefined
      ? { ...event, damaged: options.damaged }
      : event,
  );
  const store = new ContentStore(path.join(folder, 'files'));
  for (const text of record.contents.values()) store.put(text);
  await store.flush();
  const { head, events: count } = await writeTrace(path.join(folder, 'trace.jsonl'), traceOf(events));
  const trial: Trial = {
    schema: 'obey-trial/1',
    id: 'trial-1',
    task: 'two-pages',
    version: '1.0.0',
    seed: 7,
    level: 'easy',
    pace: 1,
    candidate: { harness: 'reference', environment: 'local' },
    isolation: 'none',
    recorders: { workspace: true, service: true, hooks: true },
    status: 'completed',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 100,
    exit: 0,
    ...(head === undefined ? {} : { traceHead: head }),
    traceEvents: count,
    ...options.trial,
  };
  await mkdir(path.join(folder, 'workspace'));
  await writeFile(path.join(folder, 'trial.json'), JSON.stringify(trial));
  await writeFile(path.join(folder, 'sealed.json'), JSON.stringify(sealed));
  await writeFile(path.join(folder, 'process.yaml'), task);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
