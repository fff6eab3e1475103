import { z } from 'zod';

/** The four sizes of a task, from quickest to longest. */
export const levels = ['easy', 'medium', 'hard', 'elite'] as const;
export const levelSchema = z.enum(levels);
export type Level = z.infer<typeof levelSchema>;
