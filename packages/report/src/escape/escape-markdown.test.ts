import fc from 'fast-check';
import { marked, type Token } from 'marked';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { hostileText, hostileTexts, runs } from '../testing/hostile-text.js';
import { escapeMarkdown, markdownCode } from './escape-markdown.js';
import { visibleText } from './visible-text.js';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const remark = unified().use(remarkParse).use(remarkGfm);
const parse = (markdown: string): Node => remark.parse(markdown);
const types = (node: Node): Set<string> =>
  new Set([node.type, ...(node.children ?? []).flatMap((child) => [...types(child)])]);
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

function markedTypes(tokens: readonly Token[]): Set<string> {
  return new Set(
    tokens.flatMap((token) => [token.type, ...('tokens' in token ? markedTypes(token.tokens ?? []) : [])]),
  );
}

const prose = (text: string): string => visibleText(text).trim();
// Code spans give back one space for each line end, and their parsers trim one on either side.
const squeeze = (text: string): string => text.replace(/ +/g, '');

describe.each([
  ['escapeMarkdown', escapeMarkdown],
  ['markdownCode', markdownCode],
])('%s', (_name, escaped) => {
  it('starts nothing but text and code, wherever it stands, for remark', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const allowed = new Set(['root', 'paragraph', 'text', 'inlineCode']);
        for (const around of ['', 'x ']) {
          const tree = parse(`${around}${escaped(text)}`);
          expect([...types(tree)].filter((type) => !allowed.has(type))).toEqual([]);
          expect(squeeze(textOf(tree))).toBe(squeeze(around + prose(text)));
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('starts nothing but text and code for marked', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const allowed = new Set(['paragraph', 'text', 'codespan', 'escape', 'space']);
        const found = [...markedTypes(marked.lexer(`x ${escaped(text)}`))];
        expect(found.filter((type) => !allowed.has(type))).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('stays within its table cell', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (a, b) => {
        const markdown = `| a | b |\n| --- | --- |\n| ${escaped(a)} | ${escaped(b)} |\n`;
        const [table, ...rest] = parse(markdown).children ?? [];
        expect(rest).toEqual([]);
        expect(table?.children).toHaveLength(2);
        const cells = table?.children?.[1]?.children ?? [];
        expect(cells.map((cell) => squeeze(textOf(cell)))).toEqual([a, b].map((text) => squeeze(prose(text))));
        const lexed = marked.lexer(markdown);
        expect(lexed.map(({ type }) => type)).toEqual(['table']);
      }),
      { numRuns: runs(300) },
    );
  });

  it('makes no HTML of any of the hostile texts', () => {
    for (const text of hostileTexts) {
      const made = marked.parse(`x ${escaped(text)}`, { async: false });
      expect(made.replace(/<\/?(?:p|code)>/g, '')).not.toMatch(/<[a-z/!]/i);
    }
  });
});

it('leaves ordinary words alone', () => {
  expect(escapeMarkdown('a request of GET /states/cedar, then work/states/cedar.json')).toBe(
    'a request of GET /states/cedar, then work/states/cedar.json',
  );
});
