import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { levels, ObeyError } from '@obey/schema';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseObeyTemplate } from '../obey/dialect/parse-obey-template.js';
import { readTemplateSource } from '../template/load-suite.js';
import { parseTemplate } from '../template/parse-template.js';
import { readYamlSource } from '../template/yaml-source.js';
import { editBytes, mutate } from '../testing/spoil.js';
import { parseAnyTemplate } from './any-suite.js';
import { scriptCase } from './case-script.js';
import { bundledSuites, suiteFolder } from './suite-folders.js';

const runs = process.env.OBEY_FULL === '1' ? 1_500 : 60;
const folder = mkdtempSync(join(tmpdir(), 'obey-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const starter = suiteFolder(bundledSuites(), 'starter');
const reference = fileURLToPath(new URL('../generate/fixtures/harbour-survey.yaml', import.meta.url));
/** One of each family of ours, and one of CompactBench's dialect. */
const texts = [...readdirSync(starter).map((name) => join(starter, name)), reference].map((path) => readFileSync(path));
const textOf = (which: number): Buffer => texts[which] ?? Buffer.alloc(0);
const anyText = fc.nat(texts.length - 1);

/** One line that tells the place, or a template of which every level gives a case or one line. */
function expectOneLine(read: () => ReturnType<typeof parseAnyTemplate>): void {
  const placed = /^t\.yaml:\d+:\d+: [^\n]+$/;
  const file = told(read, placed);
  if (file === undefined) return;
  for (const level of levels) {
    told(() => {
      const { cycles } = scriptCase(file, 7n, level, 1);
      expect(cycles).toHaveLength(2);
    }, /^[^\n]+$/);
  }
}

function told<Value>(work: () => Value, line: RegExp): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (!ObeyError.isInstance(error)) throw error;
    expect(error.code).toBe('template-invalid');
    expect(error.line).toMatch(line);
    expect(error.line.length).toBeLessThan(2_500);
    return undefined;
  }
}

const readAny = (text: string) => () => parseAnyTemplate(readYamlSource(text, 't.yaml'));

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    ...[null, true, '', ' ', '{{', '{{x}}', '{{difficulty.distractor_turns}}', '__proto__', 'constructor', 'obey-1'],
    ...[-1, 0, 1.5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, [], {}, [[]], [null], { easy: -3 }, { easy: 1.5 }],
    ...['distractor_block', 'user', 'person', 'sum', '\ud83d', '💥', 'x'.repeat(5_000), 2 ** 60],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('a template with anything wrong', () => {
  it('in its bytes is a template, or one clear line', () => {
    const path = join(folder, 't.yaml');
    const edit = fc.tuple(
      fc.nat(10_000),
      fc.nat(6),
      fc.oneof(
        fc.uint8Array({ maxLength: 4 }),
        fc.constantFrom(
          ...['\n', '\t', ': ', '- ', '{{', '}}', '&a ', '*a', '<<: ', '"', '\u0000', '!!int ', '---\n', '\ufeff'].map(
            (text) => Buffer.from(text),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(anyText, fc.array(edit, { minLength: 1, maxLength: 3 }), (which, edits) => {
        const bytes = editBytes(textOf(which), edits);
        writeFileSync(path, bytes);
        // Bytes that are no UTF-8 have no place; for all else the path is shortened as the other tests have it.
        const source = told(() => readTemplateSource(path), /t\.yaml:/);
        if (source !== undefined) expectOneLine(readAny(source.text));
      }),
      { numRuns: runs },
    );
  });

  it('in its structure is a template, or one clear line', () => {
    const roots: unknown[] = texts.map((text) => parse(text.toString('utf8')));
    const mutation = fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }), fc.nat(3), junk);
    fc.assert(
      fc.property(fc.nat(roots.length - 1), fc.array(mutation, { minLength: 1, maxLength: 2 }), (which, mutations) => {
        const changed = mutations.reduce((value, [steps, how, put]) => mutate(value, steps, how, put), roots[which]);
        expectOneLine(readAny(stringify(changed)));
      }),
      { numRuns: runs * 3 },
    );
  });

  it('in its dialect is told of by either reader', () => {
    fc.assert(
      fc.property(anyText, fc.string({ unit: 'binary', maxLength: 9 }), (which, dialect) => {
        const other = textOf(which)
          .toString('utf8')
          .replace(/^dialect: .*\n/m, '');
        for (const line of [
          `dialect: ${JSON.stringify(dialect)}\n`,
          'dialect: obey-1\n',
          'dialect: compactbench-1\n',
          '',
        ]) {
          told(() => parseTemplate(line + other, 't.yaml'), /^t\.yaml:\d+:\d+: [^\n]+$/);
          told(() => parseObeyTemplate(line + other, 't.yaml'), /^t\.yaml:\d+:\d+: [^\n]+$/);
        }
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });
});
