import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseProcessYaml } from '../parse/parse-process-yaml.js';
import { diagramProcess } from './diagram-process.js';
import { mermaidLabel } from './mermaid-label.js';

const full = process.env.OBEY_FULL === '1';

const fixture = (name: string) =>
  parseProcessYaml(readFileSync(new URL(`../parse/fixtures/${name}.yaml`, import.meta.url), 'utf8'), {
    ...(name === 'us-states' && { facts: { states: { key: 'slug' }, regions: { key: 'id' } } }),
  });

const saying = (says: string) =>
  parseProcessYaml(`process:\n  - step: a\n    says: ${JSON.stringify(says)}\n    done: { wrote: a.txt }\n`);

/** Mermaid's own parser: throws where it would not draw. Purifying needs a browser and is not what is asked here. */
let parse: (text: string) => Promise<unknown>;
beforeAll(async () => {
  const { default: purifier } = await import('dompurify');
  Object.assign(purifier, { addHook: () => undefined, sanitize: (text: string) => text });
  const { default: mermaid } = await import('mermaid');
  parse = (text) => mermaid.parse(text);
});

describe('diagramProcess', () => {
  it.each(['us-states', 'every-node'])('draws %s as Mermaid reads it', async (name) => {
    const text = diagramProcess(fixture(name));
    expect(await parse(text)).toMatchObject({ diagramType: expect.stringMatching(/^flowchart/) });
    expect(text).toMatchSnapshot();
  });

  it('has a vertex for every step, decision and call, a frame for everything else, and closes each', () => {
    const process = fixture('every-node');
    const text = diagramProcess(process);
    for (const step of process.steps.keys()) expect(text).toMatch(new RegExp(`\\["[\\w.]+ ${step}\\b`));
    expect(text.match(/^ *subgraph /gm)).toHaveLength(text.match(/^ *end$/gm)?.length ?? 0);
  });

  it('lets every line begin and end at a vertex', () => {
    for (const name of ['us-states', 'every-node']) {
      const text = diagramProcess(fixture(name));
      const vertices = new Set([...text.matchAll(/^ *(n\d+|begin|finish)[[({]/gm)].map(([, id]) => id));
      const lines = [...text.matchAll(/^ *(\w+) -->(?:\|"[^"]*"\|)? (\w+)$/gm)];
      expect(lines.length).toBeGreaterThan(3);
      for (const [, from, to] of lines) expect([vertices.has(from), vertices.has(to)]).toEqual([true, true]);
    }
  });

  it.each([
    'say "hello" and end',
    'end',
    'a["b"] --> c(d) %% no comment',
    '<script>alert(1)</script> & <b onclick=x>',
    '`**markdown**` and _more_',
    'click n1 "javascript:alert(1)"',
    '1. a list\n2. of two',
    '- a bullet',
    'subgraph x; style n1 fill:#f00; classDef a b',
    '#quot; #35; ;',
    '\u0000\u0007\u2028 a \ud800 b',
    '日本語 и кириллица مرحبا 🙂',
    '%%init%% theme',
    '---\ntitle: x\n---',
  ])('draws a step that says %j', async (says) => {
    const text = diagramProcess(saying(says));
    await parse(text);
    expect(text.split('\n')).toHaveLength(diagramProcess(saying('plain')).split('\n').length);
    expect(text).not.toMatch(/<script|\*\*|%%/);
  });

  it('cuts a long text, and never through a letter', async () => {
    const text = diagramProcess(saying('🙂'.repeat(5_000)));
    await parse(text);
    expect(text.length).toBeLessThan(2_000);
    expect(Buffer.from(text).toString()).toBe(text);
  });

  it('draws any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), async (says) => {
        const label = mermaidLabel(says);
        expect(label).not.toMatch(/["<>`[\]\n]/);
        await parse(
          `flowchart TD\n  n1["${label}"]\n  n1 -->|"${label}"| n1\n  subgraph f1["${label}"]\n  n2["x"]\n  end\n`,
        );
      }),
      { numRuns: full ? 1_000 : 50 },
    );
  });
});
