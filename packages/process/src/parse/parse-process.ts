import { stringify } from 'yaml';
import type { Process } from '../ast.js';
import { type ParseProcessOptions, parseProcessYaml } from './parse-process-yaml.js';

/**
 * Parses and checks a process that is a value already, as in a program that writes processes. Places in errors are those
 * of the YAML that the value would be written as.
 *
 * @throws InputError `process-invalid`
 */
export function parseProcess(
  source: { readonly process: unknown; readonly procedures?: unknown },
  options: ParseProcessOptions = {},
): Process {
  const { process, procedures } = source;
  return parseProcessYaml(
    stringify(
      { process, ...(procedures !== undefined && { procedures }) },
      { aliasDuplicateObjects: false, lineWidth: 0 },
    ),
    options,
  );
}
