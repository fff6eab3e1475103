import { digest } from './derive-seed.js';
import { MersenneTwister, type Random } from './mersenne-twister.js';
import { lanes, period, seedFourTables } from './seed-tables.js';

/** Tables are used again and again: a case takes several, and none outlives it. */
const tables: Int32Array[] = [];
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
    for (let lane = 0; lane < count; lane += 1) {
      const hex = digest(prefix + names[from + lane]);
      high[lane] = Number.parseInt(hex.slice(0, 8), 16);
      low[lane] = Number.parseInt(hex.slice(8, 16), 16);
    }
    let table = tables[group];
    if (table === undefined) {
      table = new Int32Array(period * lanes);
      tables.push(table);
    }
    seedFourTables(low, high, table);
    for (let lane = 0; lane < count; lane += 1) streams.push(new MersenneTwister(table, lane, lanes));
  }
  return streams;
}
