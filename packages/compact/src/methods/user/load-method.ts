import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { nearest, ObeyError } from '@obey/schema';
import type { Method, MethodContext } from '../../model/method.js';
import type { ScorerVersion } from '../../model/scorer.js';
import { checkedCompactor } from './checked-compactor.js';

export interface UserMethodOptions {
  readonly profile: ScorerVersion;
  /** Relative paths are taken from here. */
  readonly folder: string;
  /** What the user's file gets when it imports a package of ours, by name: the very instance that runs. */
  readonly modules?: Readonly<Record<string, unknown>>;
}

const extensions = ['.ts', '.mts', '.js', '.mjs'];

/**
 * A user's method, `<path>:<Class>`, split at the last colon. The class is made with `{ provider, model }`, once for each case, and has
 * `compact(transcript, { previous, config, signal })`, which gives an artifact or a promise of one. Its name in results is its static
 * `methodName`, else that of the class; its version the static `version`, else 0.0.0.
 *
 * @throws ObeyError `usage` when the spec names no file or class, `not-found` when they are not there, `solve-failed` when
 * the file does not load or the class is no method
 */
export async function loadMethod(spec: string, { profile, folder, modules = {} }: UserMethodOptions): Promise<Method> {
  const colon = spec.lastIndexOf(':');
  const [path, className] = [spec.slice(0, colon), spec.slice(colon + 1)];
  if (colon < 1 || className === '') {
    throw new ObeyError('usage', `\`${spec}\` names no method`, {
      hint: 'write built-in:<key> or ./my-method.ts:MyCompactor',
    });
  }
  if (!extensions.includes(extname(path))) {
    throw new ObeyError('usage', `\`${path}\` is no file of a method`, {
      hint: `it must end in ${extensions.join(', ')}`,
    });
  }
  const file = resolve(folder, path);
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new ObeyError('not-found', 'there is no such file', { at: { file: path } });
  }
  const found = classOf(await load(file, path, modules), className, path);
  return {
    spec,
    name: staticText(found, 'methodName') ?? className,
    version: staticText(found, 'version') ?? '0.0.0',
    control: false,
    fileSha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    create: (context) => checkedCompactor(instance(found, context, spec), { spec, profile }),
  };
}

type MethodClass = new (context: MethodContext) => { compact(...given: unknown[]): unknown };

async function load(
  file: string,
  path: string,
  modules: Readonly<Record<string, unknown>>,
): Promise<Map<string, unknown>> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(file, {
    fsCache: false,
    moduleCache: true,
    interopDefault: false,
    virtualModules: { ...modules },
  });
  try {
    return new Map(Object.entries(await jiti.import<Record<string, unknown>>(file)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ObeyError('solve-failed', `the file does not load: ${reason}`, { cause, at: { file: path } });
  }
}

function classOf(exports: ReadonlyMap<string, unknown>, name: string, path: string): MethodClass {
  const at = { file: path };
  const value = exports.get(name);
  if (value === undefined) {
    const names = [...exports.keys()];
    const close = nearest(name, names);
    const hint = close === undefined ? `it exports ${names.join(', ') || 'nothing'}` : `is \`${close}\` meant?`;
    throw new ObeyError('not-found', `the file exports no \`${name}\``, { at, hint });
  }
  if (!isMethodClass(value)) {
    throw new ObeyError('solve-failed', `\`${name}\` is no method`, {
      at,
      hint: `write export class ${name} { async compact(transcript, options) { … } }`,
    });
  }
  return value;
}

function isMethodClass(value: unknown): value is MethodClass {
  if (typeof value !== 'function') return false;
  const prototype: unknown = value.prototype;
  return typeof prototype === 'object' && prototype !== null && typeof Reflect.get(prototype, 'compact') === 'function';
}

function staticText(value: object, name: string): string | undefined {
  const text: unknown = Reflect.get(value, name);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function instance(found: MethodClass, context: MethodContext, spec: string) {
  try {
    return new found(context);
  } catch (cause) {
    if (ObeyError.isInstance(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ObeyError('solve-failed', `${spec}: it cannot be made: ${reason}`, { cause });
  }
}
