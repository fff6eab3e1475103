import type { CompactionEvent } from '@obey/schema';
import { expect, it } from 'vitest';
import { unseenCompaction } from './unseen-compaction.js';

const seen = (actor: string): CompactionEvent => ({
  ...{ kind: 'compaction', seq: 1, start: 1, end: 1, source: 'harness', actor },
});

it('says where a compaction was asked for and the main agent had none', () => {
  expect(unseenCompaction(undefined, [])).toEqual([]);
  expect(unseenCompaction({ after: 'index' }, [seen('sub'), seen('main')])).toEqual([]);
  expect(unseenCompaction({ after: 'index' }, [])).toEqual([
    'a compaction after `index` was asked for, and none was seen',
  ]);
  expect(unseenCompaction({ tokens: 50_000 }, [seen('sub')])).toEqual([
    'a compaction at 50000 tokens was asked for, and none was seen',
  ]);
});
