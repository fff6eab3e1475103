import type { Dirent } from 'node:fs';
import { lstat, mkdir, readdir, stat } from 'node:fs/promises';
import { copyRedacted } from '../redaction/copy-redacted.js';
import type { Redactor } from '../redaction/redactor.js';

/** What the copy of a workspace does without. */
export interface LeftOut {
  readonly path: string;
  readonly why: 'link' | 'special' | 'too large' | 'unreadable';
}

const maxFileBytes = 64 << 20;
const maxBytes = 1 << 30;
const maxDepth = 200;
const slash = Buffer.from('/');

/**
 * Copies the workspace as the candidate left it. Names are bytes, whatever they hold; links are never followed, and
 * links, sockets, pipes and devices are left out, as are node_modules and the objects of git.
 */
export async function copyWorkspace(source: string, target: string, redactor: Redactor): Promise<LeftOut[]> {
  const leftOut: LeftOut[] = [];
  let left = maxBytes;
  const skip = (path: Buffer, why: LeftOut['why']) => leftOut.push({ path: redactor.text(path.toString()), why });

  const copyFolder = async (from: Buffer, to: Buffer, inside: Buffer, depth: number): Promise<void> => {
    let entries: Dirent<Buffer>[];
    try {
      await mkdir(to, { recursive: true });
      entries = await readdir(from, { withFileTypes: true, encoding: 'buffer' });
    } catch {
      skip(inside, 'unreadable');
      return;
    }
    for (const entry of entries.toSorted((a, b) => Buffer.compare(a.name, b.name))) {
      const path = inside.length === 0 ? entry.name : Buffer.concat([inside, slash, entry.name]);
      const child = Buffer.concat([from, slash, entry.name]);
      const copy = Buffer.concat([to, slash, redactor.bytes(entry.name)]);
      if (entry.isSymbolicLink()) skip(path, 'link');
      else if (entry.isDirectory()) {
        if (isIgnored(path)) continue;
        if (depth >= maxDepth) skip(path, 'unreadable');
        else await copyFolder(child, copy, path, depth + 1);
      } else if (!entry.isFile()) skip(path, 'special');
      else if (await copyRedacted(child, copy, redactor, Math.min(left, maxFileBytes)).catch(() => false)) {
        left -= (await stat(copy)).size;
      } else skip(path, 'too large');
    }
  };
  const root = await lstat(source).catch(() => undefined);
  if (root?.isDirectory() !== true) {
    await mkdir(target, { recursive: true });
    return [{ path: '.', why: root?.isSymbolicLink() === true ? 'link' : 'unreadable' }];
  }
  await copyFolder(Buffer.from(source), Buffer.from(target), Buffer.alloc(0), 0);
  return leftOut;
}

function isIgnored(path: Buffer): boolean {
  return /(^|\/)(node_modules|\.git\/objects)$/.test(path.toString('latin1'));
}
