// What it costs to judge: replay and score of parsed events, and a trial's folder to its scorecard, at a million events.
// Processor time, so that a busy machine does not count.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeTrial, observableInTrial, scoreReplay, TraceObserver } from '@obey/judge';
import { parseProcessYaml, replayProcess } from '@obey/process';
import { ContentStore, mergeEvents, writeTrace } from '@obey/trace';

const secret = 'ab'.repeat(32);

const task = `id: many-pages
version: 1.0.0
title: Many pages
domain: benchmark
facts:
  pages: { key: id }
limits: { minutes: 60 }
network: world
services:
  site: { latencyMs: [10, 20] }
process:
  - step: start
    done: { requested: GET /start }
  - forEach: page in pages
    mode: parallel
    do:
      - try:
          - step: collect
            started: { requested: "GET /pages/{page.id}" }
            done: { wrote: "work/{page.id}.json" }
            yields: work/{page.id}.json
        catch:
          on: { requested: "GET /pages/{page.id}", where: status >= 400 }
          retry: { max: 3, where: status >= 500 }
          otherwise:
            - step: giveUp
              done: { wrote: "work/missing/{page.id}.txt" }
  - forEach: page in pages
    do:
      - if: collect.value > 50
        then:
          - step: flag
            done: { wrote: "work/flags/{page.id}.json" }
  - step: total
    done: { wrote: total.json }
    yields: total.json
    aggregate:
      of: [collect]
      expect: '{ "total": $sum(values.value.value) }'
`;

/** A run that follows the task with so many pages, between events that nothing asks for, \`events\` of them in all. */
function record(events, pages, keep) {
  const service = [];
  const workspace = [];
  const harness = [];
  let now = 10;
  const ask = (path, status) => {
    const event = { kind: 'request', start: now, end: now + 5, source: 'service', actor: 'main', service: 'site' };
    service.push({ ...event, method: 'GET', path, status, bytes: 40, ...(status >= 400 ? { fault: 'busy' } : {}) });
  };
  const wrote = (path, text) => {
    const event = { kind: 'file', start: now, end: now, source: 'workspace', actor: 'main', path, change: 'created' };
    workspace.push({ ...event, sha256: keep(text), bytes: text.length });
  };
  ask('/start', 200);
  now += 10;
  let total = 0;
  const ids = Array.from({ length: pages }, (_, index) => `p${index}`);
  ids.forEach((id, index) => {
    if (index % 4 === 0) ask(`/pages/${id}`, 503);
    now += 0.01;
  });
  now += 10;
  for (const id of ids) {
    ask(`/pages/${id}`, 200);
    now += 0.01;
  }
  now += 10;
  ids.forEach((id, index) => {
    const value = index % 101;
    total += value;
    wrote(`work/${id}.json`, JSON.stringify({ value, id }));
    now += 0.01;
  });
  now += 10;
  ids.forEach((id, index) => {
    if (index % 101 > 50) wrote(`work/flags/${id}.json`, JSON.stringify({ flagged: id }));
    now += 0.01;
  });
  now += 10;
  wrote('total.json', JSON.stringify({ total }));
  const more = events - service.length - workspace.length - 3;
  for (let index = 0; index < more; index += 1) {
    const at = (now * index) / more;
    const common = { start: at, end: at, source: 'harness', actor: 'main' };
    if (index % 4 === 0) harness.push({ ...common, kind: 'usage', input: 100, output: 20 });
    else if (index % 4 === 1)
      harness.push({ ...common, kind: 'message', role: 'assistant', text: `Now page ${index}.` });
    else {
      const tool = { ...common, kind: 'tool', id: `call${index}`, name: 'Read', what: 'read', input: { n: index } };
      harness.push({ ...tool, reads: [`notes/${index % 5000}.md`] });
    }
  }
  const edge = { kind: 'run', source: 'runner', actor: 'main' };
  const done = {
    kind: 'message',
    role: 'assistant',
    text: 'Done.',
    start: now,
    end: now,
    source: 'harness',
    actor: 'main',
  };
  harness.push(done);
  const runner = [
    { ...edge, phase: 'start', start: 0, end: 0, lags: {} },
    { ...edge, phase: 'stop', start: now + 1, end: now + 1, exit: 0 },
  ];
  return { ids, trace: mergeEvents([service, workspace, harness, runner]) };
}

const cpu = ({ user, system }) => user + system;

