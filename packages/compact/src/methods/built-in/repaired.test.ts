import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { artifactLimits, stateLists } from '../../artifact/artifact-limits.js';
import { requireArtifact } from '../../artifact/parse-artifact.js';
import { renderArtifact } from '../../artifact/render-artifact.js';
import type { Artifact } from '../../model/artifact.js';
import type { Completion, Provider } from '../../model/provider.js';
import type { ScorerVersion } from '../../model/scorer.js';
import { ScriptedProvider } from '../../providers/mock/scripted-provider.js';
import { readPromptBlock } from '../prompt-block.js';
import { resolveMethod } from '../resolve-method.js';
import { artifactOf, conversation } from '../testing/conversations.js';
import { builtInNames } from './built-ins.js';

async function compact(
  key: string,
  responses: readonly string[],
  { previous, profile = 'obey-1', turns = 3 }: { previous?: Artifact; profile?: ScorerVersion; turns?: number } = {},
) {
  const provider = new ScriptedProvider({ responses });
  const method = await resolveMethod(`built-in:${key}`, { profile, folder: '.' });
  const source = conversation(Array.from({ length: turns }, (_, index) => `turn ${index}`));
  const options = previous === undefined ? {} : { previous };
  const artifact = await method.create({ provider, model: 'm' }).compact(source, options);
  return { artifact, prompts: provider.calls.map(({ prompt }) => prompt) };
}

const full = {
  immutable_facts: ['the budget is $4,000'],
  locked_decisions: ['store in PostgreSQL'],
  deferred_items: [],
  forbidden_behaviors: ['deploy on Fridays'],
  entity_map: { Maya: 'approver' },
  unresolved_items: ['pick a region'],
};

describe('hybrid-ledger of obey-1', () => {
  it('keeps facts over two cycles, takes back what is superseded, and shows the ledger with its numbers', async () => {
    const first = await compact('hybrid-ledger', [JSON.stringify(full), 'One.']);
    const later = {
      ...full,
      immutable_facts: ['the launch is on 2026-03-01'],
      locked_decisions: ['store in MySQL'],
      forbidden_behaviors: ['Deploy on  fridays.'],
      entity_map: { Noor: 'approver' },
      unresolved_items: [],
      superseded: ['L1', 'u1: pick a region', 'E1', 'L9', 7],
    };
    const second = await compact('hybrid-ledger', [JSON.stringify(later), 'Two.'], { previous: first.artifact });
    expect(second.prompts[0]).toContain('L1: store in PostgreSQL');
    expect(second.artifact.structured_state).toEqual({
      immutable_facts: ['the budget is $4,000', 'the launch is on 2026-03-01'],
      locked_decisions: ['store in MySQL'],
      deferred_items: [],
      forbidden_behaviors: ['Deploy on  fridays.'],
      entity_map: new Map([['Noor', 'approver']]),
      unresolved_items: [],
    });
    expect(second.artifact.summaryText).toBe('Two.');
    expect(second.artifact.warnings).toHaveLength(2);
    expect(second.artifact.methodMetadata).toMatchObject({ calls: 2, cycles_accumulated: 2, version: '2.0.0' });
  });

  it('shows the model what was said since, and not the carried artifact beside the ledger', async () => {
    const provider = new ScriptedProvider({ responses: [JSON.stringify(full), 'One.', '{}', 'Two.'] });
    const method = await resolveMethod('built-in:hybrid-ledger', { profile: 'obey-1', folder: '.' });
    const compactor = method.create({ provider, model: 'm' });
    const previous = await compactor.compact(conversation(['a', 'b']), {});
    await compactor.compact(conversation([`So far:\n\n${renderArtifact(previous)}`, 'brand new']), { previous });
    const prompt = provider.calls[2]?.prompt ?? '';
    expect(readPromptBlock(prompt, 'conversation')).toBe('ASSISTANT: brand new');
    expect(readPromptBlock(prompt, 'ledger')).toContain('N1: deploy on Fridays');
    expect(provider.calls[3]?.prompt).toContain('SUMMARY:\nOne.');
  });

  it('loses nothing to a reply that cannot be read', async () => {
    const first = await compact('hybrid-ledger', [JSON.stringify(full), 'One.']);
    const second = await compact('hybrid-ledger', ['nonsense', 'Two.'], { previous: first.artifact });
    expect(second.artifact.structured_state).toEqual(first.artifact.structured_state);
    expect(second.artifact.warnings[0]).toMatch(/not valid JSON/);
  });

  it('keeps the newest 200 of a ledger that grew too long', async () => {
    const previous = artifactOf('', {
      locked_decisions: Array.from({ length: 200 }, (_, index) => `decision ${index}`),
    });
    const { artifact } = await compact('hybrid-ledger', [JSON.stringify(full), 'h'], { previous });
    expect(artifact.structured_state.locked_decisions).toHaveLength(200);
    expect(artifact.structured_state.locked_decisions.at(-1)).toBe('store in PostgreSQL');
    expect(artifact.warnings).toContain('locked_decisions holds 201 entries; the oldest 1 are dropped');
  });
});

