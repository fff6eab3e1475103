import type { JsonValue } from './json-value.js';

export interface JsonFault {
  /** What was wrong and where, in the words and counts (code points) of Python's decoder. */
  readonly message: string;
  /** In code units. */
  readonly offset: number;
}

export type ParsedJson =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly fault: JsonFault };

const deepest = 500;
const longestInteger = 4300;
const numberPattern = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const blankPattern = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a string may not hold
const plainPattern = /[^"\\\u0000-\u001f]*/y;
const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Parses one JSON text as Python's `json.loads` does: strict, but `NaN` and `Infinity` are numbers and the last of two
 * equal keys wins, in the place of the first. Deeper than 500 levels is a fault rather than a stack overflow.
 */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: new Reader(text).document() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: { message: error.words(text), offset: error.offset } };
    throw error;
  }
}

class Fault extends Error {
  constructor(
    readonly reason: string,
    readonly offset: number,
  ) {
    super(reason);
  }

  words(text: string): string {
    const before = text.slice(0, this.offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = before.split('\n').length;
    return `${this.reason}: line ${line} column ${points(before.slice(lineStart)) + 1} (char ${points(before)})`;
  }
}

const points = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  document(): JsonValue {
    if (this.text.startsWith('\ufeff')) throw new Fault('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
    this.skipBlank();
    const value = this.value();
    this.skipBlank();
    if (this.at < this.text.length) throw new Fault('Extra data', this.at);
    return value;
  }

  private value(): JsonValue {
    const { text, at } = this;
    switch (text[at]) {
      case '"':
        this.at++;
        return this.string();
      case '{':
        return this.nested(() => this.object());
      case '[':
        return this.nested(() => this.array());
      default:
        return this.wordOrNumber();
    }
  }

  private nested<Value>(read: () => Value): Value {
    if (++this.depth > deepest) throw new Fault(`Nested deeper than ${deepest} levels`, this.at);
    this.at++;
    const value = read();
    this.depth--;
    return value;
  }

  private object(): JsonValue {
    const object = new Map<string, JsonValue>();
    this.skipBlank();
    if (this.take('}')) return object;
    for (;;) {
      if (!this.take('"')) throw new Fault('Expecting property name enclosed in double quotes', this.at);
      const key = this.string();
      this.skipBlank();
      if (!this.take(':')) throw new Fault("Expecting ':' delimiter", this.at);
      this.skipBlank();
      object.set(key, this.value());
      this.skipBlank();
      if (this.take('}')) return object;
      if (!this.take(',')) throw new Fault("Expecting ',' delimiter", this.at);
      this.skipBlank();
    }
  }

  private array(): JsonValue {
    const list: JsonValue[] = [];
    this.skipBlank();
    if (this.take(']')) return list;
    for (;;) {
      list.push(this.value());
      this.skipBlank();
      if (this.take(']')) return list;
      if (!this.take(',')) throw new Fault("Expecting ',' delimiter", this.at);
      this.skipBlank();
    }
  }

  private string(): string {
    const { text } = this;
    const opened = this.at - 1;
    let result = '';
    for (;;) {
      plainPattern.lastIndex = this.at;
      const plain = plainPattern.exec(text)?.[0] ?? '';
      result += plain;
      this.at += plain.length;
      const next = text[this.at];
      if (next === undefined) throw new Fault('Unterminated string starting at', opened);
      if (next === '"') {
        this.at++;
        return result;
      }
      if (next !== '\\') throw new Fault('Invalid control character at', this.at);
      result += this.escape(opened);
    }
  }

  private escape(opened: number): string {
    const { text } = this;
    const letter = text[this.at + 1];
    if (letter === undefined) throw new Fault('Unterminated string starting at', opened);
    if (letter !== 'u') {
      const meant = escapes.get(letter);
      if (meant === undefined) throw new Fault('Invalid \\escape', this.at);
      this.at += 2;
      return meant;
    }
    const digits = text.slice(this.at + 2, this.at + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new Fault('Invalid \\uXXXX escape', this.at + 1);
    this.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private wordOrNumber(): JsonValue {
    const word = words.find(([name]) => this.text.startsWith(name, this.at));
    if (word === undefined) return this.number();
    this.at += word[0].length;
    return word[1];
  }

  private number(): JsonValue {
    numberPattern.lastIndex = this.at;
    const found = numberPattern.exec(this.text);
    if (found === null) throw new Fault('Expecting value', this.at);
    const [whole, integer = ''] = found;
    const start = this.at;
    this.at += whole.length;
    if (whole !== integer) return Number(whole);
    if (integer.length > longestInteger) throw new Fault(`Integer of more than ${longestInteger} digits`, start);
    return BigInt(integer);
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private skipBlank(): void {
    blankPattern.lastIndex = this.at;
    blankPattern.exec(this.text);
    this.at = blankPattern.lastIndex;
  }
}

const words: readonly (readonly [string, JsonValue])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];
