import { nearest, ObeyError } from '@obey/schema';
import type { TaskSummary } from '../task-summary.js';
import { numberFields, wordFields } from './fields.js';
import { type Token, tokensOf } from './tokens.js';

/** Whether a task is selected. */
export type Selection = (task: TaskSummary) => boolean;

/**
 * Reads a selection such as `suite:smoke`, `domain:translation`, `has:if and complexity>=3`, `not (tag:long or us-*)`.
 * `not` binds tighter than `and`, `and` tighter than `or`; a lone word is an id or a suite; `*` stands for any text.
 *
 * @throws ObeyError `usage` with the column, and the nearest known word
 */
export function parseSelection(source: string): Selection {
  return new SelectionParser(source).whole();
}

const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  ':': (a, b) => a === b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const fieldNames = [...Object.keys(wordFields), ...Object.keys(numberFields)];
const deepest = 100;

class SelectionParser {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokensOf(source);
  }

  whole(): Selection {
    const selection = this.#or();
    const rest = this.#next();
    if (rest.type === 'end') return selection;
    throw this.#error(rest, `unexpected \`${rest.text}\``, '`and` or `or` stands between two conditions');
  }

  #or(): Selection {
    let left = this.#and();
    while (this.#takeWord('or')) {
      const [a, b] = [left, this.#and()];
      left = (task) => a(task) || b(task);
    }
    return left;
  }

  #and(): Selection {
    let left = this.#not();
    while (this.#takeWord('and')) {
      const [a, b] = [left, this.#not()];
      left = (task) => a(task) && b(task);
    }
    return left;
  }

  #not(): Selection {
    this.#depth += 1;
    if (this.#depth > deepest) throw this.#error(this.#peek(), 'nested too deeply');
    try {
      if (this.#takeWord('not')) {
        const inner = this.#not();
        return (task) => !inner(task);
      }
      if (this.#peek().type !== '(') return this.#condition();
      this.#next();
      const inner = this.#or();
      const close = this.#next();
      if (close.type !== ')') throw this.#error(close, 'a bracket is not closed');
      return inner;
    } finally {
      this.#depth -= 1;
    }
  }

  #condition(): Selection {
    const field = this.#next();
    const isKeyword = field.type === 'word' && /^(and|or|not)$/i.test(field.text);
    if ((field.type !== 'word' && field.type !== 'text') || isKeyword) {
      const found = field.type === 'end' ? 'the end' : `\`${field.text}\``;
      throw this.#error(field, `a condition was expected, not ${found}`, 'for example suite:smoke');
    }
    if (this.#peek().type !== 'operator') return idOrSuite(field.text);
    const operator = this.#next();
    const value = this.#next();
    if (value.type !== 'word' && value.type !== 'text') {
      throw this.#error(value, `a value was expected after \`${field.text}${operator.text}\``);
    }
    const words = Object.hasOwn(wordFields, field.text) ? wordFields[field.text] : undefined;
    if (words !== undefined) {
      if (operator.text !== ':' && operator.text !== '=') {
        throw this.#error(operator, `\`${field.text}\` is no number`, `write ${field.text}:${value.text}`);
      }
      const known = words.known?.map((word) => word.toLowerCase());
      const asked = value.text.toLowerCase();
      if (words.known !== undefined && !asked.includes('*') && known?.includes(asked) !== true) {
        throw this.#error(value, `\`${field.text}\` knows no \`${value.text}\``, this.#hint(value.text, words.known));
      }
      const fits = pattern(value.text);
      return (task) => words.values(task).some(fits);
    }
    const number = Object.hasOwn(numberFields, field.text) ? numberFields[field.text] : undefined;
    if (number === undefined) {
      throw this.#error(field, `unknown field \`${field.text}\``, this.#hint(field.text, fieldNames));
    }
    const bound = Number(value.text);
    if (Number.isNaN(bound) || value.text.trim() === '') {
      throw this.#error(value, `\`${field.text}\` is compared with a number, not \`${value.text}\``);
    }
    const holds = compare[operator.text];
    return (task) => holds?.(number(task), bound) === true;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { type: 'end', text: '', column: this.#source.length + 1 };
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #takeWord(word: string): boolean {
    const { type, text } = this.#peek();
    if (type !== 'word' || text.toLowerCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #hint(word: string, known: readonly string[]): string {
    const close = nearest(word, known);
    return close === undefined ? `known are ${known.join(', ')}` : `did you mean \`${close}\`?`;
  }

  #error(token: Token, message: string, hint?: string): ObeyError {
    return new ObeyError('usage', `selection \`${this.#source}\`, column ${token.column}: ${message}`, {
      at: { column: token.column },
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

function idOrSuite(word: string): Selection {
  const fits = pattern(word);
  return (task) => fits(task.id) || task.suite.some(fits);
}

function pattern(text: string): (value: string) => boolean {
  const parts = text.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const whole = new RegExp(`^${parts.join('.*')}$`, 'iu');
  return (value) => whole.test(value);
}
