/** One module of a code base before it is text. */
export interface SourceModule {
  /** Below `src/`, without `.ts`: `rules/parcel-pricing`. */
  readonly path: string;
  /** What it takes from others: module path → names, a type with `type ` before it. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** Statements, each without an empty line in it. */
  readonly statements: readonly string[];
  /** Exported names that the entry passes on, a type with `type ` before it. */
  readonly published: readonly string[];
}

/** One test file. */
export interface SourceTest {
  /** Below `tests/`, without `.test.ts`. */
  readonly name: string;
  /** What it takes from modules: module path → names. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** Each case: what holds, and its statements. */
  readonly cases: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** A few modules that belong together, with their tests. */
export interface Part {
  readonly modules: readonly SourceModule[];
  readonly tests: readonly SourceTest[];
}

/** The text of a module. */
export function moduleText({ path, imports, statements }: SourceModule): string {
  const up = '../'.repeat(path.split('/').length - 1) || './';
  const lines = importLines(imports, (target) => (sameFolder(path, target) ?? `${up}${target}`).concat('.ts'));
  return `${[...(lines.length === 0 ? [] : [lines.join('\n')]), ...statements].join('\n\n')}\n`;
}

/** The text of a test file, for `node:test`. */
export function testText({ imports, cases }: SourceTest): string {
  const lines = [
    "import assert from 'node:assert/strict';",
    "import { test } from 'node:test';",
    ...importLines(imports, (target) => `../src/${target}.ts`),
  ];
  const blocks = cases.map(
    ({ title, lines: body }) => `test('${title}', () => {\n${body.map((line) => `  ${line}`).join('\n')}\n});`,
  );
  return `${[lines.join('\n'), ...blocks].join('\n\n')}\n`;
}

function importLines(
  imports: Readonly<Record<string, readonly string[]>>,
  specifier: (target: string) => string,
): string[] {
  return Object.keys(imports)
    .sort()
    .map((target) => {
      const names = [...(imports[target] ?? [])].sort((a, b) => (bare(a) < bare(b) ? -1 : 1));
      const isType = names.every((name) => name.startsWith('type '));
      const list = names.map((name) => (isType ? bare(name) : name)).join(', ');
      return `import ${isType ? 'type ' : ''}{ ${list} } from '${specifier(target)}';`;
    });
}

function sameFolder(path: string, target: string): string | undefined {
  const [folder, other] = [path, target].map((one) => one.split('/').slice(0, -1).join('/'));
  return folder === other ? `./${target.split('/').at(-1)}` : undefined;
}

function bare(name: string): string {
  return name.replace(/^type /, '');
}
