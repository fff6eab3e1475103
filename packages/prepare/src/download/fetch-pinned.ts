import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ObeyError } from '@obey/schema';

/** A file of the web that can only ever be one thing. */
export interface PinnedFile {
  /** http or https. */
  readonly url: string;
  /** Of the whole content, in lower-case hex. */
  readonly sha256: string;
  /** Largest size that is accepted. */
  readonly maxBytes: number;
}

export interface DownloadOptions {
  /** Files are kept here under their hash; made when it is not there. */
  readonly cacheDirectory: string;
  /** Milliseconds for the whole download. */
  readonly timeoutMs: number;
  /** True: only the cache is asked. */
  readonly offline?: boolean;
  /** The platform's own by default. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Path of a pinned file in the cache, downloaded when it is not there yet. A file appears in the cache whole and verified or
 * not at all, also when two processes want it at once.
 *
 * @throws ObeyError `download-failed` when it is not cached and offline, unreachable, too large, too slow or has another hash;
 *   `usage` for a pin that cannot be
 */
export async function fetchPinned(file: PinnedFile, options: DownloadOptions): Promise<string> {
  checkPin(file);
  const kept = path.join(options.cacheDirectory, file.sha256);
  if (await isWhole(kept, file.sha256)) return kept;
  if (options.offline === true) {
    throw new ObeyError('download-failed', `${file.url} is not in the cache and the network is off`, {
      hint: `download it once with the network on, or put the file with this SHA-256 at ${kept}`,
    });
  }
  await mkdir(options.cacheDirectory, { recursive: true });
  const partial = `${kept}.${randomUUID()}.partial`;
  try {
    await download(file, partial, options);
    await rename(partial, kept);
    return kept;
  } finally {
    await rm(partial, { force: true });
  }
}

function checkPin({ url, sha256, maxBytes }: PinnedFile): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : undefined;
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new ObeyError('usage', `\`${url}\` is not an http or https URL`);
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new ObeyError('usage', `the pin of ${url} is not a SHA-256 in lower-case hex`);
  if (!Number.isSafeInteger(maxBytes) || maxBytes <= 0)
    throw new ObeyError('usage', `the size limit of ${url} is not a number of bytes`);
}

/** A file in the cache counts only when it still has its hash. */
async function isWhole(file: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}

async function download(file: PinnedFile, target: string, options: DownloadOptions): Promise<void> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await (options.fetch ?? globalThis.fetch)(file.url, { signal });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new ObeyError('download-failed', `${file.url} answered ${response.status}`, {
        hint: 'the file may have moved; the pin in the task needs its new address',
      });
    }
    if (Number(response.headers.get('content-length') ?? 0) > file.maxBytes) {
      await response.body.cancel();
      throw tooLarge(file);
    }
    const hash = createHash('sha256');
    await save(response.body, target, file, hash);
    const found = hash.digest('hex');
    if (found !== file.sha256) {
      throw new ObeyError('download-failed', `${file.url} has SHA-256 ${found}, not the pinned ${file.sha256}`, {
        hint: 'the file was changed at its source; check it and pin it anew',
      });
    }
  } catch (cause) {
    if (ObeyError.isInstance(cause)) throw cause;
    const late = signal.aborted;
    throw new ObeyError(
      'download-failed',
      late
        ? `${file.url} took longer than ${options.timeoutMs} ms`
        : `${file.url} could not be reached: ${reason(cause)}`,
      {
        cause,
        hint: 'check the network and try again; a cached file needs none',
      },
    );
  }
}

async function save(body: ReadableStream<Uint8Array>, target: string, file: PinnedFile, hash: Hash): Promise<void> {
  const output = await open(target, 'wx');
  try {
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > file.maxBytes) throw tooLarge(file);
      hash.update(chunk);
      await output.writeFile(chunk);
    }
    await output.sync();
  } finally {
    await output.close();
  }
}

const tooLarge = ({ url, maxBytes }: PinnedFile): ObeyError =>
  new ObeyError('download-failed', `${url} is larger than its limit of ${maxBytes} bytes`, {
    hint: 'raise the limit in the task if that is right',
  });

/** The platform's fetch hides why under `cause`. */
function reason(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error ? inner.message || inner.name : String(inner);
}
