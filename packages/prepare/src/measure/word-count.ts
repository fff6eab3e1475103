const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’-]*)/gu;

/**
 * The words of a text in order. A word begins with a letter or digit of any script and goes on over letters, marks, digits,
 * apostrophes and hyphens: `l’auberge`, `dit-elle` and `1,5` are one, one and two words. The process language counts the same.
 */
export function wordList(text: string): string[] {
  return text.normalize('NFC').match(word) ?? [];
}

/** How many words `wordList` finds. */
export function countWords(text: string): number {
  return wordList(text).length;
}
