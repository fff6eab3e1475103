import type { CollectedTrace, Entry } from './collect-trace.js';
import type { Lane, Mark, Timeline } from './timeline.js';

export interface TimelineOptions {
  /** Marks to draw at most, and lanes. */
  readonly marks: number;
  readonly lanes: number;
}

/** One lane per actor and item; what does not fit the limits is counted, never silently dropped. */
export function buildTimeline(trace: CollectedTrace, options: TimelineOptions): Timeline {
  const drawn = choose(trace.entries, options.marks);
  const itemOf = (entry: Entry): string | null =>
    entry.item ?? (entry.subject === null ? null : trace.names.of(entry.subject));
  const workers = actorsByItem(drawn.filter(isHarness), itemOf);
  const lanes = new Map<string, { actor: string; item: string | null; entries: Entry[] }>();
  for (const entry of drawn.sort((a, b) => a.start - b.start || a.seq - b.seq)) {
    const item = itemOf(entry);
    const actor = item === null || isHarness(entry) ? entry.actor : (soleActor(workers.get(item)) ?? entry.actor);
    const key = JSON.stringify([actor, item]);
    const lane = lanes.get(key);
    if (lane === undefined) lanes.set(key, { actor, item, entries: [entry] });
    else lane.entries.push(entry);
  }
  const all = [...lanes.values()];
  const kept = new Set(
    [...all]
      .sort((a, b) => Number(b.item === null) - Number(a.item === null) || citations(b.entries) - citations(a.entries))
      .slice(0, options.lanes),
  );
  const actors = [...new Set(all.map(({ actor }) => actor))].sort(
    (a, b) => Number(b === 'main') - Number(a === 'main'),
  );
  const built = actors.flatMap((actor) => {
    const own = all.filter((lane) => lane.actor === actor && kept.has(lane));
    return [...own.filter(({ item }) => item === null), ...own.filter(({ item }) => item !== null)].map(
      ({ item, entries }): Lane => ({ actor, name: nameOf(actor, trace), item, ...packRows(entries) }),
    );
  });
  const marks = built.flatMap((lane) => lane.marks);
  return {
    // What a candidate needs to start is no part of its work.
    startMs: Math.min(trace.lastMoment, ...marks.map(({ start }) => start)),
    endMs: trace.lastMoment,
    lanes: built,
    events: trace.events,
    hidden: trace.events - marks.reduce((sum, { count }) => sum + count, 0),
    hiddenLanes: all.length - built.length,
    peak: peak(marks, 'request') ?? peak(marks, 'tool'),
  };
}

const isHarness = ({ kind }: Entry): boolean => kind === 'tool' || kind === 'agent' || kind === 'message';

function nameOf(actor: string, { agents }: CollectedTrace): string {
  const type = agents.get(actor);
  return type === undefined ? actor : `${type} ${actor.slice(0, 8)}`;
}

// A service or a watcher cannot see which subagent acted; where one alone worked on an item, it was that one.
function actorsByItem(entries: readonly Entry[], itemOf: (entry: Entry) => string | null): Map<string, Set<string>> {
  const actors = new Map<string, Set<string>>();
  for (const entry of entries) {
    const item = itemOf(entry);
    if (item !== null) actors.set(item, (actors.get(item) ?? new Set()).add(entry.actor));
  }
  return actors;
}

const soleActor = (actors: ReadonlySet<string> | undefined): string | undefined =>
  actors?.size === 1 ? [...actors][0] : undefined;

const citations = (entries: readonly Entry[]): number => entries.filter(({ cited }) => cited).length;

// Rare and telling kinds come first; of the rest every n-th is taken, so that no part of the run is left blank.
function choose(entries: readonly Entry[], most: number): Entry[] {
  const first = entries.filter(({ cited, kind }) => cited || kind === 'compaction' || kind === 'agent').slice(0, most);
  const chosen = new Set(first);
  const rest = entries.filter((entry) => !chosen.has(entry));
  const room = Math.min(most - first.length, rest.length);
  for (let index = 0; index < room; index += 1) {
    const entry = rest[Math.floor((index * rest.length) / room)];
    if (entry !== undefined) first.push(entry);
  }
  return first;
}

const isBar = ({ kind }: { kind: Mark['kind'] }): boolean => kind === 'request' || kind === 'tool' || kind === 'agent';

/** Bars of a kind that overlap go below one another; a request may lie within the tool call that made it. */
function packRows(entries: readonly Entry[]): { rows: number; marks: Mark[] } {
  const ends = new Map<Mark['kind'], number[]>();
  let rows = 1;
  const marks = entries.map(({ actor: _actor, item: _item, subject: _subject, ...entry }): Mark => {
    if (!isBar(entry)) return { ...entry, row: 0 };
    const busy = ends.get(entry.kind) ?? [];
    ends.set(entry.kind, busy);
    const free = busy.findIndex((end) => end <= entry.start);
    const row = free === -1 ? busy.length : free;
    busy[row] = entry.end;
    rows = Math.max(rows, row + 1);
    return { ...entry, row };
  });
  return { rows, marks };
}

/** The most that were open at one moment; one that ends as another starts does not overlap it. */
function peak(marks: readonly Mark[], of: 'request' | 'tool'): Timeline['peak'] {
  const edges = marks
    .filter(({ kind }) => kind === of)
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step);
  let open = 0;
  let count = 0;
  for (const { step } of edges) {
    open += step;
    count = Math.max(count, open);
  }
  return edges.length === 0 ? null : { of, count: Math.max(count, 1) };
}
