import { nearest } from '@obey/schema';
import { generators } from '../generate/generators.js';
import { TemplateValidationError } from './errors.js';
import type { TemplateFile } from './parse-template.js';
import { extractReferences } from './references.js';
import { templateTexts } from './template-texts.js';
import { pathText, type YamlPath } from './yaml-path.js';
import type { YamlSource } from './yaml-source.js';

/** What a text may refer to beside the variables of its template. */
export const difficultyReferences = [
  'difficulty.distractor_turns',
  'difficulty.paraphrase_depth',
  'difficulty.override_timing',
] as const;

/**
 * Checks what a template says: variables and items have names of their own, generators exist, and every reference leads
 * somewhere. In this order; the first thing wrong is told.
 *
 * @throws TemplateValidationError with file, line and column
 */
export function validateTemplate({ template, source }: TemplateFile): void {
  const names = new Set<string>();
  for (const [index, { name, generator }] of template.variables.entries()) {
    if (names.has(name)) fail(source, ['variables', index, 'name'], `the variable ${name} is declared twice`);
    names.add(name);
    if (!generators.has(generator)) {
      const path = ['variables', index, 'generator'];
      fail(source, path, `no generator is called ${generator}`, generator, [...generators.keys()]);
    }
  }
  const keys = new Set<string>();
  for (const [index, { key }] of template.evaluation_items.entries()) {
    if (keys.has(key)) fail(source, ['evaluation_items', index, 'key'], `the item ${key} stands twice`);
    keys.add(key);
  }
  const known = new Set<string>([...names, ...difficultyReferences]);
  for (const { text, path } of templateTexts(template)) {
    const lost = extractReferences(text).find((name) => !known.has(name));
    if (lost === undefined) continue;
    const candidates = lost.startsWith('difficulty.') ? difficultyReferences : [...names];
    fail(source, path, `{{${lost}}} refers to nothing`, lost, candidates);
  }
}

function fail(
  source: YamlSource,
  path: YamlPath,
  message: string,
  found?: string,
  candidates: readonly string[] = [],
): never {
  const near = found === undefined ? undefined : nearest(found, candidates);
  const list = found === undefined ? '' : `known are ${candidates.join(', ') || 'none'}`;
  const hint = near === undefined ? list : `did you mean "${near}"?`;
  throw new TemplateValidationError(`${pathText(path)}: ${message}`, {
    at: source.placeOf(['template', ...path]),
    ...(hint === '' ? {} : { hint }),
  });
}
