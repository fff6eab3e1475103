import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength } from '../json/code-points.js';
import { fromPlain } from '../json/json-value.js';
import { hasShared } from '../testing/shared-data.js';
import { vectorList } from '../testing/vectors.js';
import { requireArtifact } from './parse-artifact.js';
import { cutSummary, parseState } from './parse-state.js';

describe.skipIf(!hasShared).each(['1.0.0', '2.0.0'] as const)('state parser %s, by the vectors', (version) => {
  const file = version === '1.0.0' ? 'state_parser.json' : 'state_parser_2_0_0.json';
  it.each(vectorList(file).map((vector) => [String(vector.get('name')), vector] as const))('%s', (_, vector) => {
    const parse = () => parseState(String(vector.get('text')), version);
    if (vector.has('error')) return expect(parse).toThrow(expect.objectContaining({ code: 'solve-failed' }));
    const { state, warnings } = parse();
    expect(fromPlain(state)).toEqual(vector.get('state'));
    expect(warnings).toEqual(vector.get('warnings'));
  });
});

const lenient = (reply: string) => parseState(reply, 'obey-1');

describe('state parser obey-1', () => {
  it('finds the object that is a state', () => {
    const { state, warnings } = lenient('note {"x":1} then {y} and {"locked_decisions":["a"]} ok?');
    expect(state.locked_decisions).toEqual(['a']);
    expect(warnings).toEqual(['extracted JSON object from surrounding prose']);
  });

  it('drops reasoning whatever its case, and tags without a partner', () => {
    expect(
      lenient('<Think>{"locked_decisions":["no"]}</THINK>{"locked_decisions":["a"]}').state.locked_decisions,
    ).toEqual(['a']);
    expect(lenient('</think> {"locked_decisions":["a"]} <think>').state.locked_decisions).toEqual(['a']);
  });

  it('looks behind a brace that is never closed', () => {
    expect(lenient('so {x then {"locked_decisions":["a"]} ok').state.locked_decisions).toEqual(['a']);
  });

  it('takes linear time on a reply made of tags and braces', () => {
    expect(lenient('<think>'.repeat(150_000)).warnings).toHaveLength(1);
    expect(lenient('<think></think>'.repeat(70_000)).warnings).toHaveLength(1);
    expect(lenient('{'.repeat(300_000)).warnings).toHaveLength(1);
    expect(parseState('<think></think>'.repeat(70_000), '2.0.0').warnings).toHaveLength(1);
  });

  it('keeps exactly 200 entries without a word, and says it when there are more', () => {
    const many = (count: number) =>
      JSON.stringify({ locked_decisions: Array.from({ length: count }, (_, i) => `d${i}`) });
    expect(lenient(many(200)).warnings).toEqual([]);
    expect(lenient(many(201)).warnings).toEqual(['locked_decisions exceeded 200 items; dropping the rest']);
    expect(lenient(many(201)).state.locked_decisions).toHaveLength(200);
  });

  it('replaces half a surrogate pair, escaped or not', () => {
    expect(lenient('{"locked_decisions":["\\ud800","\ud800x"]}').state.locked_decisions).toEqual(['\ufffd', '\ufffdx']);
  });

  it('makes of any reply a state that an artifact may hold', () => {
    const sections = ['immutable_facts', 'locked_decisions', 'entity_map', 'other', 'unresolved_items'];
    const value = fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' });
    const reply = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.string(), fc.dictionary(fc.constantFrom(...sections), value), fc.string())
        .map(([before, object, after]) => `${before}${JSON.stringify(object)}${after}`),
      fc
        .array(
          fc.constantFrom(
            '{',
            '}',
            '"',
            '\\',
            '<think>',
            '</think>',
            '```json\n',
            '"locked_decisions":',
            '[',
            ']',
            'x',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(reply, (text) => {
        const { state, warnings } = lenient(text);
        expect(requireArtifact({ structured_state: state, warnings }).structured_state).toEqual(state);
      }),
      { numRuns: process.env.OBEY_FULL === '1' ? 50_000 : 150 },
    );
  });

  it('caps its warnings', () => {
    const { warnings } = lenient(
      JSON.stringify({ locked_decisions: Array(80).fill(1), entity_map: { x: ['y'.repeat(900)] } }),
    );
    expect(warnings).toHaveLength(50);
    expect(warnings.at(-1)).toBe('32 more warnings');
    expect(
      Math.max(...lenient(JSON.stringify({ entity_map: { x: ['y'.repeat(900)] } })).warnings.map(codePointLength)),
    ).toBe(500);
  });
});

describe('cutSummary', () => {
  it('cuts at 8,000 code points and says so', () => {
    expect(cutSummary('😀'.repeat(8000)).warnings).toEqual([]);
    const { summary, warnings } = cutSummary('😀'.repeat(8001));
    expect(codePointLength(summary)).toBe(8000);
    expect(warnings).toHaveLength(1);
  });
});
