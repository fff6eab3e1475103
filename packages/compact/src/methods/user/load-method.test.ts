import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ScriptedProvider } from '../../providers/mock/scripted-provider.js';
import { resolveMethod } from '../resolve-method.js';
import { artifactOf, conversation } from '../testing/conversations.js';

let folder: string;
const files = {
  'good.ts': `import { marker } from '@obey/compact';
export class Mine {
  static methodName = 'my-method';
  static version = '1.2.3';
  constructor(private readonly context: { provider: { complete(r: object): Promise<{ text: string }> }; model: string }) {}
  async compact(transcript: { turns: unknown[] }, options: { previous?: { summaryText: string } }) {
    const { text } = await this.context.provider.complete({ model: this.context.model, prompt: 'p' });
    return { summaryText: [marker, text, transcript.turns.length, options.previous?.summaryText ?? '-'].join(' '), structured_state: { entity_map: new Map([['A', 'b']]) } };
  }
}
export class Bare { compact() { return {}; } }
export class Wrong { compact() { return { summaryText: 5, extra: 1 }; } }
export class Throws { compact() { throw new TypeError('oh no'); } }
export class Unmakeable { constructor() { throw new Error('not today'); } compact() { return {}; } }
export class NoMethod { run() {} }
export const notAClass = 5;
export const arrow = () => 1;
`,
  'plain.mjs': `export class Plain { async compact() { return { summary_text: 's' }; } }\n`,
  'with:colon.js': `export class C { compact() { return {}; } }\n`,
  'broken.ts': 'export class Broken {',
  'fails.mjs': `throw new Error('at the start');\n`,
  'other.py': '',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-method-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});
afterAll(() => rm(folder, { recursive: true }));

const options = () => ({ profile: 'obey-1' as const, folder, modules: { '@obey/compact': { marker: 'ours' } } });
const compactor = async (spec: string) =>
  (await resolveMethod(spec, options())).create({ provider: new ScriptedProvider({ responses: ['t'] }), model: 'm' });

describe("a user's method", () => {
  it('runs, with its own name and version, and packages of ours at hand', async () => {
    const method = await resolveMethod('./good.ts:Mine', options());
    expect(method).toMatchObject({ spec: './good.ts:Mine', name: 'my-method', version: '1.2.3', control: false });
    const made = await (await compactor('good.ts:Mine')).compact(conversation(['a', 'b']), {
      previous: artifactOf('p'),
    });
    expect(made.summaryText).toBe('ours t 2 p');
    expect(made.structured_state.entity_map).toEqual(new Map([['A', 'b']]));
    expect(made.structured_state.locked_decisions).toEqual([]);
  });

  it('has the name of its class where it says no other', async () => {
    expect(await resolveMethod('good.ts:Bare', options())).toMatchObject({ name: 'Bare', version: '0.0.0' });
    expect((await (await compactor('plain.mjs:Plain')).compact(conversation([]), {})).summaryText).toBe('s');
    expect(await resolveMethod(`${folder}/with:colon.js:C`, options())).toMatchObject({ name: 'C' });
  });

  it.each([
    ['nothing', 'usage', /names no method/],
    ['good.ts:', 'usage', /names no method/],
    [':Mine', 'usage', /names no method/],
    ['other.py:C', 'usage', /no file of a method/],
    ['absent.ts:C', 'not-found', /absent\.ts: there is no such file/],
    ['good.ts:mine', 'not-found', /exports no `mine`; is `Mine` meant/],
    ['good.ts:constructor', 'not-found', /exports no `constructor`/],
    ['good.ts:NoMethod', 'solve-failed', /`NoMethod` is no method/],
    ['good.ts:notAClass', 'solve-failed', /`notAClass` is no method/],
    ['good.ts:arrow', 'solve-failed', /`arrow` is no method/],
    ['broken.ts:Broken', 'solve-failed', /broken\.ts: the file does not load/],
    ['fails.mjs:C', 'solve-failed', /does not load: at the start/],
    ['built-in:hybrid-leger', 'not-found', /is `built-in:hybrid-ledger` meant/],
    ['built-in:', 'not-found', /there is no built-in method/],
    ['built-in:constructor', 'not-found', /there is no built-in method/],
  ])('is refused in one line as %s', async (spec, code, line) => {
    const error = await resolveMethod(spec, options()).catch((thrown: unknown) => thrown);
    expect(ObeyError.isInstance(error)).toBe(true);
    expect((error as ObeyError).code).toBe(code);
    expect((error as ObeyError).line).toMatch(line);
    expect((error as ObeyError).line).not.toContain('\n');
  });

  it.each([
    ['good.ts:Wrong', /good\.ts:Wrong: not an artifact: .*summaryText/],
    ['good.ts:Throws', /good\.ts:Throws: oh no/],
  ])('that goes wrong says so in one line: %s', async (spec, line) => {
    const error = await (await compactor(spec)).compact(conversation([]), {}).catch((thrown: unknown) => thrown);
    expect(ObeyError.isInstance(error) && error.line).toMatch(line);
  });

  it('that cannot be made says so', async () => {
    await expect(compactor('good.ts:Unmakeable')).rejects.toThrow(/good\.ts:Unmakeable: it cannot be made: not today/);
  });
});
