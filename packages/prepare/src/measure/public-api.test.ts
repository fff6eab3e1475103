import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicApi } from './public-api.js';

const numRuns = process.env.OBEY_FULL === '1' ? 1000 : 100;
const apiOf = (text: string) => publicApi({ 'index.ts': text }, 'index.ts');

describe('publicApi', () => {
  it('gives what callers see of each kind of declaration, on one line', () => {
    const api = apiOf(`
      /** Says it. */
      export function say(text: string, times = 1): string { return text.repeat(times); }
      export const answer = 42;
      export const named: Map<string, number> = new Map();
      export const twice = (n: number): number => n * 2;
      export interface Point {
        readonly x: number; // across
        y?: number;
      }
      export type Both = 'a // b' | Point;
      export abstract class Shape<T> extends Base implements Drawn {
        #hidden = 1;
        private secret(): void {}
        static readonly count = 0;
        constructor(readonly size: number) { super(); }
        draw(on: T): void { this.secret(); }
        get area(): number { return 1; }
      }
      const inner = 1;
      function hidden(): void {}
    `);
    expect(api).toEqual({
      say: 'function say(text: string, times = 1): string',
      answer: 'const answer: number',
      named: 'const named: Map<string, number>',
      twice: 'const twice = (n: number): number =>',
      Point: 'interface Point {readonly x: number; y?: number;}',
      Both: "type Both = 'a // b' | Point;",
      Shape:
        'abstract class Shape<T> extends Base implements Drawn { static readonly count: number; constructor(readonly size: number); draw(on: T): void; get area(): number }',
    });
  });

  it('follows what is passed on, under its new name, through several modules and circles', () => {
    const files = {
      'src/index.ts':
        "export { a as first, type T } from './one.ts'; export * from './two.ts'; export { gone } from './three.ts'; export { join } from 'node:path';",
      'src/one.ts': "import { b } from './two.ts'; export { b as a }; export type { T } from './two.ts';",
      'src/two.ts': "export function b(): void {} export type T = 1; export * from './index.ts'; export default 3;",
      'src/three.ts': 'export const here = 1;',
    };
    expect(publicApi(files, 'src/index.ts')).toEqual({
      first: 'function b(): void',
      T: 'type T = 1;',
      b: 'function b(): void',
      gone: 'unknown',
      join: 'unknown',
    });
  });

  it('is the same wherever a declaration stands and whatever its body says', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}X$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(names, fc.nat(9), fc.nat(99), (all, at, number) => {
        const declare = (name: string, value: number) =>
          `/** ${value} */\nexport function ${name}(n: number): number { return n + ${value}; }`;
        const together = { 'index.ts': all.map((name) => declare(name, 1)).join('\n') };
        const moved = all[at % all.length] ?? '';
        const apart = {
          'index.ts': [
            `export { ${moved} } from './other.ts';`,
            ...all.filter((name) => name !== moved).map((name) => declare(name, number)),
          ].join('\n\n'),
          'other.ts': declare(moved, number),
        };
        expect(publicApi(apart, 'index.ts')).toEqual(publicApi(together, 'index.ts'));
      }),
      { numRuns },
    );
  });

  it('differs when a parameter comes, goes, or loses its default', () => {
    const one = apiOf('export function f(a: number, b: string = "x"): void {}');
    expect(apiOf('export function f(a: number, b: string): void {}')).not.toEqual(one);
    expect(apiOf('export function f(a: number): void {}')).not.toEqual(one);
    expect(apiOf('export function f(\n  a: number,\n  b: string = "x",\n): void { a; }')).toEqual(one);
  });
});
