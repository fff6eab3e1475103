import { ObeyError } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTokens } from '../score/token-count.js';
import { editBytes, mutate } from '../testing/spoil.js';
import { artifactDigest } from './artifact-json.js';
import { parseArtifact, readArtifactText, requireArtifact } from './parse-artifact.js';
import { renderArtifact } from './render-artifact.js';

const runs = process.env.OBEY_FULL === '1' ? 10_000 : 400;

const whole = {
  schemaVersion: '1.0.0',
  summaryText: 'Iris leads; never deploy on Fridays. 💥',
  structured_state: {
    immutable_facts: ['the budget is $4,000', 'x'.repeat(500)],
    locked_decisions: ['store in PostgreSQL'],
    deferred_items: [],
    forbidden_behaviors: ['deploy on Fridays', '<|endoftext|>'],
    entity_map: { '10': 'ten', Iris: 'leads' },
    unresolved_items: ['pick a region'],
  },
  selectedSourceTurnIds: [0, 3],
  warnings: ['one'],
  methodMetadata: { calls: 2, nested: { deep: [1, null, true] } },
};

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, '', ' ', '__proto__', '\ud800', -1, 1.5, 1e300, [], {}, [[]], 'x'.repeat(9_000)],
    ...[Array(300).fill(''), Array(300).fill('e'), Object.fromEntries([[`${'k'.repeat(9_000)}`, 3]])],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** An artifact that everything can be done with, or issues, and one short line of them. */
function expectArtifactOrLine(text: string): void {
  for (const bothSpellings of [false, true]) {
    const parsed = readArtifactText(text, { bothSpellings });
    if (parsed.ok) {
      const { artifact } = parsed;
      expect(parseArtifact(artifact)).toEqual(parsed);
      expect(artifactDigest(artifact)).toMatch(/^[0-9a-f]{64}$/);
      expect(countTokens(renderArtifact(artifact))).toBeGreaterThanOrEqual(0);
      continue;
    }
    expect(parsed.issues.length).toBeGreaterThan(0);
    for (const { kind, message } of parsed.issues) {
      expect(kind).toMatch(/^[a-z_]+$/);
      expect(message).toMatch(/^[^\n]{1,300}$/);
    }
  }
}

describe('an artifact with anything wrong', () => {
  it('in its text is an artifact, or what is wrong with it', () => {
    const bytes = Buffer.from(JSON.stringify(whole));
    const put = fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.constantFrom(...['"', '{', '}', ',', '\\ud800', '1e999', '\n', 'null', '[['].map((text) => Buffer.from(text))),
    );
    const edit = fc.tuple(fc.nat(bytes.length), fc.nat(8), put);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        expectArtifactOrLine(editBytes(bytes, edits).toString('utf8'));
      }),
      { numRuns: runs },
    );
  });

  it('in its structure is an artifact, or one short line', () => {
    const mutation = fc.tuple(fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }), fc.nat(3), junk);
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const changed = mutations.reduce<unknown>((value, [steps, how, put]) => mutate(value, steps, how, put), whole);
        expectArtifactOrLine(JSON.stringify(changed) ?? '');
        try {
          expect(requireArtifact(changed)).toHaveProperty('summaryText');
        } catch (error) {
          if (!ObeyError.isInstance(error)) throw error;
          expect(error.code).toBe('solve-failed');
          expect(error.line).toMatch(/^not an artifact: [^\n]{1,2000}$/u);
        }
      }),
      { numRuns: runs },
    );
  });
});
