import { describe, expect, test } from 'vitest';
import { losses, Recording } from './recording.fixture.js';

describe('a branch in which something is undone', () => {
  const process = `
process:
  - { step: attempt, done: { wrote: after.json }, yields: after.json }
  - if: attempt.worse
    then:
      - { step: revert, done: { wrote: reverted.json, where: value.changed = false } }
      - { step: logSkipped, done: { wrote: skipped.txt } }
    else:
      - { step: keep, done: { wrote: kept.txt } }
`;
  const worse = () => new Recording().wrote('after.json', { worse: true });

  test('is the way back, whose steps count as error handling', async () => {
    const replay = await worse().wrote('reverted.json', { changed: false }).wrote('skipped.txt').replay(process);
    expect(losses(replay)).toEqual([]);
    const homes = replay.units
      .filter(({ group }) => ['revert', 'logSkipped'].includes(group))
      .map((unit) => unit.dimension);
    expect(homes).toContain('errorHandling');
    expect(homes).not.toContain('completeness');
    expect(replay.present.has('errorHandling')).toBe(true);
  });

  test('is not gone when something is left as it was changed', async () => {
    const replay = await worse().wrote('reverted.json', { changed: true }).wrote('skipped.txt').replay(process);
    expect(losses(replay)).toContain('errorHandling step-missing revert 0');
    expect(losses(replay).some((loss) => loss.startsWith('completeness'))).toBe(false);
  });

  test('leaves the other branch ordinary work', async () => {
    const replay = await new Recording().wrote('after.json', { worse: false }).replay(process);
    expect(losses(replay)).toEqual(['conditionality branch-not-taken keep 0']);
  });
});
