import type { Dimension } from '@obey/schema';

const names: Readonly<Record<Dimension, string>> = {
  completeness: 'completeness',
  ordering: 'ordering',
  conditionality: 'conditionality',
  parallelism: 'parallelism',
  granularity: 'granularity',
  aggregation: 'aggregation',
  errorHandling: 'error handling',
};

/** A dimension as a person reads it. */
export const dimensionName = (dimension: Dimension): string => names[dimension];
