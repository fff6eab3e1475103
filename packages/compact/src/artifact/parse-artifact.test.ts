import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactJson } from '../json/json-text.js';
import { hasShared } from '../testing/shared-data.js';
import { vectorFile, vectorList } from '../testing/vectors.js';
import { artifactDigest, artifactJson, textDigest } from './artifact-json.js';
import { parseArtifact, readArtifactText, requireArtifact } from './parse-artifact.js';

const issuesOf = (value: unknown, bothSpellings = false) => {
  const parsed = parseArtifact(value, { bothSpellings });
  return parsed.ok ? [] : parsed.issues.map(({ location, kind }) => [location, kind]);
};

describe.skipIf(!hasShared)('artifacts, by the vectors', () => {
  const vectors = vectorList('artifact_validation.json').map((vector) => [String(vector.get('name')), vector] as const);

  it.each(vectors)('%s', (_, vector) => {
    expect(issuesOf(vector.get('artifact'))).toEqual(vector.get('errors') ?? []);
    expect(vector.get('ok')).toBe(!vector.has('errors'));
    // Entity keys may count as errors at any place, so a plain object is judged as JSON is.
    expect(issuesOf(JSON.parse(compactJson(vector.get('artifact') ?? null)))).toEqual(vector.get('errors') ?? []);
  });

  it('fills in what is missing', () => {
    const parsed = parseArtifact({});
    expect(parsed.ok && compactJson(artifactJson(parsed.artifact))).toBe(
      compactJson(vectorFile('artifact_validation.json').get('default_dump_by_alias') ?? null),
    );
    const python = vectorFile('artifact_validation.json').get('default_dump_python_names');
    expect(issuesOf(python, true)).toEqual([]);
    expect(issuesOf(python)).toHaveLength(4);
  });
});

describe('parseArtifact', () => {
  // Locations and kinds were given by pydantic 2.13.5 for a model of the same shape.
  it.each([
    ['[]', [['', 'model_type']]],
    ['{"structured_state":[]}', [['structured_state', 'model_type']]],
    ['{"structured_state":{"locked_decisions":"x"}}', [['structured_state.locked_decisions', 'list_type']]],
    ['{"structured_state":{"entity_map":[]}}', [['structured_state.entity_map', 'dict_type']]],
    [
      '{"structured_state":{"entity_map":{"k":1,"l":""}}}',
      [
        ['structured_state.entity_map.k', 'string_type'],
        ['structured_state.entity_map.l', 'string_too_short'],
      ],
    ],
    ['{"methodMetadata":[]}', [['methodMetadata', 'dict_type']]],
    [
      '{"selectedSourceTurnIds":["3","x",1.0,1.5,true,null,[],"1.0"," 7 ","1_0","+5",1e30,"1e3","0x1",""]}',
      [
        ['selectedSourceTurnIds.1', 'int_parsing'],
        ['selectedSourceTurnIds.3', 'int_from_float'],
        ['selectedSourceTurnIds.5', 'int_type'],
        ['selectedSourceTurnIds.6', 'int_type'],
        ['selectedSourceTurnIds.11', 'int_parsing_size'],
        ['selectedSourceTurnIds.12', 'int_parsing'],
        ['selectedSourceTurnIds.13', 'int_parsing'],
        ['selectedSourceTurnIds.14', 'int_parsing'],
      ],
    ],
    ['{"summaryText":"\\ud800"}', [['summaryText', 'string_unicode']]],
    ['{"a":', [['', 'json_invalid']]],
  ])('%s', (text, issues) => {
    const parsed = readArtifactText(text);
    expect(parsed.ok ? [] : parsed.issues.map(({ location, kind }) => [location, kind])).toEqual(issues);
  });

  it('takes the other spelling only where it is asked to, and never both at once', () => {
    expect(issuesOf({ summary_text: 'x' })).toEqual([['summary_text', 'extra_forbidden']]);
    expect(requireArtifact({ summary_text: 'x' }, { bothSpellings: true }).summaryText).toBe('x');
    expect(issuesOf({ summary_text: 'x', summaryText: 'y' }, true)).toEqual([['summary_text', 'extra_forbidden']]);
    expect(issuesOf({ structuredState: {} }, true)).toEqual([['structuredState', 'extra_forbidden']]);
  });

  it('reads back what it wrote, with the order of entities', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    const artifact = fc.record({
      summaryText: fc.string({ unit: 'grapheme' }),
      structured_state: fc.record({
        locked_decisions: fc.array(line),
        entity_map: fc
          .array(fc.tuple(fc.oneof(line, fc.constantFrom('10', '2')), line))
          .map((entries) => new Map(entries)),
      }),
      selectedSourceTurnIds: fc.array(fc.nat()),
      methodMetadata: fc.dictionary(line, fc.oneof(line, fc.nat(), fc.boolean())),
    });
    fc.assert(
      fc.property(artifact, (given) => {
        const first = requireArtifact(given);
        const text = compactJson(artifactJson(first));
        const again = readArtifactText(text);
        expect(again).toEqual({ ok: true, artifact: first });
        expect(again.ok && [...again.artifact.structured_state.entity_map]).toEqual([
          ...given.structured_state.entity_map,
        ]);
        expect(artifactDigest(first)).toBe(textDigest(text));
      }),
    );
  });

  it('takes anything without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseArtifact(value)).toHaveProperty('ok');
        expect(parseArtifact({ structured_state: value }, { bothSpellings: true })).toHaveProperty('ok');
      }),
    );
  });

  it('says in one line all that is wrong', () => {
    expect(() => requireArtifact({ summaryText: 3, zz: 1, warnings: Array(51).fill('w') })).toThrow(
      'not an artifact: summaryText is no text; warnings has more than 50 entries; zz is no field of it',
    );
  });
});
