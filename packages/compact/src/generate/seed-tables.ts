import { lanes, layout, pages, period, seedModule } from './seed-code.js';

/** The table that every seed is mixed into: seeded by 19650218 alone. */
const start = new Int32Array(period);
start[0] = 19650218;
for (let i = 1; i < period; i += 1) start[i] = Math.imul(1812433253, folded(start[i - 1] as number)) + i;

function folded(word: number): number {
  return word ^ (word >>> 30);
}

/** The table of a seed of any size, which must not be negative: seeded by its 32-bit words, least significant first. */
export function seedTable(seed: bigint): Int32Array {
  const key: number[] = [];
  for (let rest = seed; rest > 0n; rest >>= 32n) key.push(Number(BigInt.asIntN(32, rest)));
  if (key.length === 0) key.push(0);
  const table = start.slice();
  let last = table[0] as number;
  let i = 1;
  const keep = (word: number) => {
    last = word | 0;
    table[i] = last;
    i += 1;
    if (i < period) return;
    table[0] = last;
    i = 1;
  };
  for (let round = 0; round < Math.max(period, key.length); round += 1) {
    const j = round % key.length;
    keep(((table[i] as number) ^ Math.imul(folded(last), 1664525)) + (key[j] as number) + j);
  }
  for (let round = 1; round < period; round += 1) {
    keep(((table[i] as number) ^ Math.imul(folded(last), 1566083941)) - i);
  }
  table[0] = -0x80000000;
  return table;
}

/** What Node has and its types leave out. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

const memory = new WebAssembly.Memory({ initial: pages });
const words = new Int32Array(memory.buffer);
words.set(start, layout.start / 4);
const even = words.subarray(layout.keys / 4, layout.keys / 4 + lanes);
const odd = words.subarray(layout.keys / 4 + lanes, layout.keys / 4 + 2 * lanes);
const module = new WebAssembly.Instance(new WebAssembly.Module(seedModule()), { env: { memory } });
const run = module.exports.run as (tables: number) => void;
const groupBytes = 4 * period * lanes;

/** How many groups of tables there is room for. */
export const groups = Math.floor((memory.buffer.byteLength - layout.tables) / groupBytes);
const tables = Array.from({ length: groups }, (_, group) => {
  const at = (layout.tables + group * groupBytes) / 4;
  return words.subarray(at, at + period * lanes);
});

/**
 * Seeds the eight tables of a group by unsigned 64-bit seeds, and gives them, interleaved; they last until the group is
 * seeded again.
 *
 * @param low the low words of the seeds
 * @param high the high words
 */
export function seedGroup(group: number, low: Int32Array, high: Int32Array): Int32Array {
  even.set(low);
  // A seed of one word is added in every round, without the index that the second of two words brings.
  for (let lane = 0; lane < lanes; lane += 1) {
    odd[lane] = high[lane] === 0 ? (low[lane] as number) : (high[lane] as number) + 1;
  }
  run(layout.tables + group * groupBytes);
  return tables[group] as Int32Array;
}
