const fence = /^ {0,3}(```|~~~)/;
const left = /^\s*(#{1,6}\s|\||(-{3,}|\*{3,}|_{3,})\s*$)/;
const item = /^\s*([-*+]|\d+[.)])\s+/;

/**
 * The running text of a Markdown document, one element per paragraph or list item, each on one line. Fenced code, headings,
 * tables, rules and HTML comments are left out; quotation marks of blocks, emphasis, code ticks and link targets are taken off.
 */
export function paragraphsOf(markdown: string): string[] {
  const paragraphs: string[] = [];
  let open = false;
  let inFence: string | undefined;
  for (const raw of markdown.replaceAll(/<!--[\s\S]*?-->/g, '').split('\n')) {
    const mark = fence.exec(raw)?.[1];
    if (mark !== undefined && (inFence === undefined || inFence === mark)) {
      inFence = inFence === undefined ? mark : undefined;
      open = false;
      continue;
    }
    const line = raw.replace(/^\s*(>\s?)+/, '');
    if (inFence !== undefined || left.test(line) || line.trim() === '') {
      open = false;
      continue;
    }
    const text = line
      .replace(item, '')
      .replaceAll(/\]\([^)]*\)/g, ']')
      .replaceAll(/[*_`[\]]/g, '')
      .trim();
    if (open && !item.test(line)) paragraphs.push(`${paragraphs.pop()} ${text}`);
    else paragraphs.push(text);
    open = true;
  }
  return paragraphs.filter((text) => wordsOf(text).length > 0);
}

/** The sentences of a paragraph: each ends at `.`, `!` or `?` before a blank and a capital, a digit, a quotation mark or a bracket. */
export function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?]["”')\]]*)\s+(?=["“'(\p{Lu}\p{N}])/u).filter((text) => wordsOf(text).length > 0);
}

/** The words of a text: runs of letters and digits, held together by an apostrophe, hyphen, point, comma, colon or slash. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.,:/-][\p{L}\p{N}]+)*/gu) ?? [];
}
