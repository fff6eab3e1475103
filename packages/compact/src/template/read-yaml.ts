import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { MappingEntry, ScalarNode, YamlNode } from './yaml-node.js';
import { YamlProblem } from './yaml-problem.js';
import { readPlainScalar, readTaggedScalar } from './yaml-scalar.js';
import { strayTab } from './yaml-tabs.js';

const deepest = 100;
/** Nodes after aliases are resolved; more than any template needs, fewer than would fill the memory. */
const largest = 200_000;
const core = 'tag:yaml.org,2002:';
// biome-ignore lint/suspicious/noControlCharactersInRegex: YAML forbids them
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\p{Cs}/u;

/**
 * Reads the one document of a YAML text in the dialect of templates.
 *
 * @throws YamlProblem
 */
export function readYaml(text: string): YamlNode {
  const character = unprintable.exec(text);
  if (character !== null) {
    const code = (character[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new YamlProblem(
      `the character U+${code} must not stand in YAML`,
      character.index,
      'write it as an escape in double quotes',
    );
  }
  // The breaks that YAML 1.2 no longer knows are breaks here; none changes an offset.
  const source = text.replace(/\r(?!\n)|\u0085/g, '\n');
  try {
    const tab = strayTab(source);
    if (tab !== undefined)
      throw new YamlProblem('a tab where only blanks may stand', tab, 'indent and separate with blanks');
    return new Reader(source).read(parseText(source).contents, 0, 0);
  } catch (thrown) {
    if (thrown instanceof YamlProblem) throw thrown;
    if (thrown instanceof RangeError) throw new YamlProblem('nested too deeply to be read', 0);
    throw new YamlProblem(`unreadable YAML: ${thrown instanceof Error ? thrown.message : String(thrown)}`, 0);
  }
}

function parseText(source: string): Document.Parsed {
  const document = parseDocument(source, {
    schema: 'failsafe',
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
    merge: false,
  });
  const [error] = document.errors;
  if (error?.code === 'MULTIPLE_DOCS') {
    throw new YamlProblem('a second document', error.pos[0], 'a template file is one document');
  }
  if (error !== undefined) throw new YamlProblem(`invalid YAML: ${error.message}`, error.pos[0]);
  const version = document.directives.docStart ? /^%YAML[ \t]+(?!1\.2\s)\S*/m.exec(source) : null;
  if (version !== null)
    throw new YamlProblem(`another version: ${version[0]}`, version.index, 'templates are YAML 1.2');
  return document;
}

interface Anchored {
  readonly node: YamlNode;
  readonly size: number;
}

class Reader {
  /** The nodes named so far; `open` while such a node is being read. */
  readonly #anchors = new Map<string, Anchored | 'open'>();
  readonly #source: string;
  #size = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(node: ParsedNode | Node | null, at: number, depth: number): YamlNode {
    if (depth > deepest) throw new YamlProblem(`nested deeper than ${deepest} levels`, at);
    if (node === null) return { kind: 'scalar', value: null, float: false, offset: at };
    const offset = node.range?.[0] ?? at;
    if (isAlias(node)) return this.#alias(node.source, offset);
    const { anchor } = node as { anchor?: string };
    const before = this.#size;
    this.#grow(1, offset);
    if (anchor !== undefined) this.#anchors.set(anchor, 'open');
    const read = this.#content(node, offset, depth);
    if (anchor !== undefined) this.#anchors.set(anchor, { node: read, size: this.#size - before });
    return read;
  }

  #content(node: Node, offset: number, depth: number): YamlNode {
    if (isScalar(node)) return { kind: 'scalar', ...scalar(node, offset, this.#source), offset };
    if (isSeq(node) && fits(node.tag, 'seq')) {
      const items = node.items.map((item) => this.read(item as Node | null, offset, depth + 1));
      return { kind: 'sequence', items, offset };
    }
    if (isMap(node) && fits(node.tag, 'map')) return { kind: 'mapping', entries: this.#entries(node, depth), offset };
    throw unknownType((node as { tag?: string }).tag, offset);
  }

  #alias(name: string, offset: number): YamlNode {
    const found = this.#anchors.get(name);
    if (found === undefined) throw new YamlProblem(`no anchor &${name} stands before the alias *${name}`, offset);
    if (found === 'open') throw new YamlProblem(`the alias *${name} stands within what it repeats`, offset);
    this.#grow(found.size, offset);
    return { ...found.node, offset };
  }

  #entries(map: YAMLMap, depth: number): MappingEntry[] {
    const own = new Map<string, MappingEntry>();
    let merged: MappingEntry[] | undefined;
    for (const { key, value } of map.items as readonly Pair<ParsedNode, ParsedNode | null>[]) {
      const merging = isMergeKey(key);
      const name = merging ? mergeKey(key) : this.read(key, 0, depth + 1);
      const entry = { key: name as ScalarNode, value: this.read(value, key.range[1], depth + 1) };
      if (name.kind !== 'scalar') throw new YamlProblem('a key must be text, not a list or mapping', name.offset);
      if (merging) {
        if (merged !== undefined) throw duplicate(name);
        merged = mergedEntries(entry.value);
      } else if (own.has(identity(name))) throw duplicate(name);
      else own.set(identity(name), entry);
    }
    if (merged === undefined) return [...own.values()];
    return [...new Map([...merged.map((entry) => [identity(entry.key), entry] as const), ...own]).values()];
  }

  #grow(by: number, offset: number): void {
    this.#size += by;
    if (this.#size > largest) throw new YamlProblem(`more than ${largest} values`, offset);
  }
}

function scalar(node: Scalar, offset: number, source: string): Pick<ScalarNode, 'value' | 'float'> {
  const text = scalarText(node, offset, source);
  const { tag, type } = node;
  if (tag === undefined && type !== 'PLAIN') return { value: text, float: false };
  if (tag === undefined || tag === '!') {
    const read = indicators.has(text) ? undefined : readPlainScalar(text);
    if (read !== undefined) return read;
    throw new YamlProblem(`${text} stands for something else than its text`, offset, 'put it in quotes');
  }
  const name = tag.startsWith(core) ? tag.slice(core.length) : '';
  const read = readTaggedScalar(name, text);
  if (read !== undefined) return read;
  if (!checkedTypes.has(name)) throw unknownType(tag, offset);
  throw new YamlProblem(`expected a text of the type ${name}, found ${JSON.stringify(text)}`, offset);
}

function scalarText(node: Scalar, offset: number, source: string): string {
  const text = node.source ?? '';
  const end = node.range?.[1] ?? offset;
  if (node.type === 'QUOTE_DOUBLE' && /(?<!\\)(?:\\\\)*\\[uU](?:0000)?[dD][89a-fA-F]/.test(source.slice(offset, end))) {
    throw new YamlProblem(
      'half of a surrogate pair, which is no character',
      offset,
      'write it as \\U and eight digits',
    );
  }
  // A block text that the file ends in has only the line end that stands there.
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return block && end === source.length && !source.endsWith('\n') ? text.replace(/\n$/, '') : text;
}

/** Plain scalars that YAML keeps for itself. */
const indicators = new Set(['=', '<<']);
const checkedTypes = new Set(['bool', 'int', 'float', 'timestamp']);

function unknownType(tag: string | undefined, offset: number): YamlProblem {
  const name = String(tag).replace(core, '!!');
  return new YamlProblem(`the type ${name} cannot stand here`, offset, 'write the value without a type');
}

function fits(tag: string | undefined, type: string): boolean {
  return tag === undefined || tag === '!' || tag === core + type;
}

function isMergeKey(key: Node): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<' && key.tag === undefined;
}

