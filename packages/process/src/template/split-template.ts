/** A piece of a template: literal text, or the source of a hole with its offset in the template. */
export type TemplatePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'hole'; readonly source: string; readonly offset: number };

export interface TemplateSyntaxError {
  readonly message: string;
  readonly offset: number;
}

/** Splits `a/{b.c}.txt` at its holes. Braces and quotes nest inside a hole; `{{` and `}}` stand for braces as such. */
export function splitTemplate(source: string): TemplatePart[] | TemplateSyntaxError {
  const parts: TemplatePart[] = [];
  let text = '';
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    if ((character === '{' || character === '}') && source.charAt(index + 1) === character) {
      text += character;
      index++;
    } else if (character === '}') {
      return { message: 'a `}` without its `{`', offset: index };
    } else if (character === '{') {
      const end = endOfHole(source, index + 1);
      if (end === undefined) return { message: 'a `{` without its `}`', offset: index };
      const hole = source.slice(index + 1, end);
      if (hole.trim() === '') return { message: 'an empty hole `{}`', offset: index };
      if (text !== '') parts.push({ type: 'text', text });
      text = '';
      parts.push({ type: 'hole', source: hole.trim(), offset: index + 1 + hole.length - hole.trimStart().length });
      index = end;
    } else text += character;
  }
  if (text !== '') parts.push({ type: 'text', text });
  return parts;
}

function endOfHole(source: string, start: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let index = start; index < source.length; index++) {
    const character = source.charAt(index);
    if (quote !== '') {
      if (character === '\\') index++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'" || character === '`') quote = character;
    else if (character === '{') depth++;
    else if (character === '}') {
      if (depth === 0) return index;
      depth--;
    }
  }
  return undefined;
}
