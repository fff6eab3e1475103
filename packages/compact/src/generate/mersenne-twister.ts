import { period } from './seed-code.js';
import { seedTable } from './seed-tables.js';

const middle = 397;

/** Random numbers that repeat for a seed, in the order in which CPython's `random.Random` gives them. */
export interface Random {
  /** The next 32 bits, 0 to 2^32 − 1. */
  uint32(): number;
  /** An integer of `bits` random bits, 1 to 32. */
  bits(bits: number): number;
  /** An integer of any number of random bits, least significant words first. */
  bigBits(bits: number): bigint;
  /** An integer from 0 to below `limit`; `limit` from 1 to 2^53 − 1. */
  below(limit: number): number;
  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** A float from 0 to below 1, of 53 random bits. */
  float(): number;
  /** One of `from`, which must not be empty. */
  choice<Value>(from: readonly Value[]): Value;
  /** `count` independent choices, which may repeat. */
  choices<Value>(from: readonly Value[], count: number): Value[];
}

/**
 * The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded by array with the 32-bit words of |seed|, least
 * significant first, as CPython seeds it.
 */
export function createMersenneTwister(seed: bigint): Random {
  return new MersenneTwister(seedTable(seed < 0n ? -seed : seed), 0, 1);
}

/** Reads one of the tables that lie interleaved in `tables`: the words at `lane`, `lane` + `lanes`, and so on. */
export class MersenneTwister implements Random {
  readonly #tables: Int32Array;
  readonly #lane: number;
  readonly #lanes: number;
  #at: number;

  constructor(tables: Int32Array, lane: number, lanes: number) {
    this.#tables = tables;
    this.#lane = lane;
    this.#lanes = lanes;
    this.#at = lane;
  }

  /** The table is renewed word by word as it is read: most seeds are asked for a few words only. */
  uint32(): number {
    const tables = this.#tables;
    const lanes = this.#lanes;
    const at = this.#at;
    const end = period * lanes;
    const next = at + lanes < end ? at + lanes : this.#lane;
    const far = at + middle * lanes < end ? at + middle * lanes : at + middle * lanes - end;
    const joined = ((tables[at] as number) & 0x80000000) | ((tables[next] as number) & 0x7fffffff);
    let word = (tables[far] as number) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    tables[at] = word;
    this.#at = next;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  bits(bits: number): number {
    return this.uint32() >>> (32 - bits);
  }

  bigBits(bits: number): bigint {
    let value = 0n;
    for (let shift = 0; shift < bits; shift += 32) {
      value |= BigInt(this.bits(Math.min(32, bits - shift))) << BigInt(shift);
    }
    return value;
  }

  below(limit: number): number {
    if (limit > 0xffffffff) return this.#belowLarge(limit);
    const bits = 32 - Math.clz32(limit);
    let drawn = this.bits(bits);
    while (drawn >= limit) drawn = this.bits(bits);
    return drawn;
  }

  #belowLarge(limit: number): number {
    const bits = limit.toString(2).length;
    let drawn = this.bigBits(bits);
    while (drawn >= limit) drawn = this.bigBits(bits);
    return Number(drawn);
  }

  integer(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  float(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  choice<Value>(from: readonly Value[]): Value {
    return from[this.below(from.length)] as Value;
  }

  choices<Value>(from: readonly Value[], count: number): Value[] {
    return Array.from({ length: count }, () => from[Math.floor(this.float() * from.length)] as Value);
  }
}
