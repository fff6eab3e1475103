import { createHmac, randomBytes } from 'node:crypto';

/** The token that proves that an item's own page was read: the first 16 hex characters of HMAC-SHA-256(secret, item). */
export function proofToken(secretHex: string, item: string): string {
  return createHmac('sha256', Buffer.from(secretHex, 'hex')).update(item).digest('hex').slice(0, 16);
}

/** A trial's secret, 32 bytes in hex. `bytes` is where they come from. */
export function newSecret(bytes: (count: number) => Uint8Array = randomBytes): string {
  return Buffer.from(bytes(32)).toString('hex');
}
