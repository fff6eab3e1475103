import type { ScalarValue } from './yaml-scalar.js';

interface Placed {
  /** Where it starts in the text, counted from 0 in UTF-16 units. */
  readonly offset: number;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  readonly float: boolean;
}

export interface SequenceNode extends Placed {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
}

export interface MappingNode extends Placed {
  readonly kind: 'mapping';
  /** Unique keys, in their order. */
  readonly entries: readonly MappingEntry[];
}

export interface MappingEntry {
  readonly key: ScalarNode;
  readonly value: YamlNode;
}

/** What a YAML text says, with aliases and merges resolved. */
export type YamlNode = ScalarNode | SequenceNode | MappingNode;
