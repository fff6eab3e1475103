import { appendFile, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPlain } from '../json/json-value.js';
import { diagnoseItems } from '../score/diagnose-items.js';
import { closeTo } from '../testing/close-to.js';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { vectorFile, vectorList } from '../testing/vectors.js';
import { eventLine } from './event-line.js';
import { parseResults } from './parse-results.js';
import { openResults, readResultsFile, repairResultsFile } from './results-file.js';
import { caseEvents, toRunResult } from './run-result.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-results-'));
});
afterAll(() => rm(folder, { recursive: true }));

const shared = (name: string) => sharedFile(`vectors/results/${name}`);
const readShared = (name: string) => parseResults(shared(name), `results/${name}`);

describe.skipIf(!hasShared)('results.jsonl, by the vectors', () => {
  it.each(vectorList('results_read.json').map((vector) => [String(vector.get('file')), vector] as const))(
    'reads %s',
    (file, vector) => {
      const read = () => toRunResult(readShared(file));
      if (vector.has('error')) {
        const place = /^invalid event at (.*):(\d+)/.exec(String(vector.get('message')));
        expect(read).toThrow(
          expect.objectContaining({
            code: 'run-invalid',
            at: place === null ? { file: `results/${file}` } : { file: place[1], line: Number(place[2]) },
            message: expect.stringContaining(place === null ? 'no run_start event found' : 'invalid event'),
          }),
        );
        return;
      }
      const { cases, ...rest } = read();
      expect(rest).toEqual(closeTo(toPlain(vector.get('run_result') ?? null)));
      expect(cases).toHaveLength(Number(vector.get('n_cases')));
      const scores = cases.map((one) => [one.case_id, one.case_score, one.drift_resistance]);
      expect(scores).toEqual(toPlain(vector.get('case_scores') ?? null));
      expect(diagnoseItems(cases)).toEqual(closeTo(toPlain(vector.get('breakdown') ?? null)));
    },
  );

  it('writes the lines of the reference byte for byte', () => {
    const shapes = vectorFile('contracts_shapes.json');
    const lines = ['run_start_line', 'case_complete_line', 'run_end_line'].map((name) => String(shapes.get(name)));
    const { events } = parseResults(lines.join(''), 'shapes');
    expect(events.map(eventLine)).toEqual(lines);
    for (const file of [
      'echo_naive_elite_practice_elite.jsonl',
      'mock_naive_starter.jsonl',
      'mock_hierarchical_drift0.jsonl',
    ]) {
      expect(readShared(file).events.map(eventLine).join('')).toBe(shared(file));
    }
  });

  it('keeps every case of a file cut anywhere, and can go on with it', async () => {
    const whole = Buffer.from(shared('mock_naive_starter.jsonl'));
    const ends = [...whole.keys()].filter((index) => whole[index] === 0x0a);
    const path = join(folder, 'cut.jsonl');
    const [first = 0] = ends;
    const step = process.env.OBEY_FULL === '1' ? 7 : 997;
    for (let cut = first + 1; cut <= whole.length; cut += step) {
      await writeFile(path, whole.subarray(0, cut));
      const complete = ends.filter((end) => end < cut || (end === cut && cut < whole.length)).length;
      expect((await readResultsFile(path)).events).toHaveLength(complete);
      await repairResultsFile(path);
      await appendFile(path, whole.subarray((ends[complete - 1] ?? 0) + 1));
      expect(await readFile(path)).toEqual(whole);
    }
  });
});

const start = `{"event":"run_start","run_id":"r","method_name":"m","method_version":"1","suite_key":"s","suite_version":"1","scorer_version":"2.0.0","target_provider":"p","target_model":"t","difficulty":"easy","drift_cycles":0,"seed_group":"g","case_count_per_template":1,"started_at":"2026-01-01T00:00:00Z"}\n`;

