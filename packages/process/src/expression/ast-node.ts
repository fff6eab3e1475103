/** A node of JSONata's own tree, as `.ast()` gives it; its published types leave out most fields. */
export interface AstNode {
  readonly type: string;
  readonly value?: unknown;
  readonly position?: number;
  readonly steps?: readonly AstNode[];
  readonly stages?: readonly AstStage[];
  readonly predicate?: readonly AstStage[];
  readonly group?: { readonly lhs: readonly AstPair[] };
  readonly lhs?: AstNode | readonly AstPair[];
  readonly rhs?: AstNode;
  readonly expression?: AstNode;
  readonly expressions?: readonly AstNode[];
  readonly arguments?: readonly AstNode[];
  readonly procedure?: AstNode;
  readonly condition?: AstNode;
  readonly then?: AstNode;
  readonly else?: AstNode;
  readonly body?: AstNode;
  readonly terms?: readonly { readonly expression: AstNode }[];
  readonly pattern?: AstNode;
  readonly update?: AstNode;
  readonly delete?: AstNode;
  readonly keepArray?: boolean;
  readonly keepSingletonArray?: boolean;
  readonly consarray?: boolean;
  readonly tuple?: boolean;
  readonly focus?: string;
  readonly index?: string;
}

export interface AstStage {
  readonly type: string;
  readonly value?: string;
  readonly expr?: AstNode;
}

export type AstPair = readonly [AstNode, AstNode];

/** The one operand that is a node: constructors keep pairs in the same field. */
export function leftOf(node: AstNode): AstNode | undefined {
  return isPairs(node.lhs) ? undefined : node.lhs;
}

export function pairsOf(node: AstNode): readonly AstPair[] {
  return isPairs(node.lhs) ? node.lhs : [];
}

function isPairs(lhs: AstNode['lhs']): lhs is readonly AstPair[] {
  return Array.isArray(lhs);
}
