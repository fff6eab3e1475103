import { nearest, ObeyError } from '@obey/schema';
import type { Method } from '../model/method.js';
import type { ScorerVersion } from '../model/scorer.js';
import type { Environment } from '../providers/settings/environment.js';
import { builtInCompactor } from './built-in/built-in-compactor.js';
import { type BuiltInName, builtInNames, builtIns } from './built-in/built-ins.js';
import { claudeCodeMethod, claudeCodeName } from './claude-code/claude-code-method.js';
import { type ControlName, controlCompactor, controlNames, controlVersion } from './control/controls.js';
import { loadMethod } from './user/load-method.js';

export interface MethodOptions {
  /** `1.0.0` and `2.0.0` do as CompactBench does, `obey-1` with its repairs. */
  readonly profile: ScorerVersion;
  /** Relative paths of a user's method are taken from here. */
  readonly folder: string;
  /** What a user's file gets when it imports a package of ours, by name. */
  readonly modules?: Readonly<Record<string, unknown>>;
  /** Where `claude-code` looks for its program, model and credentials. */
  readonly environment?: Environment;
}

const prefix = 'built-in:';

/**
 * The method of a spec: `built-in:<key>`, controls and `claude-code` among them, or `<path>:<Class>`.
 *
 * @throws ObeyError `usage`, `not-found` or `solve-failed`, each in one line
 */
export async function resolveMethod(spec: string, options: MethodOptions): Promise<Method> {
  if (!spec.startsWith(prefix)) return loadMethod(spec, options);
  const key = spec.slice(prefix.length);
  const { profile } = options;
  if (isControl(key)) {
    const create = () => controlCompactor(key, profile);
    return { spec, name: key, version: controlVersion, control: true, create };
  }
  if (isBuiltIn(key)) {
    const version = builtInVersion(profile);
    const compact = builtIns[key];
    const create: Method['create'] = (context) => builtInCompactor(compact, { name: key, version, profile, context });
    return { spec, name: key, version, control: false, create };
  }
  if (key === claudeCodeName) return claudeCodeMethod(spec, { profile, environment: options.environment ?? {} });
  const known = listMethods().map((method) => method.key);
  const close = nearest(key, known);
  throw new ObeyError('not-found', `there is no built-in method \`${key}\``, {
    hint: close === undefined ? `there are ${known.join(', ')}` : `is \`${prefix}${close}\` meant?`,
  });
}

/** What the repairs of `obey-1` change is another version of the method. */
const builtInVersion = (profile: ScorerVersion): string => (profile === 'obey-1' ? '2.0.0' : '1.0.0');

export interface ListedMethod {
  readonly key: string;
  readonly control: boolean;
}

/** The methods that come with the benchmark: those that compete, then the controls. */
export function listMethods(): ListedMethod[] {
  return [
    ...builtInNames.map((key) => ({ key, control: false })),
    { key: claudeCodeName, control: false },
    ...controlNames.map((key) => ({ key, control: true })),
  ];
}

const isControl = (key: string): key is ControlName => (controlNames as readonly string[]).includes(key);
const isBuiltIn = (key: string): key is BuiltInName => (builtInNames as readonly string[]).includes(key);
