import fc from 'fast-check';
import { marked, type Token } from 'marked';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, expect, it } from 'vitest';
import { hostileText, hostileTexts, propertyLimit, runs } from '../testing/hostile-text.js';
import { hostileDocument, sampleDocument } from '../testing/sample-document.js';
import { sampleResult } from '../testing/sample-run.js';
import { renderMarkdown } from './render-markdown.js';

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
}

const remark = unified().use(remarkParse).use(remarkGfm);

/** The blocks, without the text and code that stand in them. */
function blocks(node: Node): string {
  const children = (node.children ?? []).filter(({ type }) => type !== 'text' && type !== 'inlineCode').map(blocks);
  return children.length === 0 ? node.type : `${node.type}(${children.join(' ')})`;
}

function markedBlocks(tokens: readonly Token[]): string[] {
  return tokens.map(({ type }) => type).filter((type) => type !== 'space');
}

const ofText = async (text: string): Promise<string> => renderMarkdown(await hostileDocument(text));

let harmless: string;
beforeAll(async () => {
  harmless = await ofText('a harmless text');
});

it(
  'has the same blocks whatever a text says, and no link, image or HTML',
  async () => {
    const expected = blocks(remark.parse(harmless));
    expect(expected).toContain('table');
    expect(expected).not.toMatch(/link|image|html|definition/);
    const check = async (text: string): Promise<void> => {
      const markdown = await ofText(text);
      expect(blocks(remark.parse(markdown))).toBe(expected);
      expect(markedBlocks(marked.lexer(markdown))).toEqual(markedBlocks(marked.lexer(harmless)));
    };
    for (const text of hostileTexts.filter((candidate) => candidate.trim() !== '')) await check(text);
    await fc.assert(
      fc.asyncProperty(
        hostileText.filter((text) => text.trim() !== ''),
        check,
      ),
      { numRuns: runs(30) },
    );
  },
  propertyLimit,
);

it('says what was obeyed before and after each compaction', async () => {
  const lost = { completeness: 50 };
  const results = [1, 2].map((trial) =>
    sampleResult({ candidate: 'reference:skip', task: 'us-states', trial, lost, compacted: [1, 0.75] }),
  );
  const markdown = renderMarkdown(await sampleDocument(results));
  expect(markdown).toContain('| `reference:skip` | 1 | 75.0 % | \\[65.0 %, 85.0 %\\] | 2 trials, 1 task | 10 | 1 |');
  expect(markdown).toContain('1 compaction: auto at 0.900 s, 150000 → 21000 tokens; 1 more in subagents.');
  expect(markdown).toContain('| 0 | 10 | 100 % | 0 |\n| 1 | 10 | 75.0 % | 1 |');
  expect(markdown).toMatch(/\n- 1: `[^\n]+ completeness, after 1 compaction\n/);
  expect(renderMarkdown(await sampleDocument())).not.toMatch(/compaction/i);
});

it('says what the run found', async () => {
  const markdown = renderMarkdown(await sampleDocument());
  expect(markdown).toContain('| 1 | `reference` † | 100.00 |');
  expect(markdown).toContain('| `reference:serialize` | `smoke-if` | 62 | 100 | 100 | 0 | 100 | 90 | 100 |');
  expect(markdown).toContain('- 2: `not-parallel` `collect` · `cedar`, −100.00 parallelism');
  expect(markdown).toContain('caused by finding 1');
  expect(markdown).toMatchSnapshot();
});
