import { ObeyError } from '@obey/schema';
import { parseDocument } from 'yaml';
import { localConfigSchema, type SubmissionConfig, submissionConfigSchema } from './submission-config.js';
import { readSubmittedText } from './submission-file.js';

/** A configuration, or all that is wrong with what it says. */
export type ReadConfig =
  | { readonly ok: true; readonly config: SubmissionConfig }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads a submission's `config.yaml`. `local`: whether any provider will do.
 * @throws ObeyError `run-invalid` in one line where it cannot be read as YAML
 */
export async function readSubmissionConfig(path: string, local: boolean): Promise<ReadConfig> {
  const parsed = (local ? localConfigSchema : submissionConfigSchema).safeParse(await readYaml(path));
  if (parsed.success) return { ok: true, config: parsed.data };
  const problems = parsed.error.issues.map((issue) =>
    [issue.path.map(String).join('.'), issue.message].filter((part) => part !== '').join(': '),
  );
  return { ok: false, problems };
}

/**
 * What a submission's `config.yaml` holds, as plain data: no aliases, no tags that make anything else.
 * @throws ObeyError `run-invalid` in one line, with the place where there is one
 */
async function readYaml(path: string): Promise<unknown> {
  const text = await readSubmittedText(path, 'config');
  const fail = (message: string, line?: number, cause?: unknown) =>
    new ObeyError('run-invalid', `not YAML: ${message}`, {
      cause,
      at: line === undefined ? { file: path } : { file: path, line },
    });
  try {
    const document = parseDocument(text, { uniqueKeys: true, logLevel: 'error', prettyErrors: true });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem?.message.startsWith('Maximum call stack') === true) throw fail('nested too deeply', undefined, problem);
    if (problem !== undefined) throw fail(firstLine(problem.message), problem.linePos?.[0].line, problem);
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch (error) {
    // The reader throws at aliases and at nesting deeper than its stack.
    if (ObeyError.isInstance(error)) throw error;
    if (error instanceof RangeError) throw fail('nested too deeply', undefined, error);
    if (error instanceof ReferenceError) throw fail('aliases are not taken', undefined, error);
    throw fail(firstLine(String(error)), undefined, error);
  }
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
