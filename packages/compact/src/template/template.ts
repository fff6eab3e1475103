import type { z } from 'zod';
import type { templateSchema } from './template-schema.js';

/** A template of the dialect `compactbench-1`, with the field names of its file; what the file leaves out has its default. */
export type Template = Readonly<z.infer<typeof templateSchema>>;

export type TurnTemplate = Template['transcript']['turns'][number];
export type ItemTemplate = Template['evaluation_items'][number];
