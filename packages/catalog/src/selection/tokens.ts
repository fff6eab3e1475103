/** One token of a selection, with the column (from 1) where it begins. */
export interface Token {
  readonly type: 'word' | 'text' | 'operator' | '(' | ')' | 'end' | 'unknown';
  readonly text: string;
  readonly column: number;
}

const shapes =
  /\s*(?:(?<word>[\p{L}\p{N}_*][\p{L}\p{N}_.*/-]*)|"(?<text>[^"]*)"|(?<operator>>=|<=|!=|[:=<>])|(?<bracket>[()])|(?<unknown>\S))/uy;

/** Cuts a selection into tokens; the last one is always `end`. */
export function tokensOf(selection: string): Token[] {
  const tokens: Token[] = [];
  shapes.lastIndex = 0;
  for (let at = 0; ; at = shapes.lastIndex) {
    const match = shapes.exec(selection);
    if (match === null) return [...tokens, { type: 'end', text: '', column: selection.trimEnd().length + 1 }];
    const column = at + match[0].length - match[0].trimStart().length + 1;
    const { word, text, operator, bracket, unknown } = match.groups ?? {};
    if (word !== undefined) tokens.push({ type: 'word', text: word, column });
    else if (text !== undefined) tokens.push({ type: 'text', text, column });
    else if (operator !== undefined) tokens.push({ type: 'operator', text: operator, column });
    else if (bracket !== undefined) tokens.push({ type: bracket === '(' ? '(' : ')', text: bracket, column });
    else tokens.push({ type: 'unknown', text: unknown ?? '', column });
  }
}
