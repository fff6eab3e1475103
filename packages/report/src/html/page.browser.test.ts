import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileTexts } from '../testing/hostile-text.js';
import { hostileDocument, sampleDocument, sampleResults } from '../testing/sample-document.js';
import { sampleResult } from '../testing/sample-run.js';
import { renderHtml } from './render-html.js';

const executablePath = process.env.OBEY_CHROMIUM ?? '/usr/bin/chromium';
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const lost = { completeness: 50 };
/** Those of the sample, and one whose context was compacted. */
const compactedResults = [
  ...sampleResults(),
  sampleResult({ candidate: 'claude-code', task: 'smoke-if', lost, compacted: [1, null, 0.5] }),
];

describe.skipIf(!existsSync(executablePath))('the page in a browser (needs Chromium: OBEY_CHROMIUM)', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'obey-page-'));
    browser = await chromium.launch({ executablePath, args: quiet });
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a page with every trial open, and collects what it asks for and complains about. */
  async function open(html: string, options: BrowserContextOptions = {}) {
    const path = join(folder, 'index.html');
    await writeFile(path, html);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    const url = pathToFileURL(path).href;
    await page.goto(url);
    return { page, url, requests, complaints, [Symbol.asyncDispose]: () => context.close() };
  }

  const openAll = (page: Page): Promise<void> =>
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");

  it('asks for nothing, complains of nothing and runs no text of a candidate', async () => {
    const hostile = hostileTexts.slice(0, 9);
    const pages = [
      await sampleDocument(),
      await hostileDocument(hostile.join(' ')),
      await hostileDocument(hostile.join('')),
    ];
    for (const document of pages) {
      await using opened = await open(renderHtml(document));
      await openAll(opened.page);
      await opened.page.mouse.move(200, 400);
      expect(opened.requests).toEqual([opened.url]);
      expect(opened.complaints).toEqual([]);
      expect(await opened.page.evaluate('globalThis.owned')).toBeUndefined();
    }
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
    ['dark', 400],
  ] as const)(
    'has no accessibility violation in %s at %i px, and no sideways scrolling',
    async (colorScheme, width) => {
      await using opened = await open(renderHtml(await sampleDocument(compactedResults)), {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await openAll(opened.page);
      await opened.page.evaluate(axe.source);
      const violations = await opened.page.evaluate<
        { id: string; nodes: { html: string; failureSummary: string }[] }[]
      >('axe.run(document).then(({ violations }) => violations)');
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([]);
      expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    },
  );

  it('filters by candidate, by task and by findings, from the keyboard too', async () => {
    await using opened = await open(renderHtml(await sampleDocument()));
    const { page } = opened;
    const shown = (): Promise<number> => page.locator('details.trial:visible').count();
    expect(await shown()).toBe(4);
    await page.locator('select[name=candidate]').selectOption('reference:serialize');
    expect(await shown()).toBe(2);
    await page.locator('select[name=task]').selectOption('smoke-if');
    expect(await page.locator('output').textContent()).toBe('1 of 4 trials');
    await page.getByRole('button', { name: 'Reset' }).press('Enter');
    await page.getByLabel('with findings only').press('Space');
    expect(await page.locator('output').textContent()).toBe('2 of 4 trials');
    expect(await shown()).toBe(2);
    await page.getByRole('button', { name: 'Expand' }).press('Enter');
    expect(await page.locator('details.trial[open]').count()).toBe(2);
  });

  it('works without script: trials open by hand, and a link opens what it leads to', async () => {
    await using opened = await open(renderHtml(await sampleDocument()), { javaScriptEnabled: false });
    const { page } = opened;
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    await page.locator('details.trial > summary').first().press('Enter');
    expect(await page.locator('details.trial').first().getAttribute('open')).not.toBeNull();
    await page.locator('.heatmap a').last().click();
    await expect.poll(() => page.locator('#t4').isVisible()).toBe(true);
  });
});
