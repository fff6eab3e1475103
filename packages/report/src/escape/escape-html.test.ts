import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { expect, it } from 'vitest';
import { hostileText, runs } from '../testing/hostile-text.js';
import { escapeHtml } from './escape-html.js';
import { visibleText } from './visible-text.js';

type Element = DefaultTreeAdapterTypes.Element;

it('reads back as the same text, in an element and in an attribute', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const fragment = parseFragment(`<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`);
      expect(fragment.childNodes).toHaveLength(1);
      const [paragraph] = fragment.childNodes as Element[];
      expect(paragraph?.attrs).toEqual([{ name: 'title', value: visibleText(text) }]);
      const inner = paragraph?.childNodes.map((node) => ('value' in node ? node.value : `<${node.nodeName}>`)).join('');
      expect(inner).toBe(visibleText(text));
    }),
    { numRuns: runs(500) },
  );
});
