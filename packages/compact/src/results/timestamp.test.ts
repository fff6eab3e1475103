import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimestamp, timestampMicros, timestampSchema, timestampText, withOffset } from './timestamp.js';

describe('readTimestamp', () => {
  // Given by pydantic 2.13.5.
  it.each([
    ['2026-04-18T12:00:00Z', '2026-04-18T12:00:00Z'],
    ['2026-04-18T12:00:00.5Z', '2026-04-18T12:00:00.500000Z'],
    ['2026-04-18 12:00:00', '2026-04-18T12:00:00'],
    ['2026-04-18t12:00z', '2026-04-18T12:00:00Z'],
    ['2026-04-18_12:00:01.1234567', '2026-04-18T12:00:01.123456'],
    ['2026-04-18', '2026-04-18T00:00:00'],
    ['2026-04-18T12:00:00+0200', '2026-04-18T12:00:00+02:00'],
    ['2026-04-18T12:00:00-02:30', '2026-04-18T12:00:00-02:30'],
    ['2026-04-18T12:00:00+00:00', '2026-04-18T12:00:00Z'],
    ['2026-04-18T12:00:00\u221202:00', '2026-04-18T12:00:00-02:00'],
    ['2026-04-18T12:00:00,5Z', '2026-04-18T12:00:00.500000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999999Z'],
    [1776513600, '2026-04-18T12:00:00Z'],
    [1776513600n, '2026-04-18T12:00:00Z'],
    [1776513600.25, '2026-04-18T12:00:00.250000Z'],
    [1776513600000, '2026-04-18T12:00:00Z'],
    ['1776513600', '2026-04-18T12:00:00Z'],
    ['1776513600.123456789', '2026-04-18T12:00:00.123457Z'],
    [-1, '1969-12-31T23:59:59Z'],
    [20000000000, '2603-10-11T11:33:20Z'],
    [20000000001, '1970-08-20T11:33:20.001000Z'],
    ['2026-04-18T24:00:00Z', undefined],
    ['2026-02-30T00:00:00Z', undefined],
    ['2026-04-18T12:00:60Z', undefined],
    ['2026-04-18T12Z', undefined],
    ['20260418T120000Z', undefined],
    [' 2026-04-18T12:00:00Z', undefined],
    ['2026-04-18T12:00:00+24:00', undefined],
    ['2026-04-18T12:00:00+02', undefined],
    [true, undefined],
    [null, undefined],
    [1e20, undefined],
  ])('%s → %s', (value, expected) => {
    expect(readTimestamp(value)).toBe(expected);
    expect(timestampSchema.safeParse(value).success).toBe(expected !== undefined);
  });
});

describe('timestampText', () => {
  it('reads back, to the microsecond', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -62_135_596_800_000_000n, max: 253_402_300_799_999_999n }), (micros) => {
        const text = timestampText(micros);
        expect(readTimestamp(text)).toBe(text);
        expect(timestampMicros(text)).toBe(micros);
      }),
    );
  });

  it('leaves out a fraction of nought, and compares offsets as instants', () => {
    expect(timestampText(1_776_513_600_000_000n)).toBe('2026-04-18T12:00:00Z');
    expect(timestampText(1_776_513_600_000_500n)).toBe('2026-04-18T12:00:00.000500Z');
    expect(timestampMicros('2026-04-18T14:00:00.000500+02:00')).toBe(1_776_513_600_000_500n);
    expect(timestampMicros('2026-04-18T12:00:00')).toBe(1_776_513_600_000_000n);
    expect(withOffset('2026-04-18T12:00:00.5Z')).toBe('2026-04-18T12:00:00.5+00:00');
  });
});
