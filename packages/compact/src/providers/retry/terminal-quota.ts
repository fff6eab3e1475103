import { terminalQuotaMarkers } from './terminal-quota-markers.js';

const inWord = String.raw`[\p{L}\p{N}_]`;
const vague = 'quota exceeded';
const sure = terminalQuotaMarkers.filter((marker) => marker !== vague);
const wholeWords = (markers: readonly string[]) =>
  new RegExp(
    `(?<!${inWord})(?:${markers.map((marker) => marker.replaceAll(' ', String.raw`\s+`)).join('|')})(?!${inWord})`,
    'iu',
  );

const sureWords = wholeWords(sure);
const vagueWords = wholeWords([vague]);
// Google names its limits in one word, such as GenerateRequestsPerDayPerProjectPerModel.
const perDay = /Per(?:Day|Month)(?![a-z])/;
const perMinute = /Per(?:Minute|Second)(?![a-z])|\b[Pp]er[\s_](?:minute|second)\b/;

/**
 * Whether a refusal is of a quota that no waiting within a run brings back. The markers count as whole words only: `tpd` in
 * `httpd` is none. "Quota exceeded" alone is also said of limits per minute, so there it counts only where neither the text
 * nor a time to wait says so.
 */
export function isTerminalQuota(text: string, retryAfterMs: number | undefined): boolean {
  if (sureWords.test(text) || perDay.test(text)) return true;
  return vagueWords.test(text) && retryAfterMs === undefined && !perMinute.test(text);
}
