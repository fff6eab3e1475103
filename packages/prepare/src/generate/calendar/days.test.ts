import { expect, it } from 'vitest';
import { consecutiveDays, daysIn } from './days.js';

it('counts days as the calendar does, over months, years and leap years', () => {
  for (const [year, month, day] of [
    [2027, 12, 30],
    [2028, 2, 27],
    [2100, 2, 27],
    [2000, 2, 1],
  ] as const) {
    const expected = Array.from({ length: 40 }, (_, index) =>
      new Date(Date.UTC(year, month - 1, day + index)).toISOString().slice(0, 10),
    );
    expect(consecutiveDays({ year, month, day }, 40)).toEqual(expected);
  }
  expect(consecutiveDays({ year: 2031, month: 1, day: 1 }, 0)).toEqual([]);
});

it('knows how long a month is', () => {
  for (let year = 1996; year < 2005; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      expect(daysIn(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
    }
  }
});
