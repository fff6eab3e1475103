import { z } from 'zod';

/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Parses any JSON value; refuses functions, undefined, NaN and the like. */
export const jsonSchema: z.ZodType<Json> = z.json();
