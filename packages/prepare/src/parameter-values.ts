import { type Level, nearest, ObeyError, type ParameterValues, type Task } from '@obey/schema';

/**
 * A task's parameter values at a level, some of them replaced.
 *
 * @throws ObeyError `usage` when a replaced parameter is unknown or of another type
 */
export function parameterValues(
  parameters: Task['parameters'],
  level: Level,
  replaced: ParameterValues = {},
): ParameterValues {
  const values: ParameterValues = {};
  for (const [name, parameter] of Object.entries(parameters)) values[name] = parameter[level];
  for (const [name, value] of Object.entries(replaced)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      const close = nearest(name, Object.keys(parameters));
      throw new ObeyError('usage', `the task has no parameter \`${name}\``, {
        hint:
          close === undefined ? `it has ${Object.keys(parameters).join(', ') || 'none'}` : `did you mean \`${close}\`?`,
      });
    }
    if (!isOfType(value, parameter.type)) {
      throw new ObeyError(
        'usage',
        `parameter \`${name}\` must be of type ${parameter.type}, not ${JSON.stringify(value)}`,
      );
    }
    values[name] = value;
  }
  return values;
}

/** Whether a value is what a parameter of that type may hold. */
export function isOfType(value: unknown, type: Task['parameters'][string]['type']): boolean {
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === type;
}
