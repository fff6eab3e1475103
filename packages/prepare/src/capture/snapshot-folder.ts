import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CapturedPage,
  type CaptureManifest,
  capturedPageSchema,
  captureManifestSchema,
  ObeyError,
} from '@obey/schema';

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * A capture under way, in a folder of its own beside the final one: each page is on disk before its line is in the journal, so a
 * kill at any moment loses at most the page under way, and the capture appears whole or not at all.
 */
export class SnapshotFolder {
  readonly #folder: string;
  readonly #part: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#part = `${folder}.part`;
  }

  /** Pages that an earlier attempt left whole, by URL. */
  async kept(): Promise<Map<string, CapturedPage>> {
    const journal = await readFile(this.#journal, 'utf8').catch(() => '');
    const pages = new Map<string, CapturedPage>();
    for (const line of journal.split('\n')) {
      const page = capturedPageSchema.safeParse(parsed(line));
      if (!page.success) continue;
      const content = await readFile(this.#file(page.data.sha256)).catch(() => undefined);
      if (content !== undefined && hashOf(content) === page.data.sha256) pages.set(page.data.url, page.data);
    }
    return pages;
  }

  async add(page: Omit<CapturedPage, 'sha256' | 'bytes'>, content: Buffer): Promise<CapturedPage> {
    const whole: CapturedPage = { ...page, sha256: hashOf(content), bytes: content.length };
    await mkdir(path.join(this.#part, 'files'), { recursive: true });
    await writeFile(`${this.#file(whole.sha256)}.part`, content);
    await rename(`${this.#file(whole.sha256)}.part`, this.#file(whole.sha256));
    await appendFile(this.#journal, `${JSON.stringify(whole)}\n`);
    return whole;
  }

  /** Puts the whole capture in place of an earlier one. */
  async finish(manifest: CaptureManifest): Promise<void> {
    const wanted = new Set(manifest.pages.map(({ sha256 }) => sha256));
    for (const page of (await this.kept()).values()) {
      if (!wanted.has(page.sha256)) await rm(this.#file(page.sha256), { force: true });
    }
    await writeFile(path.join(this.#part, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await rm(this.#journal, { force: true });
    const old = `${this.#folder}.old`;
    await rm(old, { recursive: true, force: true });
    await rename(this.#folder, old).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(this.#part, this.#folder);
    await rm(old, { recursive: true, force: true });
  }

  get #journal(): string {
    return path.join(this.#part, 'pages.jsonl');
  }

  #file(sha256: string): string {
    return path.join(this.#part, 'files', sha256);
  }
}

/** A page as a later trial serves it. */
export interface CapturedText extends CapturedPage {
  readonly text: string;
}

/**
 * Reads a capture and checks every page against its hash.
 * @throws ObeyError `not-found` when there is none, `prepare-failed` when it is not what its manifest says
 */
export async function readCapture(folder: string): Promise<{ manifest: CaptureManifest; pages: CapturedText[] }> {
  const file = path.join(folder, 'manifest.json');
  const source = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ObeyError('not-found', 'there is no capture in this folder', { cause, at: { file: folder } });
  });
  const manifest = captureManifestSchema.safeParse(parsed(source));
  if (!manifest.success) throw new ObeyError('prepare-failed', 'this is no manifest of a capture', { at: { file } });
  const pages: CapturedText[] = [];
  for (const page of manifest.data.pages) {
    const content = await readFile(path.join(folder, 'files', page.sha256)).catch(() => undefined);
    if (content === undefined || hashOf(content) !== page.sha256) {
      const what = content === undefined ? 'is missing' : 'is not what was captured';
      throw new ObeyError('prepare-failed', `the page ${page.url} ${what}`, {
        at: { file },
        hint: 'restore it, or capture it anew',
      });
    }
    pages.push({ ...page, text: decodedText(content, page.contentType) });
  }
  return { manifest: manifest.data, pages };
}

/** @throws RangeError for a charset that nobody knows */
function decodedText(content: Uint8Array, contentType: string): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  return new TextDecoder(charset).decode(content);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
