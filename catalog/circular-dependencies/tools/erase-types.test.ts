import { createRandom, generateCodebase } from '@obey/prepare';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { eraseTypes } from './erase-types.js';

const full = process.env.OBEY_FULL === '1';

const erased = (text: string): string => {
  const { parts, specifiers } = eraseTypes(text);
  return parts
    .map((part, index) => `${part}${index < specifiers.length ? JSON.stringify(specifiers[index]) : ''}`)
    .join('');
};

/** As the compiler prints it, so that only what is code differs. */
const printed = (text: string, fileName: string): string => {
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    removeComments: true,
    allowJs: true,
  };
  const { outputText } = ts.transpileModule(text, { compilerOptions, fileName });
  return outputText
    .replaceAll("'", '"')
    .replaceAll(', }', ' }')
    .replaceAll(/^\s*;?$/gm, '')
    .replaceAll(/\n+/g, '\n')
    .replaceAll(/^export \{ *\};$/gm, '')
    .trim();
};

const samples: readonly (readonly [what: string, text: string])[] = [
  [
    'annotations',
    'export function f(a: number, b?: string, ...c: readonly boolean[]): asserts a is 1 { let d: unknown = a; }',
  ],
  [
    'generics',
    'export const g = <T extends object, U = T>(a: T, b: Map<string, U[]>): T => new Set<T>([a as T]).size > 1 ? a : a;',
  ],
  ['assertions', 'const a = x! as unknown as number; const b = { c: 1 } satisfies object; f<string>("a")!.b?.c!.d;'],
  ['a line that goes on', 'const a = x as number\n;[1].map((one) => one)'],
  [
    'type imports',
    "import type { A } from './a.ts'; import { type B, c, type D } from './b.ts'; export type { E } from './e.ts'; export { type F, g } from './f.ts';",
  ],
  [
    'interfaces and aliases',
    'interface A { b: string } type C<T> = T extends infer U ? U : never; export interface D extends A {} declare const e: number; export const f = 1;',
  ],
  ['overloads', 'function f(a: string): void; function f(a: number): void; function f(a: unknown) { return a; }'],
  [
    'classes',
    'export abstract class A<T> extends B<T> implements C, D<T> { private readonly a: number = 1; static b?: string; protected c!: T; declare d: number; #e: T | undefined; constructor(a?: number) { super(); } abstract f(): void; public get g(): number { return this.a; } override async h?(this: A<T>, a: T): Promise<void> {} [key: string]: unknown; }',
  ],
  ['a this parameter', 'function f(this: Window, a: number) { return this; } function g(this: void) {}'],
  [
    'catch and destructuring',
    'try { f(); } catch (error: unknown) { const { a, b: [c] }: { a: number; b: number[] } = g(); }',
  ],
  [
    'what only looks like types',
    'const a = b ? (c) : d; const e = f < g; const h = { readonly: 1, type: 2, as: 3 }; label: for (;;) break label;',
  ],
];

describe('eraseTypes', () => {
  it.each(samples)('%s: the same code as the compiler leaves', (_, text) => {
    expect(printed(erased(text), 'a.js')).toBe(printed(text, 'a.ts'));
  });

  it('leaves the code of whole packages', () => {
    for (const seed of full ? [1, 2, 3, 4, 5, 6, 7, 8] : [1]) {
      const cycles = { resolvable: 5, api: 2, tests: 2, imports: 3 };
      const { files } = generateCodebase(createRandom(seed), { modules: 60, cycles });
      for (const [name, text] of Object.entries(files)) {
        if (name.endsWith('.ts')) expect(printed(erased(text), 'a.js')).toBe(printed(text, 'a.ts'));
      }
    }
  });

  it.each([
    'enum A { B }',
    'namespace A { export const b = 1; }',
    'class A { constructor(readonly b: number) {} }',
    'const = 1',
  ])('refuses `%s`', (text) => {
    expect(() => eraseTypes(text)).toThrow(SyntaxError);
  });
});
