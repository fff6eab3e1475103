import type { Language } from '../text/language.js';
import type { Token } from '../text/token.js';
import type { Cue, CueKind, CueList } from './cue.js';
import { englishCues } from './english-cues.js';
import { frenchCues } from './french-cues.js';
import { germanCues } from './german-cues.js';

interface Node {
  readonly next: Map<string, Node>;
  kinds: CueKind[];
}

const lists: Readonly<Record<Language, CueList>> = { en: englishCues, de: germanCues, fr: frenchCues };
const tries = new Map<Language, Node>();

const emptyNode = (): Node => ({ next: new Map(), kinds: [] });

function build(list: CueList): Node {
  const root = emptyNode();
  for (const [kind, phrases] of Object.entries(list) as [CueKind, string][])
    for (const phrase of phrases.split('|')) insert(root, phrase.split(' '), kind);
  return root;
}

function insert(node: Node, words: readonly string[], kind: CueKind): void {
  const [first, ...rest] = words;
  if (first === undefined) {
    if (!node.kinds.includes(kind)) node.kinds.push(kind);
    return;
  }
  for (const word of first.split('/')) {
    let child = node.next.get(word);
    if (child === undefined) {
      child = emptyNode();
      node.next.set(word, child);
    }
    insert(child, rest, kind);
  }
}

/** The cues of a text, longest first at each place; a cue's words are not read again for another. Linear in the text. */
export function findCues(tokens: readonly Token[], language: Language): Cue[] {
  let root = tries.get(language);
  if (root === undefined) {
    root = build(lists[language]);
    tries.set(language, root);
  }
  const cues: Cue[] = [];
  let index = 0;
  while (index < tokens.length) {
    const found = longest(tokens, index, root);
    for (const kind of found.kinds) cues.push({ kind, start: index, end: found.end });
    index = found.kinds.length === 0 ? index + 1 : found.end;
  }
  return cues;
}

function longest(tokens: readonly Token[], start: number, root: Node): { kinds: readonly CueKind[]; end: number } {
  let node: Node | undefined = root;
  let kinds: readonly CueKind[] = [];
  let end = start;
  for (let index = start; node !== undefined; index += 1) {
    if (node.kinds.length > 0) {
      kinds = node.kinds;
      end = index;
    }
    const token: Token | undefined = tokens[index];
    if (token === undefined || token.kind === 'line') break;
    node = node.next.get(token.word);
  }
  // "no-code" and "non-stop" negate nothing: their next word hangs on them.
  if (end === start + 1 && tokens[end]?.glued === true && kinds.includes('neg')) return { kinds: [], end: start };
  return { kinds, end };
}
