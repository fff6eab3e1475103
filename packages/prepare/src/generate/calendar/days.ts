/** One day of the Gregorian calendar; `month` and `day` count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** So many consecutive days from `first` on, as `YYYY-MM-DD`. */
export function consecutiveDays(first: Day, count: number): string[] {
  const days: string[] = [];
  let { year, month, day } = first;
  while (days.length < count) {
    days.push(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
    day += 1;
    if (day <= daysIn(year, month)) continue;
    day = 1;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return days;
}

/** How many days a month has; `month` counts from 1. */
export function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const two = (value: number): string => String(value).padStart(2, '0');
