import { describe, expect, it } from 'vitest';
import { deriveSeed } from './derive-seed.js';
import { derivedStreams } from './derived-streams.js';
import { createMersenneTwister, MersenneTwister } from './mersenne-twister.js';
import { lanes, period, seedFourTables } from './seed-tables.js';

describe('derivedStreams', () => {
  it('draws what one generator a name would', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'naïve', ''];
    const streams = derivedStreams(-7n, names);
    for (const [index, name] of names.entries()) {
      const alone = createMersenneTwister(deriveSeed(-7n, name));
      for (let i = 0; i < 1500; i += 1) expect(streams[index]?.uint32()).toBe(alone.uint32());
    }
  });
});

describe('seedFourTables', () => {
  it('seeds words of every size', () => {
    const seeds = [0n, 0xffffffffn, 0x100000000n, 0xffffffffffffffffn];
    const tables = new Int32Array(period * lanes);
    const words = (shift: bigint) => Int32Array.from(seeds, (seed) => Number(BigInt.asIntN(32, seed >> shift)));
    seedFourTables(words(0n), words(32n), tables);
    for (const [lane, seed] of seeds.entries()) {
      const alone = createMersenneTwister(seed);
      const stream = new MersenneTwister(tables, lane, lanes);
      expect([seed, stream.uint32(), stream.uint32()]).toEqual([seed, alone.uint32(), alone.uint32()]);
    }
  });
});
