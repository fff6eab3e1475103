import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paragraphsOf, sentencesOf, wordsOf } from './prose.js';
import { fleschScore, readingEase } from './reading-ease.js';
import { readingEaseTool } from './reading-ease-tool.js';

const word = fc.constantFrom('cat', 'Tell', 'notwithstanding', 'is', 'B-14', '3.5', 'Müller', 'reimbursement', '09:30');
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 12 }), fc.constantFrom('.', '!', '?', '.”'))
  .map(([words, end]) => `The ${words.join(' ')}${end}`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
const block = fc.oneof(
  paragraph,
  paragraph.map((text) => `- ${text}`),
  paragraph.map((text) => `> ${text}`),
  fc.constantFrom('## A heading.', '```js\nconst a = 1;\n```', '| a | b |\n|---|---|', '---', '<!-- no. -->'),
  fc.string(),
);
const document = fc.array(block, { maxLength: 8 }).map((blocks) => `${blocks.join('\n\n')}\n`);

it('counts sentences, words and syllables as a reader would', () => {
  const text = '# Not counted.\n\nThe cat sat on the mat. It was 3.5 m wide!\n\n- One item\n\n```\ncode. code.\n```\n';
  expect(readingEase(text)).toEqual({ sentences: 3, words: 13, syllables: 14, score: 111.3 });
});

it('gives the easiest score where there is nothing to read', () => {
  expect(readingEase('# Only\n\n```\nlet x;\n```\n')).toEqual({ sentences: 0, words: 0, syllables: 0, score: 100 });
});

it('keeps an item, a quotation and an emphasis as text, and leaves the rest out', () => {
  const text = '> Quoted *so*\n> twice.\n\n1. First [link](http://a.b/c).\n2. Second.\n\n| no |\n\n<!-- no -->\n';
  expect(paragraphsOf(text)).toEqual(['Quoted so twice.', 'First link.', 'Second.']);
  expect(sentencesOf('At 9.30 it rains. (Or not.) “Yes.” 4 left. e.g. this')).toEqual([
    'At 9.30 it rains.',
    '(Or not.)',
    '“Yes.”',
    '4 left. e.g. this',
  ]);
  expect(wordsOf("don't 1,250.50 well-known a/b.")).toEqual(["don't", '1,250.50', 'well-known', 'a/b']);
});

it('falls with every syllable and with every word that makes a sentence longer', () => {
  const counts = fc.record({ sentences: fc.integer({ min: 1, max: 50 }), words: fc.integer({ min: 50, max: 500 }) });
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 900 }), ({ sentences, words }, more) => {
      const base = { sentences, words, syllables: words + more };
      const score = fleschScore(base);
      expect(fleschScore({ ...base, syllables: base.syllables + 10 })).toBeLessThan(score);
      expect(fleschScore({ ...base, sentences: sentences + 5 })).toBeGreaterThan(score);
    }),
  );
});

it('is the same for a document and for its running text, and adds up over its paragraphs', () => {
  fc.assert(
    fc.property(document, (text) => {
      const whole = readingEase(text);
      const parts = paragraphsOf(text).flatMap(sentencesOf);
      expect(whole.sentences).toBe(parts.length);
      expect(whole.words).toBe(parts.reduce((sum, part) => sum + wordsOf(part).length, 0));
      expect(whole.syllables).toBeGreaterThanOrEqual(whole.words);
    }),
  );
});

it('is what the program scores that is handed out', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'obey-ease-'));
  try {
    const texts = fc.sample(document, { numRuns: 200, seed: 5 });
    texts.push('Ligatures, œuvre and naïve façades: counted alike. “Quoted.” (Bracketed.)\n');
    const files = texts.map((text, index) => {
      writeFileSync(path.join(folder, `${index}.md`), text);
      return `${index}.md`;
    });
    writeFileSync(path.join(folder, 'tool.mjs'), readingEaseTool());
    const lines = execFileSync(process.execPath, ['tool.mjs', ...files], { cwd: folder, encoding: 'utf8' });
    const scored = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(scored).toEqual(
      texts.map((text, index) => {
        const { score, ...counts } = readingEase(text);
        return { file: `${index}.md`, ...counts, readingEase: score };
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
