import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { z } from 'zod';
import { textDigest } from '../../artifact/artifact-json.js';
import type { Completion } from '../../model/provider.js';
import { completionSchema } from '../completion-schema.js';

const askedSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const entrySchema = z.strictObject({
  format: z.literal('obey-response-1'),
  asked: askedSchema,
  completion: completionSchema,
});

/** All that decides an answer: what is asked, of whom and where. Never a key. */
export type Asked = z.infer<typeof askedSchema>;

/**
 * Answers on disk, one file each, named by the SHA-256 of the question. A file is written beside its place and then moved there, so that
 * no reader ever sees half of one; one that cannot be read, or holds another question, counts as absent.
 */
export class ResponseCache {
  constructor(private readonly folder: string) {}

  async read(asked: Asked): Promise<Completion | undefined> {
    const question = JSON.stringify(asked);
    const text = await readFile(this.fileOf(question), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const entry = entrySchema.safeParse(parsed(text)).data;
    if (entry === undefined || JSON.stringify(entry.asked) !== question) return undefined;
    return entry.completion;
  }

  /** @throws ObeyError `infrastructure` when the folder cannot be written to */
  async write(asked: Asked, completion: Completion): Promise<void> {
    const question = JSON.stringify(asked);
    const file = this.fileOf(question);
    const fresh = `${file}.${randomUUID()}.new`;
    try {
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(fresh, `${JSON.stringify({ format: 'obey-response-1', asked, completion })}\n`);
      await rename(fresh, file);
    } catch (cause) {
      await rm(fresh, { force: true }).catch(() => undefined);
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ObeyError('infrastructure', `cannot keep an answer: ${reason}`, { cause, at: { file: this.folder } });
    }
  }

  private fileOf(question: string): string {
    const name = textDigest(question);
    return join(this.folder, name.slice(0, 2), `${name}.json`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
