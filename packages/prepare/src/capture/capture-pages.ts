import { type Capture, type CapturedPage, type CaptureManifest, ObeyError } from '@obey/schema';
import type { CaptureOptions } from './capture-options.js';
import type { Fetched } from './fetch-limited.js';
import { HostGate } from './host-gate.js';
import { SnapshotFolder } from './snapshot-folder.js';

const mostRedirects = 5;
const mostRetries = 2;

/**
 * Fetches the declared pages of a capture, one after another, and leaves them as a folder: manifest.json and files/ by SHA-256. It
 * keeps to robots.txt (also its Crawl-delay), to the hosts that are declared, to the sizes that are allowed, and takes up
 * where an earlier attempt was broken off. The folder appears whole or not at all, in place of an earlier one.
 *
 * @throws ObeyError `download-failed` when a page cannot or may not be had, with what was fetched so far kept for the next attempt
 */
export async function capturePages(name: string, capture: Capture, options: CaptureOptions): Promise<CaptureManifest> {
  const folder = new SnapshotFolder(options.folder);
  const gate = new HostGate(options);
  const hosts = new Set(capture.urls.map((url) => new URL(url).host));
  const kept = await folder.kept();
  const pages: CapturedPage[] = [];
  let total = 0;
  for (const url of new Set(capture.urls)) {
    const known = kept.get(url);
    const page =
      known ?? (await fetchInto(folder, gate, { url, hosts, capture, left: capture.maxBytes - total, options }));
    pages.push(page);
    total += page.bytes;
    if (total > capture.maxBytes) throw tooLarge(name, capture);
    options.onPage?.({ url, bytes: page.bytes, kept: known !== undefined });
  }
  const manifest: CaptureManifest = { name, licence: capture.licence, pages };
  await folder.finish(manifest);
  return manifest;
}

interface Wanted {
  readonly url: string;
  readonly hosts: ReadonlySet<string>;
  readonly capture: Capture;
  /** Bytes that the whole capture may still take. */
  readonly left: number;
  readonly options: CaptureOptions;
}

async function fetchInto(folder: SnapshotFolder, gate: HostGate, wanted: Wanted): Promise<CapturedPage> {
  const { url, options, capture, left } = wanted;
  const { answer, location } = await follow(gate, wanted);
  if (answer.status !== 200) {
    throw new ObeyError('download-failed', `${url} answered ${answer.status}`, {
      hint: 'correct its address in the task, or take it out',
    });
  }
  if (!isText(answer.contentType)) {
    throw new ObeyError('download-failed', `${url} is ${answer.contentType}, and only text can be served again`, {
      hint: 'declare it under `downloads`',
    });
  }
  if (answer.body.length > left) {
    throw new ObeyError(
      'download-failed',
      `with ${url} the capture is larger than its limit of ${capture.maxBytes} bytes`,
      {
        hint: 'raise `maxBytes` in the task, or take pages out',
      },
    );
  }
  const elsewhere = location === new URL(url).href ? {} : { location };
  return folder.add({ url, ...elsewhere, contentType: answer.contentType, fetchedAt: options.fetchedAt }, answer.body);
}

/** Follows redirects within the declared hosts, and waits where the server asks for it. */
async function follow(gate: HostGate, { url, hosts, capture }: Wanted): Promise<{ answer: Fetched; location: string }> {
  let at = new URL(url);
  let retries = 0;
  for (let hops = 0; hops <= mostRedirects; ) {
    if (!hosts.has(at.host)) {
      throw new ObeyError('download-failed', `${url} leads to ${at.host}, which the capture does not declare`, {
        hint: 'declare the page where it is now',
      });
    }
    const answer = await gate.fetch(at, capture.maxPageBytes);
    if (
      (answer.status === 429 || answer.status === 503) &&
      answer.retryAfterMs !== undefined &&
      retries < mostRetries
    ) {
      retries += 1;
      await gate.pause(answer.retryAfterMs, at.href);
    } else if (answer.location === undefined) return { answer, location: at.href };
    else {
      at = answer.location;
      hops += 1;
    }
  }
  throw new ObeyError('download-failed', `${url} leads on more than ${mostRedirects} times`);
}

const isText = (contentType: string): boolean => /^(text\/|application\/([\w.-]+\+)?(json|xml)\b)/i.test(contentType);

const tooLarge = (name: string, { maxBytes }: Capture): ObeyError =>
  new ObeyError('download-failed', `the capture \`${name}\` is larger than its limit of ${maxBytes} bytes`, {
    hint: 'raise `maxBytes` in the task, or take pages out',
  });
