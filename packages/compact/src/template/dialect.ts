import { nearest } from '@obey/schema';
import { TemplateParseError } from './errors.js';
import { nodeAt } from './yaml-path.js';
import type { YamlSource } from './yaml-source.js';

/** The languages that a template file can be in. A file that does not say is in the first. */
export const dialects = ['compactbench-1', 'obey-1'] as const;
export type Dialect = (typeof dialects)[number];

/**
 * The dialect that a template file names beside its key `template`.
 *
 * @throws TemplateParseError for a dialect that does not exist
 */
export function dialectOf(source: YamlSource): Dialect {
  const node = nodeAt(source.root, ['dialect']);
  if (node === undefined) return dialects[0];
  const value = node.kind === 'scalar' ? String(node.value) : '';
  const known = dialects.find((dialect) => dialect === value);
  if (known !== undefined) return known;
  const near = nearest(value, dialects);
  throw new TemplateParseError(`dialect: expected one of ${dialects.join(', ')}, found ${JSON.stringify(value)}`, {
    at: source.placeOf(['dialect']),
    ...(near === undefined ? {} : { hint: `did you mean "${near}"?` }),
  });
}
