import { nameOf, nodeIn, nodesIn, type SourceNode } from './module-graph-source.js';

/** A declared name with what a caller sees of it. */
export interface Signature {
  readonly name: string;
  readonly signature: string;
}

/** The names that a statement declares, each with its signature: one line, without bodies, comments and private members. */
export function signatureOf(node: SourceNode, text: string): Signature[] {
  const name = nameOf(nodeIn(node, 'id'));
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return [{ name, signature: headOf(node, text) }];
    case 'ClassDeclaration':
      return [{ name, signature: classSignature(node, text) }];
    case 'VariableDeclaration':
      return nodesIn(node, 'declarations').map((one) => variableSignature(one, text));
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
      return [{ name, signature: plain(text.slice(node.start, node.end)) }];
    default:
      return [];
  }
}

/** Everything before the body. */
function headOf(node: SourceNode, text: string): string {
  const body = nodeIn(node, 'body');
  return plain(text.slice(node.start, body?.start ?? node.end)).replace(/;$/, '');
}

function classSignature(node: SourceNode, text: string): string {
  const body = nodeIn(node, 'body');
  const head = plain(text.slice(node.start, body?.start ?? node.end));
  const members = body === undefined ? [] : nodesIn(body, 'body').flatMap((member) => memberSignature(member, text));
  return `${head} { ${members.join('; ')} }`;
}

function memberSignature(member: SourceNode, text: string): string[] {
  const hidden = member.accessibility === 'private' || member.type.includes('Private') || member.type === 'StaticBlock';
  if (hidden) return [];
  const value = nodeIn(member, 'value');
  if (value === undefined || value.type === 'TSDeclareMethod') return [headOf(member, text)];
  return [`${plain(text.slice(member.start, value.start)).replace(/ ?=$/, '')}${typeOfValue(member, value, text)}`];
}

function variableSignature(declarator: SourceNode, text: string): Signature {
  const id = nodeIn(declarator, 'id');
  const annotated = plain(text.slice(id?.start ?? 0, id?.end ?? 0));
  const init = nodeIn(declarator, 'init');
  return {
    name: nameOf(id),
    signature: `const ${annotated}${init === undefined ? '' : typeOfValue(id, init, text)}`,
  };
}

/** What a value without an annotation says of its own type: the head of a function, the kind of a literal, else its text. */
function typeOfValue(owner: SourceNode | undefined, value: SourceNode, text: string): string {
  if (owner !== undefined && nodeIn(owner, 'typeAnnotation') !== undefined) return '';
  const kind = /^(Numeric|String|Boolean|BigInt)Literal$/.exec(value.type)?.[1];
  if (kind !== undefined) return `: ${kind === 'Numeric' ? 'number' : kind.toLowerCase()}`;
  const body = nodeIn(value, 'body');
  const isFunction = body !== undefined && /Function/.test(value.type);
  return ` = ${plain(text.slice(value.start, isFunction ? body.start : value.end))}`;
}

/** Source text on one line without comments; text in quotes stays as it is. */
function plain(text: string): string {
  return text
    .replaceAll(
      /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
      (_, quoted) => quoted ?? ' ',
    )
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/,(?= ?[)}\]>])/g, '')
    .replaceAll(/([([{<]) | ([)\]}>,;:])/g, (_, open, close) => open ?? close)
    .trim();
}
