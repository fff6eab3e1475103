import { describe, expect, it } from 'vitest';
import { deriveSeed } from './derive-seed.js';
import { derivedStreams } from './derived-streams.js';
import { createMersenneTwister, MersenneTwister } from './mersenne-twister.js';
import { lanes } from './seed-code.js';
import { groups, seedGroup } from './seed-tables.js';

describe('derivedStreams', () => {
  it('draws what one generator a name would', () => {
    const names = ['naïve', '', ...Array.from({ length: groups * lanes + 3 }, (_, index) => `name_${index}`)];
    const streams = derivedStreams(-7n, names);
    for (const [index, name] of names.entries()) {
      const alone = createMersenneTwister(deriveSeed(-7n, name));
      for (let i = 0; i < 30; i += 1) expect(streams[index]?.uint32()).toBe(alone.uint32());
    }
  });
});

describe('seedGroup', () => {
  it('seeds words of every size', () => {
    const seeds = [0n, 1n, 0xffffffffn, 0x100000000n, 0xffffffffffffffffn, 0x80000000n, 0x8000000000000000n, 42n];
    const words = (shift: bigint) => Int32Array.from(seeds, (seed) => Number(BigInt.asIntN(32, seed >> shift)));
    const tables = seedGroup(1, words(0n), words(32n));
    for (const [lane, seed] of seeds.entries()) {
      const alone = createMersenneTwister(seed);
      const stream = new MersenneTwister(tables, lane, lanes);
      for (let i = 0; i < 1500; i += 1) expect(stream.uint32()).toBe(alone.uint32());
    }
  });
});
