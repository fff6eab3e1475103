import type { CaseValue } from '../case/case-value.js';
import type { Template, TurnTemplate } from './template.js';
import { writeYaml } from './write-yaml.js';

/** Writes a template as the YAML file that `parseTemplate` reads the same template from. What has its default is left out. */
export function writeTemplate(template: Template): string {
  const { difficulty_policy: policy, transcript, ground_truth: truth } = template;
  return writeYaml(
    mapping({
      template: mapping({
        key: template.key,
        family: template.family,
        version: template.version,
        difficulty_policy: filled({
          distractor_turns: filled(policy.distractor_turns),
          paraphrase_depth: filled(policy.paraphrase_depth),
          override_timing: filled(policy.override_timing),
        }),
        variables: template.variables.map(({ name, generator }) => mapping({ name, generator })),
        transcript: mapping({ turns: transcript.turns.map(turnValue) }),
        ground_truth: filled({ ...truth }),
        evaluation_items: template.evaluation_items.map(({ key, type, prompt, expected }) =>
          mapping({ key, type, prompt, expected }),
        ),
      }),
    }),
  );
}

function turnValue({ role, template, tags, count }: TurnTemplate): CaseValue {
  return filled({ role, template: template ?? undefined, tags, count: count ?? undefined });
}

function mapping(members: Readonly<Record<string, CaseValue>>): CaseValue {
  return new Map(Object.entries(members));
}

/** Without what is absent or empty. */
function filled(members: Readonly<Record<string, CaseValue | undefined>>): CaseValue {
  const kept = new Map<string, CaseValue>();
  for (const [key, value] of Object.entries(members)) {
    const empty = (Array.isArray(value) && value.length === 0) || (value instanceof Map && value.size === 0);
    if (value !== undefined && !empty) kept.set(key, value);
  }
  return kept;
}
