import { describe, expect, it } from 'vitest';
import { pinnedClaudeCode } from '../claude-code/pinned-cli.js';
import { proveHarness } from './prove-harness.js';

const binary = await pinnedClaudeCode().catch(() => '');
const failing = (checks: readonly { readonly ok: boolean }[]) => checks.filter(({ ok }) => !ok);

describe('proveHarness', () => {
  it('proves the built-in agent, but for subagents, which it needs none of to do things at once', async () => {
    const checks = await proveHarness('reference');
    expect(failing(checks).map((check) => 'name' in check && check.name)).toEqual(['subagents']);
  });

  it.skipIf(binary === '')('proves the real Claude Code (needs it from npm)', async () => {
    const checks = await proveHarness('claude-code', { options: { binary } });
    expect(checks.length).toBeGreaterThan(9);
    expect(failing(checks)).toEqual([]);
  });

  it('refuses what cannot be scripted or is not there', async () => {
    await expect(proveHarness('command')).rejects.toMatchObject({ code: 'usage' });
    await expect(proveHarness('claude-code', { options: { binary: '/nowhere' } })).rejects.toMatchObject({
      code: 'infrastructure',
    });
  });
});
