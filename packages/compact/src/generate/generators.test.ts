import { describe, expect, it } from 'vitest';
import { UnknownGeneratorError } from '../template/errors.js';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { generateValue, generators } from './generators.js';
import * as lexicons from './lexicons.js';

type Outputs = Readonly<Record<string, readonly string[]>>;
type Large = Readonly<Record<string, Readonly<Record<string, string>>>>;
const vectors = hasShared ? JSON.parse(sharedFile('vectors/generators.json')) : undefined;

describe('generateValue', () => {
  it('makes one value a seed', () => {
    expect(generateValue('date_iso', 1n)).toMatch(/^202[4-6]-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/);
    expect(generateValue('product_sku', 1n)).toMatch(/^(SKU|PRD|ITEM|ART)-[A-HJ-NP-RT-Z]{2}\d{3,4}$/);
    expect(generateValue('amount_usd', 1n)).toMatch(/^\$(\d{2,3}|\d{1,2},\d{3})$/);
  });

  it('names the generators there are', () => {
    const attempt = () => generateValue('person_nme', 1n);
    expect(attempt).toThrow(UnknownGeneratorError);
    expect(attempt).toThrow(/person_name/);
  });

  it.skipIf(!hasShared)('agrees with every vector', () => {
    expect([...generators.keys()]).toEqual(vectors.registered_sorted);
    for (const [name, outputs] of Object.entries(vectors.seed_0_to_199 as Outputs)) {
      expect(outputs.map((_, seed) => generateValue(name, BigInt(seed)))).toEqual(outputs);
    }
    for (const [name, outputs] of Object.entries(vectors.large_seeds as Large)) {
      for (const [seed, output] of Object.entries(outputs)) expect(generateValue(name, BigInt(seed))).toBe(output);
    }
  });
});

describe('lexicons', () => {
  it.skipIf(!hasShared)('are the published ones, in their order', () => {
    const published = JSON.parse(sharedFile('vectors/lexicons.json'));
    expect(lexicons.personNames).toEqual(published.person_name);
    expect(lexicons.actionPhrases).toEqual(published.action_phrase);
    expect(lexicons.projectNouns).toEqual(published.project_noun);
    expect(lexicons.orgNames).toEqual(published.org_name);
    expect(lexicons.skuPrefixes).toEqual(published.sku_prefixes);
    expect(lexicons.skuLetters.join('')).toEqual(published.sku_alphabet);
    expect(lexicons.distractorUserLines).toEqual(published.distractor_user);
    expect(lexicons.distractorAssistantLines).toEqual(published.distractor_assistant);
    expect(lexicons.continuationPrompts).toEqual(published.continuation_prompts);
  });
});
