import { z } from 'zod';

const spelling =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt _](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?([Zz]|[+\-\u2212]\d\d:?\d\d)?)?$/;
const numeric = /^[+-]?\d+(?:\.\d*)?$/;
/** The years 1 to 9999, in seconds since 1970. */
const [earliest, latest] = [-62_135_596_800, 253_402_300_799];

/**
 * A moment as `results.jsonl` spells it: microseconds, left out when nought; `Z` for UTC, else the offset, nothing where
 * none was given. Reads the spellings that the reference's readers take: blanks or `_` for `T`, no seconds, a date alone,
 * and seconds (beyond 2·10^10 milliseconds) since 1970, as a number or as text. Undefined where it is none.
 */
export function readTimestamp(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return fromSeconds(Number(value));
  if (typeof value !== 'string') return undefined;
  if (numeric.test(value)) return fromSeconds(Number(value));
  const found = spelling.exec(value);
  if (found === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', offset = ''] = found;
  if (!isDate(Number(year), Number(month), Number(day))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const zone = offsetText(offset);
  if (zone === undefined) return undefined;
  const micros = fraction.slice(0, 6).padEnd(6, '0');
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${Number(micros) === 0 ? '' : `.${micros}`}${zone}`;
}

/** A moment, given in microseconds since 1970, in UTC. */
export function timestampText(micros: bigint): string {
  const fraction = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const seconds = new Date(Number((micros - fraction) / 1000n)).toISOString().slice(0, 19);
  return `${seconds}${fraction === 0n ? '' : `.${String(fraction).padStart(6, '0')}`}Z`;
}

/** Microseconds since 1970 of what `readTimestamp` gave; a moment without an offset counts as UTC. */
export function timestampMicros(text: string): bigint {
  const [, moment = text, fraction = '', zone = ''] = /^(.{19})(?:\.(\d{6}))?(.*)$/.exec(text) ?? [];
  const milliseconds = Date.parse(`${moment}${zone === '' ? 'Z' : zone}`);
  return BigInt(milliseconds) * 1000n + BigInt(fraction === '' ? '0' : fraction);
}

/** The spelling of the leaderboard, `+00:00` for `Z`. */
export const withOffset = (text: string): string => text.replace(/Z$/, '+00:00');

/** Any spelling of a moment, read into the one of `results.jsonl`. */
export const timestampSchema = z.unknown().transform((value, context): string => {
  const read = readTimestamp(value);
  if (read !== undefined) return read;
  context.issues.push({ code: 'custom', message: 'expected a moment such as 2026-04-18T12:00:00Z', input: value });
  return z.NEVER;
});

function fromSeconds(value: number): string | undefined {
  const seconds = Math.abs(value) > 2e10 ? value / 1000 : value;
  if (!(seconds >= earliest && seconds < latest + 1)) return undefined;
  const whole = Math.floor(seconds);
  return timestampText(BigInt(whole) * 1_000_000n + BigInt(Math.round((seconds - whole) * 1e6)));
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

function offsetText(offset: string): string | undefined {
  if (offset === '') return '';
  if (/^[Zz]$/.test(offset)) return 'Z';
  const [hours, minutes] = [offset.slice(1, 3), offset.slice(-2)];
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  if (Number(hours) === 0 && Number(minutes) === 0) return 'Z';
  return `${offset.startsWith('+') ? '+' : '-'}${hours}:${minutes}`;
}
