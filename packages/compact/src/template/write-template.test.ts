import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseValue } from '../case/case-value.js';
import { markFloat } from '../case/float-marks.js';
import { Timestamp } from '../case/timestamp.js';
import { writeJson } from '../case/write-json.js';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { parseTemplate } from './parse-template.js';
import type { Template } from './template.js';
import { validateTemplate } from './validate-template.js';
import { writeTemplate } from './write-template.js';

const name = fc.stringMatching(/^[A-Za-z_][\wé٣]{0,8}$/u);
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('yes', '010', '~', '2024-01-01', 'a: b', '<<', '=', ''),
  )
  .filter((one) => !/\p{Cs}/u.test(one));
const filledText = text.filter((one) => one !== '');
const integer = fc.integer({ min: -9, max: 99 });
const level = <Value>(value: fc.Arbitrary<Value>) =>
  fc.record({ easy: value, medium: value, hard: value, elite: value }, { requiredKeys: [] });
const scalar: fc.Arbitrary<CaseValue> = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  integer,
  fc.bigInt({ min: 2n ** 60n }),
  fc.double(),
  fc.constantFrom(new Timestamp('2024-02-29'), new Timestamp('2024-01-01T10:20:30.500000-05:30')),
);

/** Whole numbers are floats or integers, as the coin falls. */
function marked<Container extends ReadonlyMap<string, CaseValue> | readonly CaseValue[]>(
  container: Container,
  keys: Iterable<[string | number, CaseValue]>,
): Container {
  for (const [key, member] of keys) if (typeof member === 'number' && member % 2 === 0) markFloat(container, key);
  return container;
}

const list = (member: fc.Arbitrary<CaseValue>) =>
  fc.array(member, { maxLength: 4 }).map((items) => marked(items, items.entries()));
const map = (member: fc.Arbitrary<CaseValue>) =>
  fc.array(fc.tuple(text, member), { maxLength: 4 }).map((entries) => {
    const made = new Map(entries);
    return marked(made, made.entries());
  });
const { nested } = fc.letrec<{ nested: CaseValue }>((tie) => ({
  nested: fc.oneof({ depthSize: 'small' }, scalar, list(tie('nested')), map(tie('nested'))),
}));

const turn = fc.oneof(
  fc.record({
    role: fc.constantFrom('user' as const, 'assistant' as const, 'system' as const),
    template: filledText,
    tags: fc.array(text, { maxLength: 2 }),
    count: fc.oneof(fc.constant(null), integer, text),
  }),
  fc.record({
    role: fc.constant('distractor_block' as const),
    template: fc.oneof(fc.constant(null), text),
    tags: fc.array(text, { maxLength: 2 }),
    count: fc.oneof(integer, text),
  }),
);
const texts = fc.array(text, { maxLength: 3 });
const templates: fc.Arbitrary<Template> = fc.record({
  key: fc.stringMatching(/^[A-Za-z_][\w-]{0,8}$/),
  family: name,
  version: fc.constantFrom('1.0.0', '10.20.30', '٣.0.1'),
  difficulty_policy: fc.record({
    distractor_turns: level(integer),
    paraphrase_depth: level(integer),
    override_timing: level(text),
  }),
  variables: fc.array(fc.record({ name, generator: filledText }), { maxLength: 3 }),
  transcript: fc.record({ turns: fc.array(turn, { maxLength: 4 }) }),
  ground_truth: fc.record({
    immutable_facts: texts,
    locked_decisions: texts,
    forbidden_behaviors: texts,
    unresolved_items: texts,
    deferred_items: texts,
    entity_map: fc.array(fc.tuple(text, text), { maxLength: 3 }).map((entries) => new Map(entries)),
  }),
  evaluation_items: fc.array(
    fc.record({
      key: name,
      type: filledText,
      prompt: filledText,
      expected: map(nested) as fc.Arbitrary<ReadonlyMap<string, CaseValue>>,
    }),
    { maxLength: 3 },
  ),
});

const exact = (template: Template) =>
  template.evaluation_items.map(({ expected }) =>
    writeJson(expected, { indented: false, ascii: false, floats: 'short' }),
  );

describe('writeTemplate', () => {
  it('writes what reads back as the same template', () => {
    fc.assert(
      fc.property(templates, (template) => {
        const written = writeTemplate(template);
        const again = parseTemplate(written).template;
        expect(again).toEqual(template);
        expect(exact(again)).toEqual(exact(template));
        expect(writeTemplate(again)).toBe(written);
      }),
      { numRuns: process.env.OBEY_FULL === '1' ? 3000 : 100 },
    );
  });

  it('writes for people', () => {
    const yaml = `template:
  key: a
  family: a
  version: 1.0.0
  difficulty_policy: {}
  variables:
    - name: who
      generator: person_name
  transcript:
    turns:
      - role: user
        template: "Hello {{who}}, \\"x\\""
      - role: distractor_block
        count: 3
  ground_truth:
    entity_map:
      "10": ten
  evaluation_items:
    - key: q
      type: planning_soundness
      prompt: What next
      expected:
        check: exact
        values:
          - one
          - 2.0
        none: []
`;
    expect(writeTemplate(parseTemplate(yaml).template)).toBe(yaml);
  });

  it.skipIf(!hasShared)('gives every accepted template of the vectors again', () => {
    for (const { yaml, parse } of JSON.parse(sharedFile('vectors/templates_accept_reject.json')).vectors) {
      if (parse !== 'ok') continue;
      const { template } = parseTemplate(yaml);
      const again = parseTemplate(writeTemplate(template));
      expect(again.template).toEqual(template);
      expect(exact(again.template)).toEqual(exact(template));
    }
  });
});

describe('parseTemplate', () => {
  const words = ['template', 'key', 'turns', 'role', 'user', 'count', 'expected', 'easy', '1.0.0', 'a', 'variables'];
  const whole = writeTemplate(fc.sample(templates, 1)[0] as Template);

  it('throws nothing untyped at damaged templates', async () => {
    const { ObeyError } = await import('@obey/schema');
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(12),
        fc.oneof(fc.string(), fc.constantFrom(...words)),
        (at, cut, put) => {
          try {
            validateTemplate(parseTemplate(whole.slice(0, at) + put + whole.slice(at + cut), 'a.yaml'));
          } catch (error) {
            if (!ObeyError.isInstance(error)) throw error;
            expect(error.line).toMatch(/^a\.yaml:\d+:\d+: .+$/u);
          }
        },
      ),
      { numRuns: process.env.OBEY_FULL === '1' ? 10_000 : 200 },
    );
  });

  it('throws nothing untyped at structures of another shape', async () => {
    const { ObeyError } = await import('@obey/schema');
    const keys = fc.constantFrom(
      ...words,
      'difficulty_policy',
      'transcript',
      'ground_truth',
      'evaluation_items',
      '__proto__',
    );
    const shape = fc.object({ key: keys, maxDepth: 5, maxKeys: 6 });
    fc.assert(
      fc.property(shape, (object) => {
        const yaml = JSON.stringify({ template: object }).replace(/[\u007f-\u009f]|\p{Cs}/gu, '');
        try {
          validateTemplate(parseTemplate(yaml, 'a.yaml'));
        } catch (error) {
          if (!ObeyError.isInstance(error)) throw error;
          expect(error.line).toMatch(/^a\.yaml:\d+:\d+: .+$/u);
        }
      }),
      { numRuns: process.env.OBEY_FULL === '1' ? 10_000 : 200 },
    );
  });
});
