// What the workspace recorder keeps of fast writers, with its closing sweep off: nothing lost, nothing reordered, how late.
import { fork, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ContentStore, recordWorkspace } from '@obey/trace';

const writer = fileURLToPath(new URL('./trace-recorder-writer.mjs', import.meta.url));
const clock = () => performance.timeOrigin + performance.now();

const withRecorder = async (use) => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'obey-bench-')));
  const directory = join(root, 'workspace');
  const store = new ContentStore(join(root, 'files'));
  mkdirSync(directory);
  const recorder = await recordWorkspace({ directory, store, clock, closingSweep: false });
  try {
    return await use(recorder, directory);
  } finally {
    await recorder.stop();
    rmSync(root, { recursive: true, force: true });
  }
};

/** Runs the writer in a process of its own; gives what it says it wrote and when. */
const write = (directory, work, ...rest) =>
  new Promise((resolve, reject) => {
    const child = fork(writer, [directory, work, ...rest.map(String)], { serialization: 'advanced' });
    let written = [];
    child.on('message', (message) => {
      written = message;
    });
    child.on('exit', (code) => (code === 0 ? resolve(written) : reject(new Error(`the writer ended with ${code}`))));
  });

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** 10,000 files within one second, half of them in new directories. */
const manyFiles = () =>
  withRecorder(async (recorder, directory) => {
    const written = await write(directory, 'many', 10_000);
    await wait(2000);
    const seen = new Map();
    for (const event of recorder.events()) if (!seen.has(event.path)) seen.set(event.path, event.end);
    const lags = written.map(({ path, at }) => (seen.get(path) ?? Number.POSITIVE_INFINITY) - at).sort((a, b) => a - b);
    return [
      { what: '10,000 files: written within', value: written.at(-1).at - written[0].at, unit: 'ms', most: 2000 },
      { what: '10,000 files: no event in 2 s', value: lags.filter((lag) => !(lag <= 2000)).length, unit: '', most: 0 },
      { what: '10,000 files: latest event', value: lags.at(-1), unit: 'ms', most: 2000 },
      { what: '10,000 files: damage', value: recorder.damaged === undefined ? 0 : 1, unit: '', most: 0 },
    ];
  });

const rewrites = () =>
  withRecorder(async (recorder, directory) => {
    await write(directory, 'rewrite', 500, 5);
    await recorder.marker();
    const contents = new Set();
    for (const event of recorder.events()) if (!event.partial && event.bytes > 0) contents.add(event.sha256);
    return [{ what: '500 rewrites 5 ms apart: kept', value: (contents.size / 500) * 100, unit: '%', least: 99.5 }];
  });

/** A file, then a request to a service in the recorder's process, while every core has two other things to do. */
const pairs = () =>
  withRecorder(async (recorder, directory) => {
    const requests = [];
    const server = createServer(async (request, response) => {
      requests.push({ path: request.url?.slice(1), start: await recorder.marker() });
      response.end();
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const burners = Array.from({ length: availableParallelism() * 2 }, () =>
      spawn(process.execPath, ['-e', 'for (;;) Math.sqrt(Math.random())']),
    );
    try {
      await write(directory, 'pairs', 600, server.address().port);
    } finally {
      for (const burner of burners) burner.kill();
      server.close();
    }
    const seen = new Map(recorder.events().map((event) => [event.path, event.end]));
    return [
      { what: '600 write-then-request pairs: recorded', value: requests.length, unit: '', least: 600 },
      {
        what: '600 write-then-request pairs: reordered',
        value: requests.filter(({ path, start }) => !(seen.get(path) < start)).length,
        unit: '',
        most: 0,
      },
      { what: 'lag under full load', value: recorder.lag(), unit: 'ms', most: 1000 },
    ];
  });

export async function measure() {
  return [...(await manyFiles()), ...(await rewrites()), ...(await pairs())];
}
