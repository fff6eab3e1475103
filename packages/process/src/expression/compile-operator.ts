import type { Evaluate } from './evaluate.js';
import { EvaluationError } from './evaluation-error.js';
import { isDeepEqual, isNumber, toBoolean, toText } from './values.js';

/** The closure of a binary operator; undefined for those that are left to JSONata. Operands are evaluated left first. */
export function compileOperator(operator: string, left: Evaluate, right: Evaluate): Evaluate | undefined {
  switch (operator) {
    case '=':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        return a !== undefined && b !== undefined && (a === b || isDeepEqual(a, b));
      };
    case '!=':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        return a !== undefined && b !== undefined && a !== b && !isDeepEqual(a, b);
      };
    case 'and':
      return (input, scope) => toBoolean(left(input, scope)) === true && toBoolean(right(input, scope)) === true;
    case 'or':
      return (input, scope) => toBoolean(left(input, scope)) === true || toBoolean(right(input, scope)) === true;
    case '&':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        return (toText(a) ?? '') + (toText(b) ?? '');
      };
    case 'in':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        if (a === undefined || b === undefined) return false;
        return Array.isArray(b) ? b.indexOf(a) !== -1 : a === b;
      };
    default:
      return compileComparison(operator, left, right) ?? compileArithmetic(operator, left, right);
  }
}

/** Each has a closure of its own: a shared one that calls the comparison is several times slower. */
function compileComparison(operator: string, left: Evaluate, right: Evaluate): Evaluate | undefined {
  switch (operator) {
    case '<':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        if (typeof a === 'number' && typeof b === 'number') return a < b;
        return compareTexts(operator, a, b, (x, y) => x < y);
      };
    case '<=':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        if (typeof a === 'number' && typeof b === 'number') return a <= b;
        return compareTexts(operator, a, b, (x, y) => x <= y);
      };
    case '>':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        if (typeof a === 'number' && typeof b === 'number') return a > b;
        return compareTexts(operator, a, b, (x, y) => x > y);
      };
    case '>=':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        if (typeof a === 'number' && typeof b === 'number') return a >= b;
        return compareTexts(operator, a, b, (x, y) => x >= y);
      };
    default:
      return undefined;
  }
}

function compileArithmetic(operator: string, left: Evaluate, right: Evaluate): Evaluate | undefined {
  switch (operator) {
    case '+':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        if (isPlainNumber(a) && isPlainNumber(b)) return a + b;
        return refuseOperands(operator, a, b);
      };
    case '-':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        if (isPlainNumber(a) && isPlainNumber(b)) return a - b;
        return refuseOperands(operator, a, b);
      };
    case '*':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        if (isPlainNumber(a) && isPlainNumber(b)) return a * b;
        return refuseOperands(operator, a, b);
      };
    case '/':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        if (isPlainNumber(a) && isPlainNumber(b)) return a / b;
        return refuseOperands(operator, a, b);
      };
    case '%':
      return (input, scope) => {
        const a = left(input, scope);
        const b = right(input, scope);
        if (isPlainNumber(a) && isPlainNumber(b)) return a % b;
        return refuseOperands(operator, a, b);
      };
    default:
      return undefined;
  }
}

/** Whatever is not two numbers: texts compare by code unit, what is missing gives nothing, all else is an error. */
function compareTexts(operator: string, a: unknown, b: unknown, compare: (a: string, b: string) => boolean): unknown {
  if (!isComparable(a) || !isComparable(b)) {
    throw new EvaluationError('T2010', typeof a === 'string' || typeof a === 'number' ? b : a, operator);
  }
  if (a === undefined || b === undefined) return undefined;
  if (typeof a !== 'string' || typeof b !== 'string') throw new EvaluationError('T2009', a, operator, b);
  return compare(a, b);
}

function isComparable(value: unknown): boolean {
  return value === undefined || typeof value === 'string' || typeof value === 'number';
}

function isPlainNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function refuseOperands(operator: string, a: unknown, b: unknown): undefined {
  if (a !== undefined && !isNumber(a)) throw new EvaluationError('T2001', a, operator);
  if (b !== undefined && !isNumber(b)) throw new EvaluationError('T2002', b, operator);
  return undefined;
}
