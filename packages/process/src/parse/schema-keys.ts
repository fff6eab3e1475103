import type { z } from 'zod';

/** The parts of a zod definition that say which keys an object may have. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly valueType?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
  readonly options?: readonly z.core.$ZodType[];
  readonly in?: z.core.$ZodType;
}

function definitionOf(schema: z.core.$ZodType): Definition {
  const definition = schema._zod.def as Definition;
  const inner = definition.innerType ?? definition.getter?.() ?? definition.in;
  return inner === undefined ? definition : definitionOf(inner);
}

/** The schemas that may hold at a path: several below a union. */
export function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType[] {
  const [part, ...rest] = path;
  if (part === undefined) return [schema];
  const { shape, element, valueType, items, options } = definitionOf(schema);
  const children =
    options?.flatMap((option) => schemasAt(option, [part])) ??
    [shape?.[String(part)] ?? element ?? valueType ?? items?.[Number(part)]].filter((child) => child !== undefined);
  return children.flatMap((child) => schemasAt(child, rest));
}

/** The alternatives of a union, undefined for other schemas. */
export function optionsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] | undefined {
  return definitionOf(schema).options;
}

/** What an object may have at its top; empty for what is no object. */
export function keysOf(schema: z.core.$ZodType): string[] {
  const { shape, options, keyType } = definitionOf(schema);
  if (keyType !== undefined) return Object.values(definitionOf(keyType).entries ?? {}).map(String);
  return shape ? Object.keys(shape) : (options?.flatMap(keysOf) ?? []);
}

/** The keys that only this alternative of a union has and needs: the word by which a reader tells it from the others. */
export function wordsOf(options: readonly z.core.$ZodType[], index: number): string[] {
  const option = options[index];
  if (option === undefined) return [];
  const others = new Set(options.flatMap((other, place) => (place === index ? [] : keysOf(other))));
  const { shape } = definitionOf(option);
  return keysOf(option).filter((key) => !others.has(key) && shape?.[key]?._zod.optin !== 'optional');
}
