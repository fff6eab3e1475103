import { Timestamp } from '../case/timestamp.js';

const day = /^(\d{4})-(\d\d)-(\d\d)$/;
const moment =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(?:(Z)|([-+])(\d\d?)(?::(\d\d))?))?$/;

/** A date or a moment in YAML's spelling; undefined for other text, null for one that no calendar has. */
export function readTimestamp(text: string): Timestamp | null | undefined {
  const date = day.exec(text);
  if (date !== null) return onCalendar(date.slice(1).map(Number)) ? new Timestamp(text) : null;
  const parts = moment.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 0, monthDay = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const [, , , , , , , fraction = '', utc, sign, offsetHour, offsetMinute] = parts;
  const shift = Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0);
  if (!onCalendar([year, month, monthDay]) || hour > 23 || minute > 59 || second > 59 || shift >= 24 * 60) return null;
  const micros = Math.round(Number(`0.${fraction.slice(0, 7) || '0'}`) * 1e6);
  const whole = new Date(0);
  whole.setUTCFullYear(year, month - 1, monthDay);
  whole.setUTCHours(hour, minute, second + Math.floor(micros / 1e6));
  const rest = micros % 1e6 === 0 ? '' : `.${String(micros % 1e6).padStart(6, '0')}`;
  const zone = utc === undefined && sign === undefined ? '' : zoneText(sign === '-' ? -shift : shift);
  return new Timestamp(`${whole.toISOString().slice(0, 19)}${rest}${zone}`);
}

function zoneText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function onCalendar([year = 0, month = 0, date = 0]: readonly number[]): boolean {
  if (year < 1 || month < 1 || month > 12 || date < 1) return false;
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return date <= last.getUTCDate();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
