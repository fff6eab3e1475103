import type { CaseValue } from '../case/case-value.js';
import { isFloat } from '../case/float-marks.js';
import { Timestamp } from '../case/timestamp.js';
import { jsonFloat } from '../json/number-text.js';
import { readPlainScalar } from './yaml-scalar.js';

/** Writes a value as block YAML of the dialect, two blanks a level; it reads back as it was. Ends in a line end. */
export function writeYaml(value: CaseValue): string {
  return `${block(value, false, 0).replace(/^[ \n]/, '')}\n`;
}

/** What follows a key or a dash: a blank and a scalar, or a line end and the members of a container. */
function block(value: CaseValue, float: boolean, depth: number): string {
  const margin = `\n${'  '.repeat(depth)}`;
  if (value instanceof Map && value.size > 0) {
    const map: ReadonlyMap<string, CaseValue> = value;
    return [...map].map(([key, member]) => `${margin}${keyText(key)}:${memberText(map, key, member, depth)}`).join('');
  }
  if (Array.isArray(value) && value.length > 0) {
    const list: readonly CaseValue[] = value;
    return list.map((item, index) => `${margin}-${beside(memberText(list, index, item, depth))}`).join('');
  }
  return ` ${scalarText(value, float)}`;
}

function memberText(
  container: readonly CaseValue[] | ReadonlyMap<string, CaseValue>,
  key: string | number,
  member: CaseValue,
  depth: number,
): string {
  return block(member, typeof member === 'number' && isFloat(container, key, member), depth + 1);
}

/** The first member of a container stands beside the dash. */
function beside(text: string): string {
  return text.startsWith('\n') ? ` ${text.trimStart()}` : text;
}

function scalarText(value: CaseValue, float: boolean): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return plain.test(value) && reads(value) ? value : quoted(value);
  if (value instanceof Timestamp) return value.iso;
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return '.nan';
    if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
    return float ? jsonFloat(value) : String(value);
  }
  if (Array.isArray(value)) return '[]';
  return value instanceof Map ? '{}' : String(value);
}

const plain = /^(?:[A-Za-z_](?:[\w .,()/-]*[\w.)])?|\d+\.\d+\.\d+)$/;
const name = /^[A-Za-z_][\w.-]*$/;

function keyText(key: string): string {
  return name.test(key) && reads(key) ? key : quoted(key);
}

/** Whether a text without quotes would be read as itself. */
function reads(text: string): boolean {
  return readPlainScalar(text)?.value === text;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
