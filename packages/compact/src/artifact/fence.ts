import { ObeyError } from '@obey/schema';
import { textDigest } from './artifact-json.js';
import { neutraliseMarkers } from './neutralise-markers.js';
import { fenceName, redactedClose } from './prompt-format.js';

/**
 * Keeps what a method wrote apart from what we ask. `reference`: CompactBench's markers, and only an exact closing marker
 * inside is redacted. `hardened`: the markers carry a delimiter that nobody could put into the artifact, and every variant of
 * a marker inside is replaced.
 */
export type Fence = { readonly form: 'reference' } | { readonly form: 'hardened'; readonly delimiter: string };

export const referenceFence: Fence = { form: 'reference' };

/**
 * The hardened fence of a text: its delimiter is the first half of the text's SHA-256. To hold it, the text would have to hold
 * part of its own hash, which takes about 2^128 tries; and it is the same whenever the same is asked, so that runs can be
 * repeated and answers cached. The question has no part in it: all questions about one artifact share one prefix.
 */
export const fenceOf = (text: string): Fence => hardenedFence(textDigest(text).slice(0, 32));

/**
 * A hardened fence of a given delimiter, which must not be known before the text within is made.
 * @throws ObeyError `usage` unless the delimiter has 16 to 64 letters and digits
 */
export function hardenedFence(delimiter: string): Fence {
  if (!/^[A-Za-z0-9]{16,64}$/.test(delimiter)) {
    throw new ObeyError('usage', 'a fence needs a delimiter of 16 to 64 letters and digits');
  }
  return { form: 'hardened', delimiter };
}

/** The text between its markers, each on a line of its own. */
export function fenced(text: string, fence: Fence): string {
  const [open, close] = markers(fence);
  const inside =
    fence.form === 'reference' ? text.replaceAll(close, () => redactedClose) : neutraliseMarkers(text, fence.delimiter);
  return `${open}\n${inside}\n${close}`;
}

/** The opening and the closing marker. */
export function markers(fence: Fence): readonly [open: string, close: string] {
  const id = fence.form === 'reference' ? '' : ` id="${fence.delimiter}"`;
  return [`<${fenceName}${id}>`, `</${fenceName}${id}>`];
}

const opened = new RegExp(`<${fenceName}(?: id="([A-Za-z0-9]{16,64})")?>\\n`);

/** What stands inside the first fence of a prompt, as the model sees it; undefined where there is none. */
export function readFenced(prompt: string): string | undefined {
  const found = opened.exec(prompt);
  if (found === null) return undefined;
  const fence: Fence = found[1] === undefined ? referenceFence : hardenedFence(found[1]);
  const start = found.index + found[0].length;
  const end = prompt.indexOf(`\n${markers(fence)[1]}`, start - 1);
  return end < start ? (end === start - 1 ? '' : undefined) : prompt.slice(start, end);
}
