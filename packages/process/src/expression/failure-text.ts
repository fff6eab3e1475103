import { EvaluationError } from './evaluation-error.js';

const limit = 40;

/** What went wrong in an evaluation, one clause: `the left side of \`-\` is the text "many" where a number was due`. */
export function failureText(thrown: unknown): string {
  const { code, value, token, value2, message } = details(thrown);
  const operator = token === undefined ? 'an operator' : `\`${token}\``;
  switch (code) {
    case 'T2001':
      return `the left side of ${operator} is ${shown(value)} where a number was due`;
    case 'T2002':
      return `the right side of ${operator} is ${shown(value)} where a number was due`;
    case 'T2009':
      return `${operator} compares ${shown(value)} with ${shown(value2)}; both must be numbers or both text`;
    case 'T2010':
      return `${operator} compares ${shown(value)}, which is neither a number nor text`;
    case 'D1001':
    case 'D3001':
      return `${shown(value)} is not a finite number`;
    case 'D1002':
      return `${shown(value)} cannot be negated: a number was due`;
    case 'T1003':
      return `the name of an object’s field is ${shown(value)} where text was due`;
    case 'D1009':
      return `an object has the field ${shown(value)} twice`;
    case 'D3030':
      return `${shown(value)} cannot be read as a number`;
    case 'T0410':
    case 'T0411':
    case 'T0412':
      return `\`$${token ?? 'function'}\` does not take ${shown(value)}`;
    default:
      return message ?? `it ended with ${code ?? 'an unknown error'}`;
  }
}

interface Details {
  readonly code?: string | undefined;
  readonly value?: unknown;
  readonly value2?: unknown;
  readonly token?: string | undefined;
  readonly message?: string | undefined;
}

function details(thrown: unknown): Details {
  if (thrown instanceof EvaluationError) return thrown;
  if (typeof thrown !== 'object' || thrown === null) return { message: String(thrown) };
  const text = (name: string): string | undefined => {
    const found: unknown = Reflect.get(thrown, name);
    return typeof found === 'string' ? found : undefined;
  };
  return {
    code: text('code'),
    token: text('token'),
    message: text('message'),
    value: Reflect.get(thrown, 'value'),
    value2: Reflect.get(thrown, 'value2'),
  };
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `the text ${JSON.stringify(shorten(value))}`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}

function shorten(text: string): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
