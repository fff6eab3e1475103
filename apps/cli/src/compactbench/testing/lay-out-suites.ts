import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A template of the dialect `compactbench-1` for easy, medium and hard. */
const templateText = (key: string, family = 'kept_rule'): string => `template:
  key: ${key}
  family: ${family}
  version: 1.0.0
  difficulty_policy:
    distractor_turns: { easy: 1, medium: 2, hard: 3 }
  variables:
    - { name: owner, generator: person_name }
    - { name: rule, generator: action_phrase }
  transcript:
    turns:
      - { role: user, template: "{{owner}} keeps the books. Nobody may {{rule}}.", tags: [rule] }
      - { role: distractor_block, count: "{{difficulty.distractor_turns}}" }
  ground_truth:
    forbidden_behaviors: ["{{rule}}"]
    entity_map: { "{{owner}}": keeps the books }
  evaluation_items:
    - key: rule
      type: forbidden_behavior_retention
      prompt: What may nobody do?
      expected: { check: contains_normalized, value: "{{rule}}" }
    - key: plan
      type: planning_soundness
      prompt: What comes next?
      expected: { check: forbidden_absent, value: "{{rule}}" }
    - key: owner
      type: entity_integrity
      prompt: Who keeps the books?
      expected: { check: contains_normalized, value: "{{owner}}" }
`;

/** What lies in the folder that the invocations are run in. */
const files: Readonly<Record<string, string>> = {
  'benchmarks/public/starter/kept_rule_v1.yaml': templateText('kept_rule_v1'),
  'benchmarks/public/starter/other_rule_v1.yaml': templateText('other_rule_v1', 'other_rule'),
  'benchmarks/public/empty/.gitkeep': '',
  'faulty/broken/a.yaml': 'template: [',
  'faulty/whole/a.yaml': templateText('whole_v1'),
  'faulty/unsound/a.yaml': templateText('unsound_v1').replace('person_name', 'nonesuch'),
  'only-unsound/unsound/a.yaml': templateText('unsound_v1').replace('person_name', 'nonesuch'),
  'only-faulty/broken/a.yaml': 'template: [',
  'no-suites/file.txt': '',
  'a-file': '',
  'empty.jsonl': '',
  'blank.jsonl': '\n',
  'junk.jsonl': 'junk\n{}\n',
  'own.mjs': `export class Keeps {
  static version = '3.1.0';
  async compact(transcript) {
    return { summaryText: transcript.turns.map(({ content }) => content).join(' ') };
  }
}
export class Nothing {}
`,
  'method.py': 'class Keeps: pass\n',
};

/** Lays them out below a folder. */
export async function layOutSuites(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
