import { dimensions, type Result } from '@obey/schema';
import type { HeatCell } from './report-document.js';

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Tasks × dimensions for each candidate: means over the scored trials of a pair. A pair without any has no cell. */
export function heatMap(
  results: readonly Result[],
  candidates: readonly string[],
  tasks: readonly string[],
): HeatCell[] {
  return candidates.flatMap((candidate) =>
    tasks.flatMap((task): HeatCell[] => {
      const cards = results
        .filter((result) => result.candidate === candidate && result.task === task)
        .flatMap(({ scorecard }) => scorecard ?? []);
      if (cards.length === 0) return [];
      const earned = Object.fromEntries(
        dimensions.flatMap((dimension) => {
          const values = cards.flatMap((card) => card.dimensions[dimension]?.earned ?? []);
          return values.length === 0 ? [] : [[dimension, mean(values)]];
        }),
      );
      return [{ candidate, task, trials: cards.length, score: mean(cards.map(({ score }) => score)), earned }];
    }),
  );
}
