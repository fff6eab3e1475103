import type { Timestamp } from './timestamp.js';

/**
 * A value within a case or a template. Integers beyond 2^53 are bigints; mappings are maps, so that keys keep their order
 * whatever they look like. A whole number that was written as a float is a number like any other, and remembered apart
 * (`float-marks.ts`).
 */
export type CaseValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Timestamp
  | readonly CaseValue[]
  | ReadonlyMap<string, CaseValue>;
