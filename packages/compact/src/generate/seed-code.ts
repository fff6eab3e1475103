import {
  i32Add,
  i32Const,
  i32LessThan,
  i32x4Add,
  i32x4Multiply,
  i32x4ShiftRight,
  i32x4Splat,
  i32x4Subtract,
  localGet,
  localSet,
  loopWhile,
  v128Load,
  v128Load32Splat,
  v128Store,
  v128Xor,
  wasmModule,
} from './wasm-code.js';

/** The length of the generator's table, in words. */
export const period = 624;
/** How many tables are seeded at once; they lie interleaved, word by word. */
export const lanes = 8;
/** Where the memory holds, in bytes: the table that seeds are mixed into, the first and second words of the seeds, the tables. */
export const layout = { start: 0, keys: 2560, tables: 4096 } as const;
export const pages = 8;

const wordBytes = 4 * lanes;
const firstFactor = 1664525;
const secondFactor = 1566083941;

/** The locals: where the tables begin, where in them, where in the start table; then vectors, in pairs for four lanes each. */
const [base, place, source, low, high, word, evenLow, evenHigh, oddLow, oddHigh, factor, count, one] = Array.from(
  { length: 13 },
  (_, local) => local,
) as [number, number, number, number, number, number, number, number, number, number, number, number, number];

type Code = readonly number[];

/** other ^ ((last ^ (last >>> 30)) * factor) */
function mixed(last: number, other: Code): Code {
  const folded = [...localGet(last), ...localGet(last), ...i32Const(30), ...i32x4ShiftRight, ...v128Xor];
  return [...other, ...folded, ...localGet(factor), ...i32x4Multiply, ...v128Xor];
}

function keep(last: number, value: Code, at: number, offset: number): Code {
  return [...value, ...localSet(last), ...localGet(at), ...localGet(last), ...v128Store(offset)];
}

/** A round of the first pass, which adds the seed. */
function add(last: number, other: Code, key: number, at: number, offset: number): Code {
  return keep(last, [...mixed(last, other), ...localGet(key), ...i32x4Add], at, offset);
}

/** A round of the second pass, which takes away the number of the word. */
function subtract(last: number, number: number, at: number, offset: number): Code {
  const other = [...localGet(at), ...v128Load(offset)];
  return keep(last, [...mixed(last, other), ...localGet(number), ...i32x4Subtract], at, offset);
}

/** Both halves of a round of the first pass, mixed with the next word of the start table. */
function firstRound(lowKey: number, highKey: number, ahead: number): Code {
  const at = ahead * wordBytes;
  return [
    ...[...localGet(source), ...v128Load32Splat(4 * ahead), ...localSet(word)],
    ...add(low, localGet(word), lowKey, place, at),
    ...add(high, localGet(word), highKey, place, at + 16),
  ];
}

const own = (offset: number): Code => [...localGet(base), ...v128Load(offset)];
const splat = (value: number): Code => [...i32Const(value), ...i32x4Splat];
const step = (local: number, bytes: number): Code => [
  ...localGet(local),
  ...i32Const(bytes),
  ...i32Add,
  ...localSet(local),
];
const from = (bytes: number): Code => [...localGet(base), ...i32Const(bytes), ...i32Add];

/**
 * A WebAssembly module whose `run(tables)` seeds eight tables by array, as `seedTable` does one, for words that the memory
 * holds. The rounds of one table wait for each other; those of eight run side by side in two vectors.
 */
export function seedModule(): Uint8Array<ArrayBuffer> {
  const body: Code = [
    ...[...i32Const(layout.start), ...v128Load32Splat(0), ...localSet(low), ...localGet(low), ...localSet(high)],
    ...[evenLow, evenHigh, oddLow, oddHigh].flatMap((key, index) => [
      ...[...i32Const(layout.keys), ...v128Load(16 * index), ...localSet(key)],
    ]),
    ...[...splat(firstFactor), ...localSet(factor)],
    ...[...from(wordBytes), ...localSet(place), ...i32Const(layout.start + 4), ...localSet(source)],
    ...loopWhile([
      ...firstRound(evenLow, evenHigh, 0),
      ...firstRound(oddLow, oddHigh, 1),
      ...[...step(place, 2 * wordBytes), ...step(source, 8)],
      ...[...localGet(source), ...i32Const(layout.start + 4 * (period - 1)), ...i32LessThan],
    ]),
    ...firstRound(evenLow, evenHigh, 0),
    // The last round comes around to the second word.
    ...add(low, own(wordBytes), oddLow, base, wordBytes),
    ...add(high, own(wordBytes + 16), oddHigh, base, wordBytes + 16),
    ...[...splat(secondFactor), ...localSet(factor), ...splat(1), ...localSet(one), ...splat(2), ...localSet(count)],
    ...[...from(2 * wordBytes), ...localSet(place)],
    ...loopWhile([
      ...subtract(low, count, place, 0),
      ...subtract(high, count, place, 16),
      ...[...localGet(count), ...localGet(one), ...i32x4Add, ...localSet(count)],
      ...[...step(place, wordBytes), ...localGet(place), ...from(period * wordBytes), ...i32LessThan],
    ]),
    ...subtract(low, one, base, wordBytes),
    ...subtract(high, one, base, wordBytes + 16),
    ...[...splat(-0x80000000), ...localSet(word)],
    ...[...localGet(base), ...localGet(word), ...v128Store(0), ...localGet(base), ...localGet(word), ...v128Store(16)],
  ];
  return wasmModule(pages, 2, 10, body);
}
