/** A piece of a command line: a word, a redirection with its target, or an operator between commands. */
export type ShellToken =
  | { readonly kind: 'word'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'redirect'; readonly operator: string; readonly target: string }
  | { readonly kind: 'operator'; readonly text: string }
  /** The body of a here-document, given to the command before it. */
  | { readonly kind: 'heredoc'; readonly body: string }
  /** A command inside of another: `$(…)`, backticks, `<(…)`. */
  | { readonly kind: 'nested'; readonly command: string };

const operators = ['&&', '||', ';;', '|&', ';', '|', '&', '(', ')', '\n'];
const redirection = /^(?:\d*|&)(>>|>\||>&|>|<<<|<<-|<<|<>|<&|<)/;
const blank = /[ \t\r]/;
const variable = /^\$(?:\{[^}]*\}|\w+|[@*#?$!-])/;

/** End of a bracketed part that starts after `from`, quotes respected; the length of the text if it never ends. */
const closing = (text: string, from: number, open: string, close: string): number => {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === "'" || char === '"') {
      const end = text.indexOf(char, at + 1);
      if (end === -1) return text.length;
      at = end;
    } else if (char === open) depth += 1;
    else if (char === close) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
};

class Scanner {
  readonly tokens: ShellToken[] = [];
  readonly #awaited: string[] = [];
  #at = 0;

  constructor(readonly text: string) {}

  scan(): ShellToken[] {
    while (this.#at < this.text.length) this.#next();
    return this.tokens;
  }

  #next(): void {
    const rest = this.text.slice(this.#at, this.#at + 4);
    const char = rest[0] ?? '';
    if (blank.test(char)) this.#at += 1;
    else if (rest.startsWith('\\\n')) this.#at += 2;
    else if (char === '#') this.#at = this.#lineEnd();
    else if ((rest.startsWith('<(') || rest.startsWith('>(')) && rest[1] === '(') this.#nest(2, '(', ')');
    else if (redirection.test(rest)) this.#redirect();
    else this.#operatorOrWord(rest);
  }

  #operatorOrWord(rest: string): void {
    const operator = operators.find((candidate) => rest.startsWith(candidate));
    if (operator === undefined) {
      const word = this.#word();
      this.tokens.push({ kind: 'word', ...word });
      return;
    }
    this.#at += operator.length;
    this.tokens.push({ kind: 'operator', text: operator });
    if (operator === '\n') for (const end of this.#awaited.splice(0)) this.#heredoc(end);
  }

  #lineEnd(): number {
    const end = this.text.indexOf('\n', this.#at);
    return end === -1 ? this.text.length : end;
  }

  #redirect(): void {
    const match = redirection.exec(this.text.slice(this.#at, this.#at + 8));
    const operator = match?.[1] ?? '>';
    this.#at += match?.[0].length ?? 1;
    while (blank.test(this.text[this.#at] ?? '')) this.#at += 1;
    if (this.text.startsWith('(', this.#at)) return;
    const target = this.#word().text;
    if (operator === '<<' || operator === '<<-') this.#awaited.push(target);
    else this.tokens.push({ kind: 'redirect', operator, target });
  }

  #heredoc(end: string): void {
    const from = this.#at;
    for (;;) {
      const start = this.#at;
      const lineEnd = this.#lineEnd();
      this.#at = Math.min(lineEnd + 1, this.text.length);
      const last = this.text.slice(start, lineEnd).trim() === end;
      if (last || start >= this.text.length) {
        this.tokens.push({ kind: 'heredoc', body: this.text.slice(from, start) });
        this.tokens.push({ kind: 'operator', text: '\n' });
        return;
      }
    }
  }

  #nest(skip: number, open: string, close: string): void {
    const from = this.#at + skip;
    const to = open === close ? this.text.indexOf(close, from) : closing(this.text, from, open, close);
    const end = to === -1 ? this.text.length : to;
    this.tokens.push({ kind: 'nested', command: this.text.slice(from, end) });
    this.#at = end + 1;
  }

  /** One word, quotes taken off; what a variable or a command would put there reads `*`. */
  #word(): { text: string; quoted: boolean } {
    let word = '';
    let quoted = false;
    while (this.#at < this.text.length) {
      const char = this.text[this.#at] ?? '';
      if (char === "'") {
        const end = this.text.indexOf("'", this.#at + 1);
        word += this.text.slice(this.#at + 1, end === -1 ? undefined : end);
        this.#at = end === -1 ? this.text.length : end + 1;
        quoted = true;
      } else if (char === '"') {
        this.#at += 1;
        word += this.#doubleQuoted();
        quoted = true;
      } else if (char === '\\') {
        if (this.text[this.#at + 1] !== '\n') word += this.text[this.#at + 1] ?? '';
        this.#at += 2;
      } else if (char === '$' || char === '`') word += this.#expansion();
      else if (blank.test(char) || operators.includes(char) || char === '<' || char === '>') break;
      else {
        word += char;
        this.#at += 1;
      }
    }
    return { text: word, quoted };
  }

  #doubleQuoted(): string {
    let word = '';
    while (this.#at < this.text.length) {
      const char = this.text[this.#at] ?? '';
      if (char === '"') {
        this.#at += 1;
        return word;
      }
      if (char === '\\') {
        word += this.text[this.#at + 1] ?? '';
        this.#at += 2;
      } else if (char === '$' || char === '`') word += this.#expansion();
      else {
        word += char;
        this.#at += 1;
      }
    }
    return word;
  }

  #expansion(): string {
    const rest = this.text.slice(this.#at, this.#at + 200);
    if (rest.startsWith('`')) this.#nest(1, '`', '`');
    else if (rest.startsWith('$((')) this.#at = closing(this.text, this.#at + 2, '(', ')') + 1;
    else if (rest.startsWith('$(')) this.#nest(2, '(', ')');
    else {
      const name = variable.exec(rest)?.[0];
      this.#at += name?.length ?? 1;
      if (name === undefined) return '$';
    }
    return '*';
  }
}

/** Splits a command line of a POSIX shell. Never fails: what does not close ends with the text. */
export const shellWords = (command: string): ShellToken[] => new Scanner(command).scan();
