import { expect, it } from 'vitest';
import { newSecret, proofToken } from './proof-token.js';

it('is the first 16 hex characters of HMAC-SHA-256', () => {
  // RFC 4231, test case 2: key "Jefe", data "what do ya want for nothing?".
  expect(proofToken(Buffer.from('Jefe').toString('hex'), 'what do ya want for nothing?')).toBe('5bdcc146bf60754e');
});

it('makes a secret of 32 bytes from where it is told', () => {
  expect(newSecret((count) => new Uint8Array(count).fill(0xab))).toBe('ab'.repeat(32));
  expect(newSecret()).toMatch(/^[0-9a-f]{64}$/);
  expect(newSecret()).not.toBe(newSecret());
});
