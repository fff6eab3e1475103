import { foldText, foldWord } from '../text/fold-text.js';

/** A value's spelling for comparison with other values: folded, marks and blanks left out. */
export const valueName = (value: string): string =>
  foldWord(foldText(value))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
