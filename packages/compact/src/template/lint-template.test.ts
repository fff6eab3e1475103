import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { type LintRule, lintTemplate } from './lint-template.js';
import { loadSuite } from './load-suite.js';
import { parseTemplate } from './parse-template.js';

const folder = fileURLToPath(new URL('../../../../../shared/compact/reference-templates/', import.meta.url));

function lint(items: string, more = '') {
  const yaml = `template:
  key: a
  family: a
  version: 1.0.0
  difficulty_policy: {}
  transcript: {turns: []}
  ground_truth: {}
  evaluation_items:
${items}
${more}`;
  return lintTemplate(parseTemplate(yaml, 'a.yaml')).map(
    ({ rule, message, at }) => `${at.line}:${at.column} ${rule} ${message.replace('evaluation_items', 'items')}`,
  );
}

const item = (expected: string, prompt = 'p', key = 'q') =>
  `    - {key: ${key}, type: planning_soundness, prompt: "${prompt}", expected: ${expected}}`;

describe('lintTemplate', () => {
  it('finds nothing in a sound template', () => {
    expect(
      lint(item('{check: contains_normalized, value: "{{who}}"}'), '  variables: [{name: who, generator: date_iso}]'),
    ).toEqual([]);
  });

  it('finds what is required and forbidden', () => {
    const items = [item('{check: exact, value: tea}'), item('{check: forbidden_absent, value: tea}', 'No tea?', 'r')];
    expect(lint(items.join('\n'))).toEqual([
      '10:104 required-and-forbidden items[1].expected.value: forbids "tea", which the item q requires',
      '10:50 forbidden-in-prompt items[1].prompt: shows "tea", which an answer must not repeat',
    ]);
  });

  it.each([
    ['{}', 'refused-check', 'expected one of the checks contains_normalized'],
    ['{check: Exact, value: x}', 'refused-check', 'found "Exact"'],
    ['{check: exact, value: 5}', 'refused-check', 'expected text, found 5'],
    ['{check: exact, value: 2024-01-01}', 'refused-check', 'expected text, found 2024-01-01'],
    ['{check: set_match, values: x}', 'refused-check', 'expected a list of texts, found "x"'],
    ['{check: set_match, values: [x, 1]}', 'refused-check', 'expected texts only, found 1'],
    ['{check: numeric_within, value: "5"}', 'refused-check', 'expected one of tolerance and rel_tolerance'],
    ['{check: numeric_within, value: 5, tolerance: -1}', 'refused-check', 'expected a number from 0 on, found -1'],
    ['{check: entity_consistent, entity: x}', 'refused-check', 'expected a text that is not empty, found nothing'],
    ['{check: contains_normalized}', 'worthless-check', 'an empty value is found in every answer'],
    ['{check: forbidden_absent, value: ""}', 'worthless-check', 'an empty value forbids nothing'],
    ['{check: forbidden_absent, value: " "}', 'worthless-check', 'a blank value is found in every answer'],
    ['{check: set_match, values: []}', 'worthless-check', 'every answer holds all of no values'],
    ['{check: set_match, values: ["", x]}', 'worthless-check', 'an empty value is found in every answer'],
    ['{check: set_match, values: ["{{who}}"]}', 'unbound-reference', '{{who}} stays as it is within a list or mapping'],
  ])('finds what is wrong with %s', (expected, rule, message) => {
    const found = lint(item(expected));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(` ${rule} `);
    expect(found[0]).toContain(message);
  });

  it('finds variables that may be equal, unknown types and negative counts', () => {
    const yaml = `template:
  key: a
  family: a
  version: 1.0.0
  difficulty_policy: {distractor_turns: {easy: -1}}
  variables: [{name: a, generator: date_iso}, {name: b, generator: org_name}, {name: c, generator: date_iso}]
  transcript: {turns: [{role: distractor_block, count: -2}]}
  ground_truth: {}
  evaluation_items: [{key: q, type: Planning, prompt: p, expected: {check: exact, value: x}}]
`;
    expect(lintTemplate(parseTemplate(yaml)).map(({ rule, at }) => [rule, at.line])).toEqual([
      ['unknown-item-type', 9],
      ['colliding-variables', 6],
      ['negative-count', 5],
      ['negative-count', 7],
    ]);
  });

  it.skipIf(!hasShared)('finds in the reference templates what was measured there', () => {
    const measured = JSON.parse(sharedFile('vectors/weakness_measurements.json')).measurements;
    const files = ['elite_practice', 'starter'].flatMap((suite) => loadSuite(`${folder}${suite}`).files);
    const keysWith = (rule: LintRule) =>
      files
        .filter((file) => lintTemplate(file).some((finding) => finding.rule === rule))
        .map((file) => file.template.key);
    expect(keysWith('required-and-forbidden')).toEqual(measured.same_string_required_and_forbidden);
    expect(keysWith('forbidden-in-prompt')).toEqual(measured.forbidden_string_in_own_prompt);
    expect(keysWith('colliding-variables')).toEqual(Object.keys(measured.variable_collision_rate));
    expect(keysWith('refused-check')).toEqual([]);
  });
});
