import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export interface FencedBlock {
  /** What stands after the opening fence: `yaml refused`, `ts packages/judge/examples/judge-session.ts`. */
  readonly info: string;
  readonly text: string;
}

/** One page of the documentation, taken apart as far as its tests need. */
export interface MarkdownPage {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly FencedBlock[];
  /** Targets of its links, without those to other sites. */
  readonly links: readonly string[];
  /** Anchors of its headings, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
}

/** README.md, docs/, the README of every package, and the pages within packages. */
export function documentation(): MarkdownPage[] {
  const inFolder = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`);
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`);
  const within = ['suites', 'methods', 'comparison', 'src/obey/score'].flatMap((name) =>
    inFolder(`packages/compact/${name}`),
  );
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...inFolder('docs'), ...packages, ...within].map(readPage);
}

function readPage(path: string): MarkdownPage {
  const text = readFileSync(join(root, path), 'utf8');
  const fence = /^```(.*)\n([\s\S]*?)^```$/gm;
  const blocks = [...text.matchAll(fence)].map(([, info = '', inner = '']) => ({ info: info.trim(), text: inner }));
  const prose = text.replace(fence, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
    /^[a-z]+:/.test(target) ? [] : [target],
  );
  const headings = [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading));
  return { path: relative(root, join(root, path)), text, blocks, links, anchors: new Set(headings) };
}

const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-');
