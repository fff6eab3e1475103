import type { z } from 'zod';

/** The parts of a zod definition that lead to keys. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
}

/** The keys that a schema knows at a path: of a union, those of all its alternatives. */
export function schemaKeys(schema: z.core.$ZodType, path: readonly (string | number)[]): string[] {
  const { shape, element, innerType, in: input, options } = schema._zod.def as Definition;
  const inner = innerType ?? input;
  if (inner !== undefined) return schemaKeys(inner, path);
  if (options !== undefined) return [...new Set(options.flatMap((option) => schemaKeys(option, path)))];
  const [part, ...rest] = path;
  if (part === undefined) return Object.keys(shape ?? {});
  const child = shape?.[String(part)] ?? element;
  return child === undefined ? [] : schemaKeys(child, rest);
}