describe('reading', () => {
  const fault = (text: string) => {
    try {
      return toRunResult(parseResults(text, 'r.jsonl'));
    } catch (error) {
      return (error as { line: string }).line;
    }
  };

  it('says in one line where and what', () => {
    expect(fault(`${start}3\n`)).toMatch(/^r\.jsonl:2: invalid event: expected an object; /);
    expect(fault(`${start}{}\n`)).toMatch(/^r\.jsonl:2: invalid event: `event` must be /);
    expect(fault(`${start}{"event":"case_complete"}\n`)).toMatch(/^r\.jsonl:2: invalid event: case_result: /);
    expect(fault(start.replace('"easy"', '"Easy"'))).toMatch(/^r\.jsonl:1: invalid event: difficulty: /);
    expect(fault(start.replace('"r"', '"\\ud800"'))).toMatch(/^r\.jsonl:1: invalid event: run_id: /);
    expect(fault(start.replace('Z"}', 'Z","obey":{}}'))).toMatch(/^r\.jsonl:1: invalid event: obey/);
  });

  it('takes the reference’s other spellings of numbers and moments', () => {
    const lax = start
      .replace('"drift_cycles":0', '"drift_cycles":"2.0"')
      .replace('"2026-01-01T00:00:00Z"', '1776513600.25');
    expect(parseResults(lax, 'r').events[0]).toMatchObject({
      drift_cycles: 2,
      started_at: '2026-04-18T12:00:00.250000Z',
    });
  });

  it('keeps a whole last line that lacks its end', () => {
    expect(parseResults(start.trim(), 'r')).toMatchObject({ events: [{ run_id: 'r' }], torn: false });
    expect(parseResults(`${start}{"event":`, 'r')).toMatchObject({ events: [{ run_id: 'r' }], torn: true });
  });

  it('names the line that is not UTF-8, unless it is the torn one', async () => {
    const path = join(folder, 'bytes.jsonl');
    await writeFile(path, Buffer.concat([Buffer.from(start), Buffer.from([0x22, 0xff, 0x22, 0x0a]), Buffer.from('x')]));
    await expect(readResultsFile(path)).rejects.toMatchObject({ code: 'run-invalid', at: { file: path, line: 2 } });
    await writeFile(path, Buffer.concat([Buffer.from(start), Buffer.from([0x7b, 0xe2, 0x82])]));
    expect((await readResultsFile(path)).torn).toBe(true);
    await expect(readResultsFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe.skipIf(!hasShared)('a file with anything wrong', () => {
  const text = hasShared ? shared('interrupted_no_run_end.jsonl') : '';

  it('is a run, or one clear line', () => {
    const edit = fc.tuple(
      fc.nat(text.length),
      fc.nat(12),
      fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('"', '{', '\n', '1e999', 'null', '[]')),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let damaged = text;
        for (const [at, gone, put] of edits) damaged = damaged.slice(0, at) + put + damaged.slice(at + gone);
        try {
          expect(toRunResult(parseResults(damaged, 'r.jsonl')).run_id).toEqual(expect.any(String));
        } catch (error) {
          if (!ObeyError.isInstance(error)) throw error;
          expect(error.code).toBe('run-invalid');
          expect(error.line).toMatch(/^r\.jsonl:.+; .+$/);
        }
      }),
      { numRuns: process.env.OBEY_FULL === '1' ? 20_000 : 300 },
    );
  });
});

describe('writing', () => {
  const [event] = parseResults(start, 'r').events;
  if (event === undefined) throw new Error('no event');

  it('never overwrites unless told so', async () => {
    const path = join(folder, 'new.jsonl');
    const writer = await openResults(path, 'create');
    await Promise.all([writer.append(event), writer.append(event)]);
    await writer.close();
    expect(await readFile(path, 'utf8')).toBe(start + start);
    await expect(openResults(path, 'create')).rejects.toMatchObject({ code: 'conflict' });
    await (await openResults(path, 'replace')).close();
    expect(await readFile(path, 'utf8')).toBe('');
    await expect(openResults(join(folder, 'no', 'folder'), 'create')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('repairs before it appends', async () => {
    const path = join(folder, 'torn.jsonl');
    await writeFile(path, `${start}{"event":"case_comp`);
    const writer = await openResults(path, 'append');
    await writer.append(event);
    await writer.close();
    expect(await readFile(path, 'utf8')).toBe(start + start);
    expect(await repairResultsFile(path)).toBe('none');
    await writeFile(path, start.trim());
    expect(await repairResultsFile(path)).toBe('line feed added');
    expect(await readFile(path, 'utf8')).toBe(start);
  });

  it.skipIf(!hasShared)('goes on where the reference’s own resume spoilt its file', async () => {
    const path = join(folder, 'resumed.jsonl');
    await writeFile(path, shared('truncated_last_line.jsonl'));
    expect(await repairResultsFile(path)).toBe('torn line removed');
    const rest = readShared('mock_naive_starter.jsonl').events.slice(3);
    const writer = await openResults(path, 'append');
    for (const one of rest) await writer.append(one);
    await writer.close();
    const log = await readResultsFile(path);
    expect(caseEvents(log)).toHaveLength(4);
    const copy = join(folder, 'whole.jsonl');
    await writeFile(copy, shared('mock_naive_starter.jsonl'));
    await copyFile(copy, join(folder, 'again.jsonl'));
    expect(toRunResult(log)).toEqual(toRunResult(await readResultsFile(copy)));
  });
});
