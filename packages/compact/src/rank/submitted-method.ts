import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { ObeyError } from '@obey/schema';
import type { RunStart } from '../results/results-event.js';

/** The file of a method as a submission takes it. */
export interface SubmittedMethod {
  /** Its name in the submission: `method.<ext>`. */
  readonly file: string;
  readonly className: string;
  readonly text: Uint8Array;
}

const extensions = ['.ts', '.mts', '.js', '.mjs', '.py'];
const mostBytes = 1_048_576;

/**
 * Reads a method for its submission, without running it. It must be one file, and the one that ran, where the run says which that was.
 *
 * @param spec `<path>:<Class>`; the class may be left out where the run says it
 * @param directory relative paths are taken from here
 * @throws ObeyError `usage`, `not-found`, `conflict`
 */
export async function readMethodFile(spec: string, directory: string, start: RunStart): Promise<SubmittedMethod> {
  const ranSpec = start.obey?.parameters.method;
  const ranClass = typeof ranSpec === 'string' ? classIn(ranSpec) : undefined;
  const className = classIn(spec) ?? ranClass;
  const path = classIn(spec) === undefined ? spec : spec.slice(0, spec.lastIndexOf(':'));
  if (className === undefined || !extensions.includes(extname(path))) {
    throw new ObeyError('usage', `\`${spec}\` names no method`, {
      hint: `give --method <file>:<Class> as the run had it; the file ends in ${extensions.join(', ')}`,
    });
  }
  const text = await readText(resolve(directory, path), path);
  const ran = start.obey?.method_sha256;
  if (ran !== undefined && createHash('sha256').update(text).digest('hex') !== ran) {
    throw new ObeyError('conflict', 'not the file that ran: its SHA-256 is another', {
      at: { file: path },
      hint: 'give the file as it was, or run it again',
    });
  }
  if (typeof ranSpec === 'string' && ranClass !== className) {
    throw new ObeyError('conflict', `the run was of ${ranSpec}, not of ${className}`, { hint: 'give what ran' });
  }
  const nearby = /(?:from|import|require)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/.exec(
    Buffer.from(text).toString('utf8'),
  )?.[1];
  if (nearby !== undefined) {
    throw new ObeyError('usage', `it imports ${nearby}, which would not be part of the submission`, {
      at: { file: path },
      hint: 'put the method into one file, and run it again',
    });
  }
  return { file: `method${extname(path)}`, className, text };
}

/** The class behind the last colon of a spec. */
const classIn = (spec: string): string | undefined => /.:([A-Za-z_$][A-Za-z0-9_$]*)$/.exec(spec)?.[1];

async function readText(file: string, path: string): Promise<Uint8Array> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new ObeyError('not-found', 'there is no such file', { cause, at: { file: path } });
  });
  if (!found.isFile()) throw new ObeyError('usage', 'not a file', { at: { file: path } });
  if (found.size > mostBytes) throw new ObeyError('usage', `longer than ${mostBytes} bytes`, { at: { file: path } });
  return readFile(file);
}
