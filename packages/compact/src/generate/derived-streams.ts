import { deriveSeed, digest } from './derive-seed.js';
import { createMersenneTwister, MersenneTwister, type Random } from './mersenne-twister.js';
import { lanes } from './seed-code.js';
import { groups, seedGroup } from './seed-tables.js';

const low = new Int32Array(lanes);
const high = new Int32Array(lanes);

/**
 * Fresh random numbers for each of the names, seeded by `deriveSeed(base, name)`. They must be drawn before the next call,
 * which writes over them.
 */
export function derivedStreams(base: bigint, names: readonly string[]): Random[] {
  const prefix = `${base}:`;
  const streams: Random[] = [];
  for (let from = 0, group = 0; from < names.length; from += lanes, group += 1) {
    const count = Math.min(lanes, names.length - from);
    if (group >= groups) {
      for (const name of names.slice(from, from + count)) streams.push(createMersenneTwister(deriveSeed(base, name)));
      continue;
    }
    for (let lane = 0; lane < count; lane += 1) {
      const hex = digest(prefix + names[from + lane]);
      high[lane] = Number.parseInt(hex.slice(0, 8), 16);
      low[lane] = Number.parseInt(hex.slice(8, 16), 16);
    }
    const tables = seedGroup(group, low, high);
    for (let lane = 0; lane < count; lane += 1) streams.push(new MersenneTwister(tables, lane, lanes));
  }
  return streams;
}
