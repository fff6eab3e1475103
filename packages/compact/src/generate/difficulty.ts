import type { Level } from '@obey/schema';
import { GenerationError } from '../template/errors.js';
import type { Template } from '../template/template.js';

type Policy = Template['difficulty_policy'];

/**
 * How many distractor turns a template asks for at a level; undefined where it sets none for any.
 *
 * @throws GenerationError where it sets them for other levels only
 */
export function distractorTurnsAt(policy: Policy, level: Level): number | undefined {
  const configured = Object.keys(policy.distractor_turns);
  if (configured.length === 0) return undefined;
  const turns = policy.distractor_turns[level];
  if (turns !== undefined) return turns;
  throw new GenerationError(`difficulty_policy.distractor_turns does not say how many at the level ${level}`, {
    hint: `it is set for ${configured.join(', ')}`,
  });
}

/**
 * What the names `difficulty.…` stand for at a level. Depth and timing are texts that the template's author may use; they
 * change nothing by themselves.
 *
 * @throws GenerationError
 */
export function difficultyBindings(policy: Policy, level: Level): [string, string][] {
  const turns = distractorTurnsAt(policy, level);
  return [
    ...(turns === undefined ? [] : [['difficulty.distractor_turns', String(turns)] as [string, string]]),
    ['difficulty.paraphrase_depth', String(policy.paraphrase_depth[level] ?? 0)],
    ['difficulty.override_timing', policy.override_timing[level] ?? ''],
  ];
}
