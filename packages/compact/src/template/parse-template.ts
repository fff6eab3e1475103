import { dialectOf } from './dialect.js';
import { TemplateParseError } from './errors.js';
import type { Template } from './template.js';
import { templateMaps, templateSchema } from './template-schema.js';
import { readYamlSource, type YamlSource } from './yaml-source.js';

/** A template of the dialect `compactbench-1`, with the text that it was read from. */
export interface TemplateFile {
  readonly dialect: 'compactbench-1';
  readonly template: Template;
  readonly source: YamlSource;
}

/**
 * Reads a template of the dialect `compactbench-1`. Its shape is checked; what it says is not yet (`validateTemplate`).
 *
 * @param from the text of the file, or what `readYamlSource` made of it
 * @param file its name, for messages
 * @throws TemplateParseError with file, line and column
 */
export function parseTemplate(from: string | YamlSource, file?: string): TemplateFile {
  const source = typeof from === 'string' ? readYamlSource(from, file) : from;
  const { root, placeOf } = source;
  if (root.kind !== 'mapping') {
    throw new TemplateParseError('expected a mapping with the key template', { at: placeOf([]) });
  }
  const dialect = dialectOf(source);
  if (dialect !== 'compactbench-1') {
    throw new TemplateParseError(`expected the dialect compactbench-1, found ${dialect}`, { at: placeOf(['dialect']) });
  }
  return { dialect, template: source.parse(templateSchema, ['template'], templateMaps), source };
}