function mergeKey(key: Node): ScalarNode {
  return { kind: 'scalar', value: '<<', float: false, offset: key.range?.[0] ?? 0 };
}

/** Of mappings merged in a list, the first that has a key gives its value; the last gives the first place. */
function mergedEntries(node: YamlNode): MappingEntry[] {
  if (node.kind === 'mapping') return [...node.entries];
  if (node.kind !== 'sequence') throw new YamlProblem('"<<" takes a mapping or a list of mappings', node.offset);
  const entries = new Map<string, MappingEntry>();
  for (const item of [...node.items].reverse()) {
    if (item.kind !== 'mapping') throw new YamlProblem('"<<" takes a mapping or a list of mappings', item.offset);
    for (const entry of item.entries) entries.set(identity(entry.key), entry);
  }
  return [...entries.values()];
}

/** Keys are the same where their values are: 1, 01 and 1.0, but not 1 and "1". */
function identity({ value }: ScalarNode): string {
  if (typeof value === 'boolean') return `number ${Number(value)}`;
  return `${typeof value === 'bigint' ? 'number' : typeof value} ${String(value)}`;
}

function duplicate(key: ScalarNode): YamlProblem {
  return new YamlProblem(`the key ${JSON.stringify(String(key.value))} stands twice in one mapping`, key.offset);
}
