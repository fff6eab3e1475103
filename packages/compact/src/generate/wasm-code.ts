/** Bytes of WebAssembly: instructions are lists that are strung together. Names are those of the specification. */
type Code = readonly number[];

const unsigned = (value: number): Code => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]);
const signed = (value: number): Code =>
  value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
const vector = (operation: number): Code => [0xfd, ...unsigned(operation)];

export const localGet = (local: number): Code => [0x20, ...unsigned(local)];
export const localSet = (local: number): Code => [0x21, ...unsigned(local)];
export const i32Const = (value: number): Code => [0x41, ...signed(value)];
export const i32Add: Code = [0x6a];
/** Repeats what leaves whether to go on. */
export const loopWhile = (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0x00, 0x0b];
export const i32LessThan: Code = [0x48];

export const v128Load = (offset: number): Code => [...vector(0), 4, ...unsigned(offset)];
export const v128Load32Splat = (offset: number): Code => [...vector(9), 2, ...unsigned(offset)];
export const v128Store = (offset: number): Code => [...vector(11), 4, ...unsigned(offset)];
export const i32x4Splat: Code = vector(17);
export const v128Xor: Code = vector(81);
export const i32x4ShiftRight: Code = vector(173);
export const i32x4Add: Code = vector(174);
export const i32x4Subtract: Code = vector(177);
export const i32x4Multiply: Code = vector(181);

/**
 * A module that takes its memory from `env.memory` and exports one function `run` of one i32, which is its local 0; next
 * come `numbers` locals of i32 and `vectors` locals of v128.
 */
export function wasmModule(pages: number, numbers: number, vectors: number, body: Code): Uint8Array<ArrayBuffer> {
  const locals = [2, numbers, 0x7f, vectors, 0x7b];
  const code = [...locals, ...body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, 0x7f, 0]),
    ...section(2, [1, ...text('env'), ...text('memory'), 2, 0, ...unsigned(pages)]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('run'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

function text(ascii: string): Code {
  return [ascii.length, ...Array.from(ascii, (letter) => letter.charCodeAt(0))];
}
