import type { ErrorPlace } from '@obey/schema';
import { itemTypes } from '../model/case.js';
import { checkFaults } from './check-faults.js';
import type { TemplateFile } from './parse-template.js';
import type { ItemTemplate, Template } from './template.js';
import { pathText, type YamlPath } from './yaml-path.js';

export const lintRules = [
  'required-and-forbidden',
  'forbidden-in-prompt',
  'colliding-variables',
  'unknown-item-type',
  'refused-check',
  'worthless-check',
  'unbound-reference',
  'negative-count',
] as const;
export type LintRule = (typeof lintRules)[number];

/** Something that a valid template should not have, and where it stands. */
export interface LintFinding {
  readonly rule: LintRule;
  /** One clause: what is there and what comes of it. */
  readonly message: string;
  readonly at: ErrorPlace;
}

type Report = (rule: LintRule, path: YamlPath, message: string) => void;

/**
 * Lists what makes a template measure badly although CompactBench accepts it: answers required and forbidden at once,
 * questions that give away what they forbid, variables that may be equal, checks that no scorer can read or anyone passes.
 */
export function lintTemplate({ template, source }: TemplateFile): LintFinding[] {
  const findings: LintFinding[] = [];
  const report: Report = (rule, path, message) => {
    findings.push({ rule, message: `${pathText(path)}: ${message}`, at: source.placeOf(['template', ...path]) });
  };
  lintItems(template, report);
  lintVariables(template, report);
  lintCounts(template, report);
  return findings;
}

function lintItems({ evaluation_items: items }: Template, report: Report): void {
  const required = new Map(items.flatMap((item) => requiredTexts(item).map((text) => [text, item.key] as const)));
  const forbidden = items.flatMap(forbiddenTexts);
  for (const [index, item] of items.entries()) {
    const path = ['evaluation_items', index];
    for (const text of forbiddenTexts(item)) {
      const asks = required.get(text);
      if (asks === undefined) continue;
      const message = `forbids ${JSON.stringify(text)}, which the item ${asks} requires`;
      report('required-and-forbidden', [...path, 'expected', 'value'], message);
    }
    const shown = forbidden.find((text) => item.prompt.includes(text));
    if (shown !== undefined) {
      report(
        'forbidden-in-prompt',
        [...path, 'prompt'],
        `shows ${JSON.stringify(shown)}, which an answer must not repeat`,
      );
    }
    if (!(itemTypes as readonly string[]).includes(item.type)) {
      report(
        'unknown-item-type',
        [...path, 'type'],
        `no case can be generated with the type ${JSON.stringify(item.type)}`,
      );
    }
    for (const { rule, key, message } of checkFaults(item.expected)) {
      report(rule, key === undefined ? [...path, 'expected'] : [...path, 'expected', key], message);
    }
  }
}

function requiredTexts({ expected }: ItemTemplate): string[] {
  const check = expected.get('check');
  if (check === 'set_match') return texts(expected.get('values'));
  return check === 'contains_normalized' || check === 'exact' ? texts([expected.get('value')]) : [];
}

function forbiddenTexts({ expected }: ItemTemplate): string[] {
  return expected.get('check') === 'forbidden_absent' ? texts([expected.get('value')]) : [];
}

function texts(values: unknown): string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string' && value !== '') : [];
}

function lintVariables({ variables }: Template, report: Report): void {
  for (const [index, { name, generator }] of variables.entries()) {
    const twin = variables.slice(0, index).find((other) => other.generator === generator);
    if (twin === undefined) continue;
    const message = `${name} and ${twin.name} are both drawn from ${generator}, and equal for some seeds`;
    report('colliding-variables', ['variables', index, 'name'], message);
  }
}

function lintCounts({ difficulty_policy: policy, transcript }: Template, report: Report): void {
  const message = 'fewer than no turns; no case can be generated';
  for (const [level, count] of Object.entries(policy.distractor_turns)) {
    if (Number(count) < 0) report('negative-count', ['difficulty_policy', 'distractor_turns', level], message);
  }
  for (const [index, { role, count }] of transcript.turns.entries()) {
    const negative = role === 'distractor_block' && typeof count === 'number' && count < 0;
    if (negative) report('negative-count', ['transcript', 'turns', index, 'count'], message);
  }
}
