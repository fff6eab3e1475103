import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { beforeAll, expect, it } from 'vitest';
import { hostileText, hostileTexts, propertyLimit, runs } from '../testing/hostile-text.js';
import { hostileDocument, sampleDocument } from '../testing/sample-document.js';
import { sampleResult } from '../testing/sample-run.js';
import { renderHtml } from './render-html.js';
import { script } from './script.js';
import { styles } from './styles.js';

type Element = DefaultTreeAdapterTypes.Element;

function elements(page: string): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      found.push(child);
      walk(child);
    }
  };
  walk(parse(page));
  return found;
}

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((candidate) => candidate.name === name)?.value;
const textOf = ({ childNodes }: Element): string =>
  childNodes.map((node) => ('value' in node ? node.value : 'tagName' in node ? textOf(node) : '')).join('');

/** Elements with the names of their attributes: what a text must never change. */
const skeleton = (page: string): string[] =>
  elements(page).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`);

let harmless: string[];
beforeAll(async () => {
  harmless = skeleton(renderHtml(await hostileDocument('a harmless text')));
});

it(
  'has the same elements and attributes whatever a text says',
  async () => {
    expect(harmless.length).toBeGreaterThan(400);
    for (const text of hostileTexts.filter((candidate) => candidate !== '')) {
      expect(skeleton(renderHtml(await hostileDocument(text)))).toEqual(harmless);
    }
    const text = hostileText.filter((candidate) => candidate !== '');
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        expect(skeleton(renderHtml(await hostileDocument(value)))).toEqual(harmless);
      }),
      { numRuns: runs(40) },
    );
  },
  propertyLimit,
);

it('carries one script and one style sheet, both its own, and nothing that loads or acts', async () => {
  for (const text of hostileTexts) {
    const all = elements(renderHtml(await hostileDocument(text)));
    const named = (name: string): Element[] => all.filter(({ tagName }) => tagName === name);
    expect(named('script').map(textOf)).toEqual([script]);
    expect(named('style').map(textOf)).toEqual([styles]);
    for (const element of all) {
      expect(['img', 'iframe', 'link', 'object', 'embed', 'base', 'foreignObject', 'use', 'image']).not.toContain(
        element.tagName,
      );
      for (const { name, value } of element.attrs) {
        expect(name).not.toMatch(/^on|^style$|^src|^action|^formaction|^xlink/);
        if (name === 'href') expect(value).toMatch(/^#[a-z][\w-]*$/);
        if (name === 'id') expect(value).toMatch(/^[a-z][\w-]*$/);
      }
    }
  }
});

it('links only to places that exist, each with an id of its own', async () => {
  const all = elements(renderHtml(await sampleDocument()));
  const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = all.flatMap((element) => attribute(element, 'href') ?? []).map((href) => href.slice(1));
  expect(targets.length).toBeGreaterThan(4);
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  const described = all.flatMap((element) => (attribute(element, 'aria-labelledby') ?? '').split(' ').filter(Boolean));
  expect(described.filter((id) => !ids.includes(id))).toEqual([]);
});

it('says in the page what the run found', async () => {
  const page = renderHtml(await sampleDocument());
  const text = elements(page).find(({ tagName }) => tagName === 'body');
  const body = text === undefined ? '' : textOf(text).replace(/\s+/g, ' ');
  expect(body).toContain('isolation none');
  expect(body).toContain('Weakest dimension');
  expect(body).toContain('not-parallel');
  expect(body).toContain('First deviation');
  expect(body).toContain('Claimed done');
  expect(body).toContain('37.50 completeness');
  expect(body).toContain('at most 1 request open at once');
  expect(body).toContain('at most 10 requests open at once');
  expect(body).toContain('Caused by finding 1.');
});

it('draws obedience against compactions for each trial and candidate that shows any', async () => {
  const results = [1, 2].map((trial) =>
    sampleResult({
      candidate: 'reference:skip',
      task: 'us-states',
      trial,
      lost: { ordering: 50 },
      compacted: [1, null, 0.5],
    }),
  );
  const all = elements(renderHtml(await sampleDocument(results)));
  const curves = all.filter((element) => attribute(element, 'class') === 'curve');
  expect(curves).toHaveLength(3);
  const lines = all.filter((element) => attribute(element, 'class') === 'line').map((line) => attribute(line, 'd'));
  // A number of compactions after which nothing was due has no point.
  for (const line of lines) expect(line).toMatch(/^M[\d.]+ 12L[\d.]+ 87$/);
  expect(curves.map(textOf).join(' ')).toContain('0: 100 %; 1: nothing was due; 2: 50.0 %.');
  const what = all.filter((element) => attribute(element, 'class') === 'what').map(textOf);
  expect(what.filter((text) => text.includes('after 2 compactions'))).toHaveLength(2);
  const plain = elements(renderHtml(await sampleDocument()));
  expect(plain.filter((element) => attribute(element, 'class') === 'curve')).toEqual([]);
});

it('is the same page for the same document', async () => {
  expect(renderHtml(await sampleDocument())).toBe(renderHtml(await sampleDocument()));
});
