import { describe, expect, it } from 'vitest';
import { hasShared, sharedFile } from '../../testing/shared-data.js';
import { isTerminalQuota } from './terminal-quota.js';
import { terminalQuotaMarkers } from './terminal-quota-markers.js';

describe('isTerminalQuota', () => {
  it.each(terminalQuotaMarkers)('knows `%s`, whatever its case and what stands around it', (marker) => {
    expect(isTerminalQuota(`Limit (${marker.toUpperCase()}) reached.`, undefined)).toBe(true);
  });

  it.each([
    'httpd restarts',
    'wtpd',
    'tpdx',
    'rpds',
    'a daily limited offer',
    'xinsufficient_quota',
    'rate limit reached',
  ])('finds none in `%s`', (text) => expect(isTerminalQuota(text, undefined)).toBe(false));

  it('does not take a limit per minute for a spent quota', () => {
    const text = 'Quota exceeded for metric generate_content_free_tier_requests';
    expect(isTerminalQuota(text, 34_000)).toBe(false);
    expect(isTerminalQuota(`${text}, GenerateRequestsPerMinutePerProject`, undefined)).toBe(false);
    expect(isTerminalQuota(`${text}, GenerateRequestsPerDayPerProjectPerModel-FreeTier`, 34_000)).toBe(true);
  });
});

describe.skipIf(!hasShared)('the markers (skipped where ../shared is absent)', () => {
  it('are those of the reference', () => {
    expect(terminalQuotaMarkers).toEqual(JSON.parse(sharedFile('vectors/lexicons.json')).terminal_quota_markers);
  });
});
