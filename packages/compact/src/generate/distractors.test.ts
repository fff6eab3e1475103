import { describe, expect, it } from 'vitest';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { continuationPrompt } from './continuation.js';
import { distractorTurns } from './distractors.js';
import { createMersenneTwister } from './mersenne-twister.js';

describe('distractorTurns', () => {
  it('alternates from the user on and counts its ids on', () => {
    const turns = distractorTurns(3, 5, createMersenneTwister(1n));
    expect(turns.map(({ id, role }) => [id, role])).toEqual([
      [5, 'user'],
      [6, 'assistant'],
      [7, 'user'],
    ]);
  });

  it.skipIf(!hasShared)('agrees with every vector', () => {
    for (const { count, start_id, seed, turns } of JSON.parse(sharedFile('vectors/distractors.json')).vectors) {
      const own = distractorTurns(count, start_id, createMersenneTwister(BigInt(seed)));
      expect(own.map(({ id, role, content, tags }) => [id, role, content, tags])).toEqual(turns);
    }
  });
});

describe('continuationPrompt', () => {
  it.skipIf(!hasShared)('agrees with every vector', () => {
    for (const { case_seed, cycle, prompt } of JSON.parse(sharedFile('vectors/continuation.json')).vectors) {
      expect(continuationPrompt(BigInt(case_seed), cycle)).toBe(prompt);
    }
  });
});
