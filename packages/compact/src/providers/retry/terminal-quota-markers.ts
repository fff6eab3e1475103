/**
 * Words of a refusal that waiting a minute does not help.
 * Word lists of CompactBench (Apache-2.0); see NOTICE.
 */
export const terminalQuotaMarkers = [
  'tokens per day',
  'tokens_per_day',
  'requests per day',
  'requests_per_day',
  'tpd',
  'rpd',
  'daily limit',
  'daily quota',
  'monthly limit',
  'monthly quota',
  'quota exceeded',
  'insufficient_quota',
] as const;
