import { describe, expect, it } from 'vitest';
import { corpusClasses, isHeldOut, readCorpus } from './corpus-entry.js';
import { judgeEntry } from './judge-entry.js';
import { measureCorpus } from './measure-corpus.js';

describe('the corpus', () => {
  it.each(corpusClasses)('%s has 200 answers or more, each once, about half held out', (name) => {
    const entries = readCorpus(name);
    expect(entries.length).toBeGreaterThanOrEqual(200);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const distinct = new Set(entries.map(({ question, answer, value }) => JSON.stringify([question, answer, value])));
    expect(distinct.size).toBe(entries.length);
    expect(entries.filter(isHeldOut).length / entries.length).toBeGreaterThan(0.4);
    expect(entries.filter(isHeldOut).length / entries.length).toBeLessThan(0.6);
  });

  it('and the answers written later, each set after the one before had been tuned on', () => {
    const entries = readCorpus('later').filter(({ id }) => !id.includes('paraphrased'));
    expect(entries.length).toBeGreaterThan(250);
    const right = entries.filter((entry) => judgeEntry(entry).verdict === entry.verdict);
    expect(right.length / entries.length).toBeGreaterThanOrEqual(0.97);
  });

  // Written before paraphrases were read at all, and never tuned on.
  it('and answers in other words that come near a value without meaning it', () => {
    const near = readCorpus('near-paraphrases').filter(({ verdict }) => !verdict);
    expect(near.length).toBe(50);
    const fooled = near.filter((entry) => judgeEntry(entry).verdict);
    expect(fooled.length).toBeLessThanOrEqual(5);
  });

  const lines = measureCorpus();

  it.each(lines.filter((line) => line.class !== 'paraphrased'))('$class, $half: $right of $total', ({ accuracy }) => {
    expect(accuracy).toBeGreaterThanOrEqual(0.95);
  });

  // Without a judge model a paraphrase is seen as far as the thesaurus and the general forms of contraries and demands go.
  it.each(lines.filter((line) => line.class === 'paraphrased'))('$class, $half: $right of $total', ({ accuracy }) => {
    expect(accuracy).toBeGreaterThanOrEqual(0.65);
  });
});
