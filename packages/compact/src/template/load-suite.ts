import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { TemplateParseError } from './errors.js';
import { parseTemplate, type TemplateFile } from './parse-template.js';
import { readYamlSource, type YamlSource } from './yaml-source.js';

/** What every template has, whatever its dialect. */
export interface AnyTemplateFile {
  readonly template: { readonly key: string; readonly family: string; readonly version: string };
}

/** A folder of templates that are run together. */
export interface Suite<File extends AnyTemplateFile = TemplateFile> {
  /** The name of its folder. */
  readonly key: string;
  /** The version that all its templates share, or `mixed`; part of the seeds of a run. */
  readonly version: string;
  /** In the order of their file names, by code points. */
  readonly files: readonly File[];
}

/**
 * Reads one template file of the dialect `compactbench-1`.
 *
 * @throws TemplateParseError, also where the file cannot be read
 */
export function parseTemplateFile(path: string): TemplateFile {
  return parseTemplate(readTemplateSource(path));
}

/**
 * Reads the YAML of a template file of any dialect.
 *
 * @throws TemplateParseError, also where the file cannot be read or is not UTF-8
 */
export function readTemplateSource(path: string): YamlSource {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new TemplateParseError('the template file cannot be read', { at: { file: path }, cause });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new TemplateParseError('the template file is not UTF-8', { at: { file: path }, cause });
  }
  return readYamlSource(text, path);
}

/**
 * Reads every template of a suite of the dialect `compactbench-1`: the entries of its folder whose names end in `.yaml`.
 * Shapes are checked, what the templates say is not (`validateTemplate`).
 *
 * @throws TemplateParseError where the folder or a template cannot be read
 */
export function loadSuite(folder: string): Suite {
  return loadSuiteWith(folder, parseTemplate);
}

/** As `loadSuite`, for templates of any dialect: `parse` makes of each file what the suite shall hold. */
export function loadSuiteWith<File extends AnyTemplateFile>(
  folder: string,
  parse: (source: YamlSource) => File,
): Suite<File> {
  const files = templateNames(folder).map((name) => parse(readTemplateSource(join(folder, name))));
  const [version = 'mixed', ...others] = new Set(files.map(({ template }) => template.version));
  return { key: basename(resolve(folder)), version: others.length === 0 ? version : 'mixed', files };
}

/**
 * The keys of the suites in a folder of suites, sorted by code points; empty where there is no such folder.
 */
export function listSuites(benchmarksFolder: string): string[] {
  if (!isFolder(benchmarksFolder)) return [];
  return readdirSync(benchmarksFolder)
    .filter((name) => isFolder(join(benchmarksFolder, name)))
    .sort(byCodePoints);
}

function templateNames(folder: string): string[] {
  if (!isFolder(folder)) throw new TemplateParseError('there is no such suite', { at: { file: folder } });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort(byCodePoints);
}

function isFolder(path: string): boolean {
  // Keys come from results files too, and Node throws at a null byte.
  return !path.includes('\0') && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** As Python sorts: by code points, where JavaScript would compare UTF-16 units. */
function byCodePoints(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
