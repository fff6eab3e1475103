const least = 4;

/** Takes a key out of a text: as it is, and as JSON, URLs and base64 write it. Keys of less than 4 characters are none. */
export function redact(text: string, apiKey: string | undefined): string {
  if (apiKey === undefined || apiKey.length < least) return text;
  const forms = new Set([
    apiKey,
    JSON.stringify(apiKey).slice(1, -1),
    encodeURIComponent(apiKey),
    Buffer.from(apiKey).toString('base64'),
    Buffer.from(apiKey).toString('base64url'),
  ]);
  let clean = text;
  for (const form of forms) clean = clean.replaceAll(form, '[redacted]');
  return clean;
}
