import { type ObeyTemplateFile, parseObeyTemplate } from '../obey/dialect/parse-obey-template.js';
import { dialectOf } from '../template/dialect.js';
import { loadSuiteWith, type Suite } from '../template/load-suite.js';
import { parseTemplate, type TemplateFile } from '../template/parse-template.js';
import { validateTemplate } from '../template/validate-template.js';
import type { YamlSource } from '../template/yaml-source.js';

/** A template file of any dialect. */
export type AnyTemplate = TemplateFile | ObeyTemplateFile;

/**
 * Reads a template file in the dialect that it names, and checks what it says.
 *
 * @throws TemplateParseError, TemplateValidationError, UnknownGeneratorError
 */
export function parseAnyTemplate(source: YamlSource): AnyTemplate {
  if (dialectOf(source) === 'obey-1') return parseObeyTemplate(source);
  const file = parseTemplate(source);
  validateTemplate(file);
  return file;
}

/** Reads every template of a suite, each in its dialect. @throws as `parseAnyTemplate`, and where the folder cannot be read */
export function loadAnySuite(folder: string): Suite<AnyTemplate> {
  return loadSuiteWith(folder, parseAnyTemplate);
}