describe('all built-ins of obey-1', () => {
  it('warn of a section that a reply lacks', async () => {
    const { artifact } = await compact('structured-state', ['{"immutable_facts":["f"]}']);
    expect(artifact.structured_state.immutable_facts).toEqual(['f']);
    expect(artifact.warnings).toHaveLength(5);
    expect(artifact.warnings).toContain('the reply lacks entity_map; taken as empty');
  });

  it('cut a summary that is too long, as 2.0.0 does, where 1.0.0 refuses it', async () => {
    const long = '😀'.repeat(8_001);
    for (const profile of ['obey-1', '2.0.0'] as const) {
      const { artifact } = await compact('naive-summary', [long], { profile });
      expect([...artifact.summaryText]).toHaveLength(8_000);
      expect(artifact.warnings).toEqual(['summary exceeded 8000 chars; truncating']);
    }
    await expect(compact('naive-summary', [long], { profile: '1.0.0' })).rejects.toThrow(/summaryText/);
  });

  it('make no call for the parts of a conversation without turns', async () => {
    const { artifact, prompts } = await compact('hierarchical-summary', [JSON.stringify(full)], { turns: 0 });
    expect(prompts).toHaveLength(1);
    expect(artifact.methodMetadata).toMatchObject({ chunks: 0, calls: 1 });
    expect(artifact.structured_state.locked_decisions).toEqual(['store in PostgreSQL']);
  });

  it('say that a reply was cut at its limit', async () => {
    const cut: Completion = {
      text: 'half a',
      promptTokens: 1,
      completionTokens: 1,
      cachedPromptTokens: 0,
      model: 'm',
      finish: 'truncated',
      raw: {},
    };
    const provider: Provider = { key: 'x', complete: async () => cut };
    const method = await resolveMethod('built-in:naive-summary', { profile: 'obey-1', folder: '.' });
    const artifact = await method.create({ provider, model: 'm' }).compact(conversation(['a']), {});
    expect(artifact.warnings).toEqual(['1 of 1 replies were cut short']);
  });

  it('give an artifact within its limits, whatever the model replies', async () => {
    const entry = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('\ud800', 'x'.repeat(600), '  ', '\ufeff', '😀'.repeat(501)),
      fc.integer(),
      fc.constant(null),
    );
    const section = fc.oneof(fc.array(entry, { maxLength: 8 }), fc.dictionary(fc.string(), entry), fc.constant(7));
    const many = fc.constantFrom(
      Array(300).fill(3),
      Array.from({ length: 260 }, (_, index) => `e${index}`),
    );
    const state = fc.record(
      Object.fromEntries([...stateLists, 'entity_map', 'superseded'].map((name) => [name, fc.oneof(section, many)])),
      { requiredKeys: [] },
    );
    const object = state.map((value) => JSON.stringify(value));
    const reply = fc.oneof(
      object,
      object.map((text) => `Sure!\n\`\`\`json\n${text}\n\`\`\`\nDone.`),
      fc.json(),
      fc.string(),
    );
    const previous = artifactOf('before', {
      locked_decisions: Array.from({ length: 199 }, (_, index) => `p${index}`),
      entity_map: new Map([['A', 'r']]),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...builtInNames),
        fc.array(reply, { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        async (key, replies, later) => {
          const { artifact } = await compact(key, replies, later ? { previous } : {});
          expect(requireArtifact(artifact)).toEqual(artifact);
          expect(artifact.warnings.length).toBeLessThanOrEqual(artifactLimits.warnings);
          expect(Object.keys(artifact.structured_state)).toHaveLength(6);
        },
      ),
      { numRuns: process.env.OBEY_FULL === '1' ? 2_000 : 25 },
    );
  });
});
