import type { Token } from '../text/token.js';

type Range = readonly [number, number];

/** For each token the line it stands under: the last heading, or for a list item the line with a colon before the list. */
export function findHeaders(tokens: readonly Token[]): (Range | undefined)[] {
  const headers: (Range | undefined)[] = [];
  let heading: Range | undefined;
  let intro: Range | undefined;
  let start = 0;
  while (start < tokens.length) {
    const opener = tokens[start];
    let end = start + 1;
    while (end < tokens.length && tokens[end]?.kind !== 'line') end += 1;
    const mark = opener?.kind === 'line' ? opener.word : '';
    const item = mark === '-' || mark === '|';
    for (let index = start; index < end; index += 1)
      headers.push(mark === '#' ? undefined : item ? (intro ?? heading) : heading);
    if (mark === '#') {
      heading = [start, end];
      intro = undefined;
    } else if (!item && end > start + 1) intro = tokens[end - 1]?.word === ':' ? [start, end] : undefined;
    start = end;
  }
  return headers;
}
