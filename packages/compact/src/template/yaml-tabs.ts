import { CST, Lexer } from 'yaml';

/**
 * Where the first tab stands that is neither in quotes, nor in a comment, nor in the body of a block text, nor between the
 * parts of a flow list or mapping; undefined where there is none. YAML would let some others pass; this dialect does not.
 */
export function strayTab(text: string): number | undefined {
  if (!text.includes('\t')) return undefined;
  let offset = 0;
  let flow = 0;
  let headed = false;
  let body: 'plain' | 'block' | undefined;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END) continue;
    if (lexeme === CST.SCALAR) {
      body = headed ? 'block' : 'plain';
      headed = false;
      continue;
    }
    const type = body === undefined ? CST.tokenType(lexeme) : null;
    const tab = body === 'block' ? outdentedTab(lexeme) : mayHoldTabs(type, flow > 0) ? -1 : lexeme.indexOf('\t');
    if (tab !== -1) return offset + tab;
    if (type === 'flow-map-start' || type === 'flow-seq-start') flow += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') flow -= 1;
    if (type === 'block-scalar-header') headed = true;
    body = undefined;
    offset += lexeme.length;
  }
  return undefined;
}

function mayHoldTabs(type: CST.TokenType | null, inFlow: boolean): boolean {
  return (
    type === 'single-quoted-scalar' ||
    type === 'double-quoted-scalar' ||
    type === 'comment' ||
    (type === 'space' && inFlow)
  );
}

/** A tab that stands left of where the lines of a block text begin. */
function outdentedTab(body: string): number {
  const indent = /^ */.exec(body.split('\n').find((line) => /[^ \t\r]/.test(line)) ?? '')?.[0].length ?? 0;
  let offset = 0;
  for (const line of body.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab !== -1 && tab < indent) return offset + tab;
    offset += line.length + 1;
  }
  return -1;
}
