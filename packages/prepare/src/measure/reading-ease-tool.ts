import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

let text: string | undefined;

/**
 * A program of one file that scores Markdown files as `readingEase` does: `node reading-ease.mjs <file>…` prints one JSON
 * line per file, `{ "file", "sentences", "words", "syllables", "readingEase" }`. It carries the packages that count
 * syllables with their licences, so that it runs anywhere.
 */
export function readingEaseTool(): string {
  text ??= build();
  return text;
}

function build(): string {
  const require = createRequire(import.meta.url);
  const syllable = require.resolve('syllable');
  const inner = createRequire(syllable);
  const folder = path.dirname(syllable);
  const source = (file: string) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trimEnd();
  const pluralize = inner.resolve('pluralize');
  const normalize = inner.resolve('normalize-strings');
  const charmap = JSON.stringify(JSON.parse(source(path.join(path.dirname(normalize), 'charmap.json'))));
  const unwrapped = (file: string) =>
    source(file)
      .replaceAll(/^import .*\n/gm, '')
      .replaceAll(/^\s*\/\/ @ts-.*\n/gm, '')
      .replaceAll(/^export /gm, '');
  return [
    program,
    '// What follows counts syllables: the packages syllable, pluralize and normalize-strings.',
    comment(source(path.join(folder, 'license'))),
    comment(source(path.join(path.dirname(pluralize), 'LICENSE'))),
    '// normalize-strings: MIT.',
    `function pluralizePackage(module, exports, require) {\n${source(pluralize)}\n}`,
    `function normalizePackage(module, exports, require) {\n${source(normalize)}\n}`,
    `const charmap = ${charmap};`,
    loader,
    unwrapped(path.join(folder, 'problematic.js')),
    unwrapped(path.join(folder, 'index.js')),
    'main(process.argv.slice(2));',
    '',
  ].join('\n\n');
}

const comment = (licence: string): string =>
  licence
    .split('\n')
    .map((line) => `// ${line}`.trimEnd())
    .join('\n');

const loader = `function load(wrapped) {
  const module = { exports: {} };
  wrapped.call(globalThis, module, module.exports, () => charmap);
  return module.exports;
}
const pluralize = load(pluralizePackage);
const normalize = load(normalizePackage);`;

/** The rules of prose.ts and reading-ease.ts once more, as a program of their own; a test holds the two together. */
const program = String.raw`// Flesch reading ease of Markdown files: node reading-ease.mjs <file>...
//
//   206.835 - 1.015 * words / sentences - 84.6 * syllables / words, to one decimal; 100 where there are no words
//
// Counted is running text: no fenced code, headings, tables, rules or comments. A sentence ends at . ! or ? before a blank
// and a capital, a digit, a quotation mark or a bracket, and at the end of a paragraph or list item. A word is a run of
// letters and digits, held together by an apostrophe, hyphen, point, comma, colon or slash; it has at least one syllable.
import { readFileSync } from 'node:fs';

function main(files) {
  for (const file of files) console.log(JSON.stringify({ file, ...readingEase(readFileSync(file, 'utf8')) }));
}

function readingEase(markdown) {
  let [sentences, words, syllables] = [0, 0, 0];
  for (const paragraph of paragraphsOf(markdown)) {
    for (const sentence of paragraph.split(/(?<=[.!?]["”')\]]*)\s+(?=["“'(\p{Lu}\p{N}])/u)) {
      const found = wordsOf(sentence);
      if (found.length === 0) continue;
      sentences += 1;
      words += found.length;
      for (const word of found) syllables += Math.max(1, syllable(word));
    }
  }
  const ease = words === 0 ? 100 : 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words);
  return { sentences, words, syllables, readingEase: Math.round(ease * 10) / 10 + 0 };
}

function paragraphsOf(markdown) {
  const item = /^\s*([-*+]|\d+[.)])\s+/;
  const paragraphs = [];
  let open = false;
  let inFence;
  for (const raw of markdown.replaceAll(/<!--[\s\S]*?-->/g, '').split('\n')) {
    const mark = /^ {0,3}(${'```'}|~~~)/.exec(raw)?.[1];
    if (mark !== undefined && (inFence === undefined || inFence === mark)) {
      inFence = inFence === undefined ? mark : undefined;
      open = false;
      continue;
    }
    const line = raw.replace(/^\s*(>\s?)+/, '');
    if (inFence !== undefined || /^\s*(#{1,6}\s|\||(-{3,}|\*{3,}|_{3,})\s*$)/.test(line) || line.trim() === '') {
      open = false;
      continue;
    }
    const text = line.replace(item, '').replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/[*_${'`'}[\]]/g, '').trim();
    if (open && !item.test(line)) paragraphs.push(paragraphs.pop() + ' ' + text);
    else paragraphs.push(text);
    open = true;
  }
  return paragraphs.filter((text) => wordsOf(text).length > 0);
}

function wordsOf(text) {
  return text.match(/[\p{L}\p{N}]+(?:['’.,:/-][\p{L}\p{N}]+)*/gu) ?? [];
}`;