function scoring(process_, facts, replay, observer) {
  return scoreReplay({
    identity: {
      ...{ task: 'many-pages', version: '1.0.0', seed: 1, level: 'easy', isolation: 'none', status: 'completed' },
      ...{ candidate: { harness: 'reference', environment: 'local' }, trial: 'trial' },
    },
    ...{ process: process_, replay, observer, facts, parameters: {}, damaged: {}, audit: false, files: {}, checks: {} },
    evaluation: { correctness: [], questions: [] },
    content: () => undefined,
  });
}

async function measureParsed(events, pages, rounds) {
  const contents = new Map();
  const keep = (text) => {
    const name = `${contents.size}`.padStart(64, '0');
    contents.set(name, text);
    return name;
  };
  const { ids, trace } = record(events, pages, keep);
  const facts = { pages: ids.map((id) => ({ id })) };
  const parsed = parseProcessYaml(task, { facts: { pages: { key: 'id' } }, parameters: [] });
  const observable = observableInTrial(
    { harness: 'reference', environment: 'local' },
    { workspace: true, service: true, hooks: true },
  );
  const context = { facts, parameters: {}, observable, content: (name) => contents.get(name), plannedFaults: [] };
  const times = [];
  let cited = 0;
  for (let round = 0; round < rounds; round += 1) {
    const began = process.cpuUsage();
    const observer = new TraceObserver({ proofs: false });
    for (const event of trace) observer.observe(event);
    const replay = await replayProcess(parsed, trace, context);
    const scorecard = await scoring(parsed, facts, replay, observer);
    times.push(cpu(process.cpuUsage(began)));
    if (scorecard.score !== 100) throw new Error(`scored ${scorecard.score}: ${JSON.stringify(scorecard.findings[0])}`);
    cited = new Set(replay.units.flatMap(({ cites }) => cites)).size;
  }
  const median = times.sort((a, b) => a - b)[rounds >> 1] ?? 0;
  return { perEvent: median / trace.length, ms: median / 1_000, cited };
}

async function measureFolder(events, pages) {
  const folder = mkdtempSync(join(tmpdir(), 'obey-bench-'));
  try {
    const store = new ContentStore(join(folder, 'files'));
    const head = await (async () => {
      const { ids, trace } = record(events, pages, (text) => store.put(text));
      await store.flush();
      const facts = { pages: ids.map((id) => ({ id })) };
      const services = { site: { latencyMs: [10, 20], routes: [] } };
      writeFileSync(join(folder, 'sealed.json'), JSON.stringify({ parameters: {}, facts, services, secret }));
      return (await writeTrace(join(folder, 'trace.jsonl'), trace)).head;
    })();
    writeFileSync(join(folder, 'process.yaml'), task);
    mkdirSync(join(folder, 'workspace'));
    const trial = {
      ...{ schema: 'obey-trial/1', id: 'trial', task: 'many-pages', version: '1.0.0', seed: 1, level: 'easy', pace: 1 },
      candidate: { harness: 'reference', environment: 'local' },
      recorders: { workspace: true, service: true, hooks: true },
      ...{ isolation: 'none', status: 'completed', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 1, exit: 0 },
      ...{ traceHead: head, traceEvents: events },
    };
    writeFileSync(join(folder, 'trial.json'), JSON.stringify(trial));
    globalThis.gc?.();
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const began = process.cpuUsage();
    const scorecard = await judgeTrial(folder);
    const used = cpu(process.cpuUsage(began));
    clearInterval(watch);
    peak = Math.max(peak, process.memoryUsage.rss());
    if (scorecard.score !== 100) throw new Error(`scored ${scorecard.score}: ${JSON.stringify(scorecard.findings[0])}`);
    return { perEvent: used / events, peak: peak / 2 ** 20 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function measure() {
  const folder = await measureFolder(1_000_000, 40_000);
  const large = await measureParsed(1_000_000, 40_000, 3);
  const small = await measureParsed(10_000, 400, 15);
  return [
    { what: 'replay and score, 1,000,000 parsed events, per event', value: large.perEvent, unit: 'µs', most: 5 },
    { what: 'events cited in it ', value: large.cited, unit: '', least: 100_000 },
    { what: 'replay and score of 10,000 parsed events', value: small.ms, unit: 'ms', most: 50 },
    { what: 'file to scorecard, 1,000,000 events, per event', value: folder.perEvent, unit: 'µs', most: 12 },
    { what: 'peak memory of it', value: folder.peak, unit: 'MB', most: 1024 },
  ];
}
