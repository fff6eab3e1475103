/** The length of a text in Unicode code points. */
export function codePointLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length - 1; index++) {
    if (isHigh(text.charCodeAt(index)) && isLow(text.charCodeAt(index + 1))) {
      length--;
      index++;
    }
  }
  return length;
}

/** The first `count` code points of a text. */
export function firstCodePoints(text: string, count: number): string {
  if (text.length <= count) return text;
  let end = 0;
  for (let taken = 0; taken < count && end < text.length; taken++) {
    end += isHigh(text.charCodeAt(end)) && isLow(text.charCodeAt(end + 1)) ? 2 : 1;
  }
  return text.slice(0, end);
}

/** The text, or the first `most` code points of it and `…`: for messages that quote what others wrote. */
export function shortened(text: string, most: number): string {
  const kept = firstCodePoints(text, most);
  return kept === text ? text : `${kept}…`;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

const lone = /\p{Surrogate}/u;
const everyLone = /\p{Surrogate}/gu;

/** Whether a text holds half a surrogate pair, which no UTF-8 file can. */
export const hasLoneSurrogate = (text: string): boolean => lone.test(text);

/** The text with U+FFFD for each half of a surrogate pair. */
export const withoutLoneSurrogates = (text: string): string => text.replace(everyLone, '\ufffd');
