import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.js';

const now = Date.UTC(2026, 10, 21, 12, 0, 0);

it.each([
  ['seconds', { 'retry-after': '7' }, 7_000],
  ['parts of seconds', { 'Retry-After': ' 1.5 ' }, 1_500],
  ['none', { 'retry-after': '0' }, 0],
  ['milliseconds first', { 'retry-after-ms': '250', 'retry-after': '7' }, 250],
  ['a date', { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }, 30_000],
  ['an old form of date', { 'retry-after': 'Saturday, 21-Nov-26 12:00:30 GMT' }, 30_000],
  ['a date that has passed', { 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
  ['a negative number', { 'retry-after': '-3' }, undefined],
  ['a word', { 'retry-after': 'soon' }, undefined],
  ['nothing', {}, undefined],
])('reads %s', (_what, headers, expected) => {
  expect(retryAfterMs(headers as Record<string, string>, '', now)).toBe(expected);
});

it("reads Google's delay in the body", () => {
  const body = JSON.stringify({ error: { details: [{ '@type': 'google.rpc.RetryInfo', retryDelay: '34.4s' }] } });
  expect(retryAfterMs({}, body, now)).toBe(34_400);
});

it('gives a time or nothing, whatever is said', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (header, body) => {
      const asked = retryAfterMs({ 'retry-after': header }, body, now);
      expect(asked === undefined || (Number.isFinite(asked) && asked >= 0)).toBe(true);
    }),
  );
});
