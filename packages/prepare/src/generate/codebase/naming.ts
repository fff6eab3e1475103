/** One thing of a domain in the forms in which code names it. */
export interface Noun {
  /** `cold-store` */
  readonly kebab: string;
  /** `coldStore` */
  readonly camel: string;
  /** `ColdStore` */
  readonly pascal: string;
  /** `cold store` */
  readonly words: string;
}

/** The forms of a noun of one or more words in lower case. */
export function nounOf(words: string): Noun {
  const parts = words.split(' ');
  const pascal = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  return {
    kebab: parts.join('-'),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    words,
  };
}

/** A noun with its article. */
export function withArticle({ words }: Noun): string {
  return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;
}
