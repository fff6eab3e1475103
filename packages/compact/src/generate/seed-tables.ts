/** The length of the generator's table, in words. */
export const period = 624;
/** How many tables are seeded at once. */
export const lanes = 4;

const first = 1664525;
const second = 1566083941;

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
  const step = () => {
    table[i] = last;
    i += 1;
    if (i < period) return;
    table[0] = last;
    i = 1;
  };
  for (let round = 0; round < Math.max(period, key.length); round += 1) {
    const j = round % key.length;
    last = ((table[i] as number) ^ Math.imul(folded(last), first)) + (key[j] as number) + j;
    last |= 0;
    step();
  }
  for (let round = 1; round < period; round += 1) {
    last = (((table[i] as number) ^ Math.imul(folded(last), second)) - i) | 0;
    step();
  }
  table[0] = -0x80000000;
  return table;
}

/**
 * Writes the tables of four unsigned 64-bit seeds into `tables`, interleaved. The steps of one table wait for each other;
 * those of four do not, which makes four cost little more than one.
 *
 * @param low the low words of the seeds
 * @param high the high words
 * @param tables `period` × `lanes` words
 */
export function seedFourTables(low: Int32Array, high: Int32Array, tables: Int32Array): void {
  let a = start[0] as number;
  let b = a;
  let c = a;
  let d = a;
  const [a0, b0, c0, d0] = low as unknown as readonly [number, number, number, number];
  // A seed of one word is added in every round, without the index that the second of two words brings.
  const [a1, b1, c1, d1] = Array.from({ length: lanes }, (_, lane) =>
    high[lane] === 0 ? (low[lane] as number) : ((high[lane] as number) + 1) | 0,
  ) as [number, number, number, number];

  for (let i = 1, at = lanes; i < period; i += 2, at += 2 * lanes) {
    const even = start[i] as number;
    tables[at] = a = ((even ^ Math.imul(a ^ (a >>> 30), first)) + a0) | 0;
    tables[at + 1] = b = ((even ^ Math.imul(b ^ (b >>> 30), first)) + b0) | 0;
    tables[at + 2] = c = ((even ^ Math.imul(c ^ (c >>> 30), first)) + c0) | 0;
    tables[at + 3] = d = ((even ^ Math.imul(d ^ (d >>> 30), first)) + d0) | 0;
    if (i + 1 === period) break;
    const odd = start[i + 1] as number;
    tables[at + 4] = a = ((odd ^ Math.imul(a ^ (a >>> 30), first)) + a1) | 0;
    tables[at + 5] = b = ((odd ^ Math.imul(b ^ (b >>> 30), first)) + b1) | 0;
    tables[at + 6] = c = ((odd ^ Math.imul(c ^ (c >>> 30), first)) + c1) | 0;
    tables[at + 7] = d = ((odd ^ Math.imul(d ^ (d >>> 30), first)) + d1) | 0;
  }
  // The last round of the first pass comes around to the second word; it is an odd one.
  tables[4] = a = (((tables[4] as number) ^ Math.imul(folded(a), first)) + a1) | 0;
  tables[5] = b = (((tables[5] as number) ^ Math.imul(folded(b), first)) + b1) | 0;
  tables[6] = c = (((tables[6] as number) ^ Math.imul(folded(c), first)) + c1) | 0;
  tables[7] = d = (((tables[7] as number) ^ Math.imul(folded(d), first)) + d1) | 0;

  for (let i = 2, at = 2 * lanes; i < period; i += 1, at += lanes) {
    tables[at] = a = (((tables[at] as number) ^ Math.imul(a ^ (a >>> 30), second)) - i) | 0;
    tables[at + 1] = b = (((tables[at + 1] as number) ^ Math.imul(b ^ (b >>> 30), second)) - i) | 0;
    tables[at + 2] = c = (((tables[at + 2] as number) ^ Math.imul(c ^ (c >>> 30), second)) - i) | 0;
    tables[at + 3] = d = (((tables[at + 3] as number) ^ Math.imul(d ^ (d >>> 30), second)) - i) | 0;
  }
  tables[4] = (((tables[4] as number) ^ Math.imul(folded(a), second)) - 1) | 0;
  tables[5] = (((tables[5] as number) ^ Math.imul(folded(b), second)) - 1) | 0;
  tables[6] = (((tables[6] as number) ^ Math.imul(folded(c), second)) - 1) | 0;
  tables[7] = (((tables[7] as number) ^ Math.imul(folded(d), second)) - 1) | 0;
  tables.fill(-0x80000000, 0, lanes);
}
