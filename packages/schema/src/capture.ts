import { z } from 'zod';

const text = z.string().min(1);
const webAddress = z.url({ protocol: /^https?$/, error: 'expected an http or https URL' });
const bytes = z.int().positive();

/** Pages of the web that a task shows as they were at one moment. */
export const captureSchema = z.strictObject({
  urls: z.array(webAddress).min(1).describe('Fetched in this order; redirects may lead to the hosts of these alone.'),
  licence: text.describe('Under which the pages may be kept and served, as their owner says.'),
  says: text.optional(),
  maxPageBytes: bytes.default(1_000_000).describe('Most bytes of one page.'),
  maxBytes: bytes.default(20_000_000).describe('Most bytes of all pages.'),
});
export type Capture = z.infer<typeof captureSchema>;

/** A public file that can only ever be one thing. */
export const downloadSchema = z.strictObject({
  url: webAddress,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in lower-case hex'),
  licence: text.describe('Under which the file may be used, as its owner says.'),
  says: text.optional(),
  maxBytes: bytes.default(20_000_000),
});
export type Download = z.infer<typeof downloadSchema>;

export const capturedPageSchema = z.strictObject({
  /** As the task declares it. */
  url: z.string(),
  /** Where it was found in the end, when that is elsewhere. */
  location: z.string().optional(),
  /** Of the content, in hex: its name under files/. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  contentType: z.string(),
  fetchedAt: z.string(),
});
export type CapturedPage = z.infer<typeof capturedPageSchema>;

/** `manifest.json` of a capture. */
export const captureManifestSchema = z.strictObject({
  name: z.string(),
  licence: z.string(),
  pages: z.array(capturedPageSchema),
});
export type CaptureManifest = z.infer<typeof captureManifestSchema>;
