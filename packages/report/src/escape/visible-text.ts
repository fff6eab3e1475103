// Everything a reader could not see, or that would move, hide or recolour what stands beside it.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufdd0-\ufdef\ufffe\uffff\u2800]/gu;
const presentation = /^[\ufe0e\ufe0f]$/;
const pictograph = /\p{Extended_Pictographic}$/u;

/**
 * One line in which every character can be seen: line breaks and tabs become a space; control, format, bidirectional
 * and zero-width characters and lone surrogates are written out, as in `\u{202e}`.
 */
export function visibleText(text: string): string {
  return text
    .replace(/[ \t\r\n\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(hidden, (character, offset: number, whole: string) =>
      presentation.test(character) && pictograph.test(whole.slice(Math.max(0, offset - 2), offset))
        ? character
        : `\\u{${character.codePointAt(0)?.toString(16)}}`,
    );
}
