import { expect, it } from 'vitest';
import { sampleResult } from '../testing/sample-run.js';
import { findingPart } from './finding-part.js';

const part = (findings: number[], consequences: number[]) => ({
  units: 9,
  earned: 8,
  obedience: 0.9,
  findings,
  consequences,
});
const events = [{ seq: 4, at: 900 }];
const card = (over: { subagents?: number; events?: typeof events } = {}) => ({
  compactions: {
    ...{ subagents: 0, events, ...over },
    parts: [
      { compactions: 0, ...part([1], []) },
      { compactions: 1, ...part([0], [0]) },
      { compactions: 2, ...part([2], []) },
    ],
  },
});

it('says on which side of the compactions a finding lies', () => {
  expect([0, 1, 2, 3].map((index) => findingPart(card(), 'findings', index))).toEqual([
    'after 1 compaction',
    'before compaction',
    'after 2 compactions',
    null,
  ]);
  expect([0, 1].map((index) => findingPart(card(), 'consequences', index))).toEqual(['after 1 compaction', null]);
});

it('says nothing where the context of the main agent was never compacted', () => {
  expect(findingPart(card({ events: [], subagents: 2 }), 'findings', 0)).toBeNull();
  expect(findingPart(sampleResult({ candidate: 'a', task: 'b' }).scorecard ?? {}, 'findings', 0)).toBeNull();
});
