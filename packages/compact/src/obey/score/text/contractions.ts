const whole: Readonly<Record<string, readonly string[]>> = {
  cannot: ['can', 'not'],
  "can't": ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "ain't": ['is', 'not'],
  "let's": ['let', 'us'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  didnt: ['did', 'not'],
  cant: ['can', 'not'],
  isnt: ['is', 'not'],
  wasnt: ['was', 'not'],
  shouldnt: ['should', 'not'],
  mustnt: ['must', 'not'],
  wouldnt: ['would', 'not'],
  "s'il": ['si', 'il'],
};
const short: Readonly<Record<string, string>> = { ll: 'will', ve: 'have', re: 'are', d: 'would', m: 'am' };
const subjects = new Set([
  'it',
  'that',
  'he',
  'she',
  'what',
  'there',
  'here',
  'who',
  'where',
  'this',
  'everything',
  'nothing',
]);
const elisions = new Set(['l', 'd', 'n', 's', 'j', 'm', 't', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quelqu']);

/**
 * The words that a word with an apostrophe stands for: `don't` is do and not, `it's` it and is, `n'est` (French) ne and
 * est; the possessive 's is dropped. Words without one come back alone.
 */
export function expandContraction(word: string): readonly string[] {
  const known = whole[word];
  if (known !== undefined && Object.hasOwn(whole, word)) return known;
  const cut = word.indexOf("'");
  if (cut < 0) return [word];
  const head = word.slice(0, cut);
  const tail = word.slice(cut + 1);
  if (tail === 't' && head.endsWith('n') && head.length > 1) return [head.slice(0, -1), 'not'];
  if (tail === 's') return subjects.has(head) ? [head, 'is'] : [head];
  const rest = Object.hasOwn(short, tail) ? short[tail] : undefined;
  if (rest !== undefined) return [head, rest];
  if (elisions.has(head) && tail !== '') return [head === 'n' ? 'ne' : head, tail];
  return tail === '' ? [head] : [head, tail];
}
