import type { TraceEvent } from '@obey/schema';

type Unnumbered<T> = T extends unknown ? Omit<T, 'seq'> : never;

const states = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'ginkgo', 'hazel', 'ironwood', 'juniper'];

export interface SampleTraceOptions {
  readonly parallel: boolean;
  readonly items?: readonly string[];
  /** Stands wherever a candidate decides on the text. */
  readonly text?: string;
  readonly subagents?: boolean;
}

/** A trace such as a small collection task leaves: pages fetched, files written, a report at the end. */
export function sampleTrace({ parallel, items = states, text, subagents = false }: SampleTraceOptions): TraceEvent[] {
  const events: Unnumbered<TraceEvent>[] = [
    { kind: 'run', phase: 'start', source: 'runner', actor: 'main', start: 0, end: 0 },
    {
      kind: 'message',
      role: 'user',
      text: text ?? 'Collect every state.',
      source: 'harness',
      actor: 'main',
      start: 4,
      end: 4,
    },
    {
      kind: 'tool',
      id: 'read',
      name: 'Read',
      what: 'read',
      input: { file_path: 'input/states.json' },
      reads: ['input/states.json'],
      source: 'harness',
      actor: 'main',
      start: 20,
      end: 44,
    },
  ];
  let clock = 60;
  let end = clock;
  for (const [index, item] of items.entries()) {
    const actor = subagents ? `agent-${Math.floor(index / 5) + 1}` : 'main';
    const start = parallel ? 60 + index * 9 : clock;
    const length = 180 + ((index * 67) % 130);
    const failing = index === 3;
    const shared = {
      source: 'service',
      actor,
      service: 'states',
      method: 'GET',
      path: `/states/${text ?? item}`,
      bytes: 900,
    } as const;
    if (failing) {
      events.push({ ...shared, kind: 'request', status: 503, fault: 'flaky', start, end: start + 60 });
    }
    const begin = failing ? start + 75 : start;
    events.push({
      ...shared,
      kind: 'request',
      status: 200,
      start: begin,
      end: begin + length,
      proof: { item, token: 'abc', fields: {} },
    });
    events.push({
      kind: 'tool',
      id: `t${index}`,
      name: text ?? 'Bash',
      what: 'shell',
      source: 'harness',
      actor,
      input: { command: text ?? `curl -s $URL/states/${item} > work/states/${item}.json` },
      output: text ?? '',
      start: start - 6,
      end: begin + length + 12,
    });
    events.push({
      kind: 'file',
      path: `work/states/${text ?? item}.json`,
      change: 'created',
      bytes: 240,
      source: 'workspace',
      actor: 'main',
      start: begin + length + 8,
      end: begin + length + 8,
    });
    clock = begin + length + 20;
    end = Math.max(end, clock);
  }
  if (subagents) {
    for (const id of ['agent-1', 'agent-2']) {
      events.push({
        kind: 'agent',
        id,
        type: 'general-purpose',
        prompt: text ?? 'Five states',
        source: 'harness',
        actor: 'main',
        start: 52,
        end: end + 10,
      });
    }
    events.push({
      kind: 'compaction',
      before: 150_000,
      after: 20_000,
      source: 'harness',
      actor: 'main',
      start: end + 15,
      end: end + 15,
    });
  }
  events.push(
    {
      kind: 'request',
      service: 'census',
      method: 'GET',
      path: '/census/totals',
      status: 200,
      bytes: 400,
      source: 'service',
      actor: 'main',
      start: end + 20,
      end: end + 140,
    },
    {
      kind: 'file',
      path: 'report.md',
      change: 'created',
      bytes: 2400,
      source: 'workspace',
      actor: 'main',
      start: end + 180,
      end: end + 180,
    },
    {
      kind: 'message',
      role: 'assistant',
      text: text ?? 'Done: every state is collected.',
      source: 'harness',
      actor: 'main',
      start: end + 200,
      end: end + 200,
    },
    { kind: 'run', phase: 'stop', exit: 0, source: 'runner', actor: 'main', start: end + 220, end: end + 220 },
  );
  return events.sort((a, b) => a.start - b.start).map((event, seq) => ({ ...event, seq }));
}
