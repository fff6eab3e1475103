import { posix } from 'node:path';
import { codePaths } from './code-paths.js';
import type { NamedPaths } from './named-paths.js';
import { type ShellToken, shellWords } from './shell-words.js';
import { type PathBase, workspacePath } from './workspace-path.js';

const maxNesting = 5;
const maxPaths = 1000;
const fileLike = /\/|^\.?[^.].*\.\w+$|^\.\w/;
/** Characters of patterns and programs, hardly of paths. */
const codeLike = /[[\]{}()|^$;<>!"'\\]|^[sy]\W.*\W/;
const device = /^\/(?:dev|proc|sys)\//;
const interpreters = /^(?:python[\d.]*|node|deno|bun|ruby|perl|php|tsx|ts-node|Rscript)$/;
const shells = /^(?:sh|bash|zsh|dash|ksh)$/;
/** Every argument of these is a file. */
const readers = new Set(
  'cat head tail less more wc nl tac sort uniq cut diff cmp comm paste od xxd md5sum sha1sum sha256sum cksum base64 source .'.split(
    ' ',
  ),
);
/** These never read the content of what they name. */
const strangers = new Set(
  'echo printf ls stat test [ [[ mkdir rmdir rm unlink touch chmod chown ln cd pushd popd pwd export which type kill sleep du df exit return read set unset trap wait true false basename dirname realpath'.split(
    ' ',
  ),
);
/** Words before a command that are not the command. */
const prefixes = new Set(
  'do then else elif if while until ! time { } sudo env nohup exec command builtin xargs nice'.split(' '),
);
const closers = new Set('done fi esac'.split(' '));
const outputOptions: Record<string, readonly string[]> = {
  curl: ['-o', '--output'],
  wget: ['-O', '--output-document'],
  sort: ['-o', '--output'],
  gcc: ['-o'],
  pandoc: ['-o', '--output'],
};

interface Command {
  readonly words: string[];
  readonly redirects: { operator: string; target: string }[];
  readonly heredocs: string[];
}

/** Follows the commands of a line, and the directory that they are in. */
class CommandWalk {
  readonly reads = new Set<string>();
  readonly writes = new Set<string>();
  readonly #outer: string[] = [];
  #cwd: string;

  constructor(readonly base: PathBase) {
    this.#cwd = base.cwd;
  }

  walk(command: string, nesting: number): void {
    let current: Command = { words: [], redirects: [], heredocs: [] };
    const finish = (): void => {
      this.#command(current, nesting);
      current = { words: [], redirects: [], heredocs: [] };
    };
    // A here-document belongs to the command on the line before it.
    const tokens = withHeredocsFirst(shellWords(command));
    for (const token of tokens) {
      if (token.kind === 'word') current.words.push(token.text);
      else if (token.kind === 'redirect') current.redirects.push(token);
      else if (token.kind === 'heredoc') current.heredocs.push(token.body);
      else if (token.kind === 'nested') {
        if (nesting < maxNesting) this.walk(token.command, nesting + 1);
      } else {
        finish();
        if (token.text === '(') this.#outer.push(this.#cwd);
        if (token.text === ')') this.#cwd = this.#outer.pop() ?? this.#cwd;
      }
    }
    finish();
  }

  #command({ words, redirects, heredocs }: Command, nesting: number): void {
    for (const { operator, target } of redirects) {
      if (operator === '<') this.#name(this.reads, target);
      else if (operator.startsWith('>') && !/^\d*-?$/.test(target)) this.#name(this.writes, target);
    }
    const [name, ...args] = withoutPrefixes(words);
    if (name === undefined) return;
    const program = posix.basename(name);
    if (program === 'cd' || program === 'pushd') this.#enter(args);
    else if (shells.test(program)) this.#shell(args, heredocs, nesting);
    else if (interpreters.test(program)) this.#interpreter(args, heredocs);
    else this.#arguments(program, args);
    if (name.includes('/')) this.#name(this.reads, name);
  }

  #enter(args: readonly string[]): void {
    const target = args.find((word) => !word.startsWith('-'));
    if (target !== undefined && !target.startsWith('~')) this.#cwd = posix.resolve(this.#cwd, target);
  }

  #shell(args: readonly string[], heredocs: readonly string[], nesting: number): void {
    const code = args.findIndex((word) => /^-\w*c$/.test(word));
    const scripts = [...heredocs, ...(code === -1 ? [] : args.slice(code + 1, code + 2))];
    if (nesting < maxNesting) for (const script of scripts) this.walk(script, nesting + 1);
    if (code === -1) this.#arguments('', args);
  }

  #interpreter(args: readonly string[], heredocs: readonly string[]): void {
    const code = args.findIndex((word) => /^(?:-\w*[ceprE]|--eval|--print)$/.test(word));
    const script = code === -1 ? undefined : args[code + 1];
    for (const text of script === undefined ? heredocs : [...heredocs, script]) {
      const { reads, writes } = codePaths(text);
      for (const path of reads) this.#name(this.reads, path);
      for (const path of writes) this.#name(this.writes, path);
    }
    this.#arguments('', code === -1 ? args : args.toSpliced(code, 2));
  }

  #arguments(program: string, args: readonly string[]): void {
    if (program === 'touch') for (const word of files(args)) this.#name(this.writes, word);
    if (strangers.has(program)) return;
    if (program === 'tee') {
      for (const word of files(args)) this.#name(this.writes, word);
      return;
    }
    if (program === 'cp' || program === 'mv' || program === 'install' || program === 'rsync') {
      const named = files(args);
      for (const word of named.slice(0, -1)) this.#name(this.reads, word);
      for (const word of named.slice(-1)) this.#name(this.writes, word);
      return;
    }
    const inPlace = program === 'sed' && args.some((word) => /^-\w*i|^--in-place/.test(word));
    const options = outputOptions[program] ?? [];
    for (const [index, word] of args.entries()) {
      const output = options.includes(args[index - 1] ?? '') || (program === 'dd' && word.startsWith('of='));
      const path = word.replace(/^(?:--[\w-]+|if|of|@)=?(?=[^-])/, (option) => (/[=@]$/.test(option) ? '' : option));
      if (output) this.#name(this.writes, path);
      else if (path.startsWith('-') || !(readers.has(program) || isFileLike(path))) continue;
      else {
        this.#name(this.reads, path);
        if (inPlace) this.#name(this.writes, path);
      }
    }
  }

  #name(paths: Set<string>, word: string): void {
    const unusable = word === '' || word === '-' || /^~|:\/\/|[\n\0]|^\d+$|^\*+$/.test(word) || word.length > 1000;
    if (unusable || device.test(word) || paths.size >= maxPaths) return;
    paths.add(workspacePath(word, { root: this.base.root, cwd: this.#cwd }));
  }
}

const isFileLike = (word: string): boolean => fileLike.test(word) && !codeLike.test(word);

const files = (args: readonly string[]): string[] => args.filter((word) => !word.startsWith('-'));

const withoutPrefixes = (words: readonly string[]): readonly string[] => {
  let at = 0;
  for (; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === 'for' || word === 'select' || word === 'case' || closers.has(word)) return [];
    const skipped = prefixes.has(word) || /^\w+=/.test(word);
    if (!skipped) break;
  }
  return words.slice(at);
};

/** Moves each here-document before the line end that it follows, so that its command is still open. */
const withHeredocsFirst = (tokens: readonly ShellToken[]): ShellToken[] => {
  const ordered: ShellToken[] = [];
  for (const token of tokens) {
    if (token.kind !== 'heredoc') {
      ordered.push(token);
      continue;
    }
    const lineStart = ordered.findLastIndex((other, index) => isBreak(other) && index < ordered.length - 1) + 1;
    const operator = ordered.findIndex((other, index) => index >= lineStart && other.kind === 'operator');
    ordered.splice(operator === -1 ? ordered.length : operator, 0, token);
  }
  return ordered;
};

const isBreak = (token: ShellToken): boolean => token.kind === 'operator' && token.text === '\n';

/**
 * The paths that a command line names, relative to the workspace: redirections, `tee`, the last argument of `cp` and the
 * like show writes; any other word that may be a file shows a read, also in code given to an interpreter. It sees what is
 * written there, not what a script behind it does. Unknown parts read `*`.
 */
export const shellPaths = (command: string, base: PathBase): NamedPaths => {
  const walk = new CommandWalk(base);
  walk.walk(command, 0);
  return { reads: [...walk.reads], writes: [...walk.writes] };
};
