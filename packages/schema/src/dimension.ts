import { z } from 'zod';

/** The seven ways in which a process can be followed or not. */
export const dimensions = [
  'completeness',
  'ordering',
  'conditionality',
  'parallelism',
  'granularity',
  'aggregation',
  'errorHandling',
] as const;
export const dimensionSchema = z.enum(dimensions);
export type Dimension = z.infer<typeof dimensionSchema>;

/** Weights of the dimensions where a task sets none; they add up to 1. */
export const defaultWeights: Readonly<Record<Dimension, number>> = {
  completeness: 0.25,
  conditionality: 0.2,
  ordering: 0.15,
  errorHandling: 0.15,
  granularity: 0.1,
  aggregation: 0.1,
  parallelism: 0.05,
};
