import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseObeyTemplate } from './parse-obey-template.js';

const text = readFileSync(
  fileURLToPath(new URL('../../../suites/elite_practice/buried_constraint_v1_1.yaml', import.meta.url)),
  'utf8',
);

function messageOf(change: (text: string) => string): string {
  const changed = change(text);
  expect(changed).not.toBe(text);
  try {
    parseObeyTemplate(changed, 'x.yaml');
  } catch (thrown) {
    return (thrown as { line: string }).line;
  }
  return 'accepted';
}

const ban = 'value: "{{ban}}", instead: "{{proper}}"}';

describe('a template of the dialect obey-1', () => {
  it('is read with its place', () => {
    expect(parseObeyTemplate(text, 'x.yaml').template.acts).toHaveLength(3);
    expect(messageOf((all) => all.replace('dialect: obey-1', 'dialect: compactbench-1'))).toMatch(
      /^x\.yaml:2:\d+: expected the dialect obey-1/,
    );
  });

  it.each<[what: string, change: (text: string) => string, message: RegExp]>([
    ['an unknown key', (all) => all.replace('  field:', '  feild:'), /unknown key "feild".*did you mean "field"/],
    [
      'an unknown field',
      (all) => all.replace('field: museum', 'field: bakery'),
      /the field "bakery" is unknown; known are museum/,
    ],
    [
      'an unknown generator',
      (all) => all.replace('generator: practice', 'generator: practise'),
      /names the generator "practise".*did you mean "practice"/,
    ],
    [
      'a variable declared twice',
      (all) => all.replace('name: proper,', 'name: ban,'),
      /the variable ban is declared twice/,
    ],
    [
      'a reference to nothing',
      (all) => all.replace('"{{other_matter}}: {{choice}}"', '"{{other}}"'),
      /\{\{other\}\} refers to no variable/,
    ],
    [
      'a subject that is no variable',
      (all) => all.replace('lead: lead}', 'lead: boss}'),
      /subject names the variable boss/,
    ],
    [
      'an act without its matter',
      (all) => all.replace('matter: "{{matter}}", value', 'value'),
      /the act rule needs matter/,
    ],
    ['a rule without what to do instead', (all) => all.replace(ban, 'value: "{{ban}}"}'), /the act rule needs instead/],
    ['an unknown act', (all) => all.replace('act: rule', 'act: rules'), /turns.*expected one of rule/],
    [
      'no block of distractors',
      (all) => all.replace(/ {6}- \{role: distractor_block.*\n/, ''),
      /expected one distractor_block/,
    ],
    [
      'too few distractors',
      (all) => all.replace(/distractor_turns: \{easy: \d+/, 'distractor_turns: {easy: 2'),
      /expected a number from 6/,
    ],
    [
      'an unknown timing',
      (all) => all.replace('easy: early', 'easy: soon'),
      /override_timing.*expected one of early, middle, late/,
    ],
    [
      'an unknown check',
      (all) => all.replace('check: forbidden_absent', 'check: forbidden'),
      /the item apply_rule has the check "forbidden"/,
    ],
    [
      'a prohibition that silence would keep',
      (all) => all.replace(', instead: ["{{proper}}"]', ''),
      /the item apply_rule needs "instead"/,
    ],
    [
      'a question that shows its answer',
      (all) => all.replace('Who is in charge of', 'Is {{keeper}} in charge of'),
      /the question of the item recall_keeper shows \{\{keeper\}\}/,
    ],
    [
      'a question that shows what is forbidden',
      (all) => all.replace('How should the crew go about it?', 'May they {{ban}}?'),
      /the question of the item apply_rule shows \{\{ban\}\}/,
    ],
    [
      'what is required here and forbidden there',
      (all) => all.replace(', stance: prohibited', ''),
      /the item recall_rule requires \{\{ban\}\}, which another forbids/,
    ],
    [
      'what is required and rejected at once',
      (all) =>
        all.replace('normalized, value: "{{choice}}"}', 'normalized, value: "{{choice}}", rejects: ["{{choice}}"]}'),
      /both requires and rejects/,
    ],
    [
      'an item that asks for nothing',
      (all) => all.replace('check: contains_normalized, value: "{{choice}}"', 'check: set_match, values: []'),
      /asks for nothing/,
    ],
    [
      'an item key twice',
      (all) => all.replace('key: recall_keeper', 'key: recall_rule'),
      /two items have the key recall_rule/,
    ],
  ])('with %s is refused in one line', (_what, change, message) => {
    const line = messageOf(change);
    expect(line).toMatch(message);
    expect(line).toMatch(/^x\.yaml:\d+:\d+: /);
    expect(line).not.toContain('\n');
  });
});
