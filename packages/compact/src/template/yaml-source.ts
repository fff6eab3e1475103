import type { ErrorPlace, ObeyErrorOptions } from '@obey/schema';
import type { z } from 'zod';
import { TemplateParseError } from './errors.js';
import { readYaml } from './read-yaml.js';
import { shapeProblem } from './shape-problem.js';
import { type DataPaths, yamlData } from './yaml-data.js';
import type { YamlNode } from './yaml-node.js';
import { nodeAt, offsetAt, type YamlPath } from './yaml-path.js';
import { YamlProblem } from './yaml-problem.js';

/** A YAML text that was read, with a way from any path in it back to file, line and column. */
export interface YamlSource {
  /** As it was read. */
  readonly text: string;
  readonly root: YamlNode;
  /** Where the value at a path stands; its nearest ancestor where it is missing. With `key`, where its key stands. */
  placeOf(path: YamlPath, options?: { readonly key?: boolean }): ErrorPlace;
  /**
   * What stands at a path, in the shape that a schema asks for.
   *
   * @param maps where, below that path, mappings hold keys of the author's own; those become maps
   * @throws TemplateParseError with the first thing that is wrong
   */
  parse<Schema extends z.ZodType>(schema: Schema, path: YamlPath, maps?: DataPaths): z.output<Schema>;
}

/**
 * Reads a YAML text in the dialect of templates: YAML 1.2, one document, unique keys, no tabs between tokens.
 *
 * @param file its name, for messages
 * @throws TemplateParseError with file, line and column
 */
export function readYamlSource(text: string, file?: string): YamlSource {
  const plain = text.replace(/^\ufeff/, '');

  function place(offset: number): ErrorPlace {
    const lines = plain.slice(0, offset).split(/\r\n?|[\n\u0085]/);
    const column = [...(lines.at(-1) ?? '')].length + 1;
    return { ...(file === undefined ? {} : { file }), line: lines.length, column };
  }

  function placed<Value>(read: () => Value): Value {
    try {
      return read();
    } catch (thrown) {
      if (!(thrown instanceof YamlProblem)) throw thrown;
      throw new TemplateParseError(thrown.message, options(thrown.offset, thrown.hint));
    }
  }

  function options(offset: number, hint: string | undefined): ObeyErrorOptions {
    return { at: place(offset), ...(hint === undefined ? {} : { hint }) };
  }

  const root = placed(() => readYaml(plain));
  return {
    text,
    root,
    placeOf: (path, { key = false } = {}) => place(offsetAt(root, path, key)),
    parse: (schema, path, maps = []) => {
      const node = nodeAt(root, path);
      const data = node === undefined ? undefined : placed(() => yamlData(node, maps));
      const parsed = schema.safeParse(data);
      if (parsed.success) return parsed.data;
      const problem = shapeProblem(schema, root, path, parsed.error.issues);
      throw new TemplateParseError(problem.message, options(offsetAt(root, problem.path, problem.key), problem.hint));
    },
  };
}
