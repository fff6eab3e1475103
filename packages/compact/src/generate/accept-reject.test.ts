import { ObeyError } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { writeCase } from '../case/write-case.js';
import { parseTemplate } from '../template/parse-template.js';
import { validateTemplate } from '../template/validate-template.js';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { generateCase } from './generate-case.js';

interface Vector {
  readonly name: string;
  readonly yaml: string;
  readonly parse: string;
  readonly validate?: string;
  readonly generate?: string;
  readonly case_compact_form?: string;
}

const vectors: readonly Vector[] = hasShared
  ? JSON.parse(sharedFile('vectors/templates_accept_reject.json')).vectors
  : [];

/** The name of the error that an attempt ends in, or `ok`. An untyped error fails the test. */
function outcome(attempt: () => unknown): string {
  try {
    attempt();
    return 'ok';
  } catch (error) {
    if (!ObeyError.isInstance(error)) throw error;
    expect(error.line).not.toMatch(/\n/);
    return error.name;
  }
}

describe.skipIf(!hasShared)('templates that the reference accepts and refuses', () => {
  it('are 170', () => expect(vectors.length).toBe(170));

  it.each(vectors)('$name', ({ yaml, parse, validate, generate, case_compact_form }) => {
    expect(outcome(() => parseTemplate(yaml, 'a.yaml'))).toBe(parse);
    if (parse !== 'ok') return;
    const file = parseTemplate(yaml, 'a.yaml');
    expect(outcome(() => validateTemplate(file))).toBe(validate);
    // The one untyped error of the reference, for a negative number of turns, is a typed one here.
    expect(outcome(() => generateCase(file.template, 42n, 'medium'))).toBe(
      generate === 'ValueError' ? 'GenerationError' : generate,
    );
    if (case_compact_form !== undefined) {
      expect(writeCase(generateCase(file.template, 42n, 'medium'), 'compact')).toBe(case_compact_form);
    }
  });

  it('says where, what and how', () => {
    const line = (name: string) => {
      const { yaml = '' } = vectors.find((one) => one.name === name) ?? {};
      try {
        validateTemplate(parseTemplate(yaml, 'a.yaml'));
        return '';
      } catch (error) {
        return ObeyError.isInstance(error) ? error.line : String(error);
      }
    };
    expect(line('key_int')).toBe('a.yaml:2:8: template.key: expected text, found the number 123; put it in quotes');
    expect(line('missing_family')).toBe('a.yaml:1:1: template.family is missing: expected text');
    expect(line('turn_undeclared_ref')).toBe(
      'a.yaml:11:19: transcript.turns[0].template: {{nobody}} refers to nothing; known are who',
    );
    expect(line('var_unknown_generator')).toMatch(
      /^a\.yaml:7:30: variables\[0\]\.generator: no generator is called nope; known are action_phrase, /,
    );
    expect(line('bad_dup_mapping_key')).toMatch(/^a\.yaml:\d+:3: the key "family" stands twice in one mapping$/);
  });
});
