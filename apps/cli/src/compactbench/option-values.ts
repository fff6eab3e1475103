import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandContext } from '../command-context.js';
import { UsageError } from './usage-error.js';

/** The value of an option that must be given. @throws UsageError */
export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`missing option ${option}`);
  return value;
}

/** A whole number as the reference's command line reads one: signs, blanks around it and `_` between digits are fine. @throws UsageError */
export function wholeNumber(text: string, option: string): bigint {
  const digits = text.trim().replaceAll(/(?<=\d)_(?=\d)/g, '');
  if (!/^[+-]?\d+$/.test(digits)) throw new UsageError(`${option}: \`${text}\` is not a whole number`);
  return BigInt(digits.replace(/^\+/, ''));
}

/** The same within bounds. @throws UsageError */
export function numberWithin(text: string, option: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = wholeNumber(text, option);
  if (value >= BigInt(least) && value <= BigInt(most)) return Number(value);
  const bounds = most === Number.MAX_SAFE_INTEGER ? `at least ${least}` : `from ${least} to ${most}`;
  throw new UsageError(`${option}: ${value} is not ${bounds}`);
}

/** A path that something lies at. @throws UsageError */
export function existingPath(text: string | undefined, option: string, { directory }: CommandContext): string {
  const path = resolve(directory, required(text, option));
  if (!existsSync(path)) throw new UsageError(`${option}: there is nothing at ${text}`);
  return path;
}
