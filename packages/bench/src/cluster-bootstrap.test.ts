import { createRandom } from '@obey/prepare';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cluster, clusterBootstrap, clusteredMean } from './cluster-bootstrap.js';

const bounds = [0, 100] as const;
const stream = (seed: number) => {
  const random = createRandom(seed, 'test');
  return () => random.real();
};

it('averages each cluster first', () => {
  const clusters = [
    { values: [100, 100, 100, 100], weight: 1 },
    { values: [0], weight: 1 },
  ];
  expect(clusteredMean(clusters)).toBe(50);
  expect(
    clusteredMean([
      { values: [100], weight: 3 },
      { values: [0], weight: 1 },
    ]),
  ).toBe(75);
});

it('gives the same interval for the same stream, within the values', () => {
  const value = fc.double({ min: 0, max: 100, noNaN: true });
  const cluster: fc.Arbitrary<Cluster> = fc.record({
    values: fc.array(value, { minLength: 1, maxLength: 4 }),
    weight: fc.double({ min: 0.5, max: 4, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(cluster, { minLength: 2, maxLength: 6 }), fc.nat(), (clusters, seed) => {
      const once = clusterBootstrap(clusters, { random: stream(seed), bounds, resamples: 200 });
      expect(clusterBootstrap(clusters, { random: stream(seed), bounds, resamples: 200 })).toEqual(once);
      const all = clusters.flatMap((one) => one.values);
      expect(once[0]).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
      expect(once[1]).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
      expect(once[0]).toBeLessThanOrEqual(once[1]);
    }),
    { numRuns: 50 },
  );
});

it('is wider than trials taken as independent when tasks differ more than their trials', () => {
  const tasks = [10, 30, 50, 70, 90].map((level) => ({ values: [level, level + 1, level - 1, level], weight: 1 }));
  const trials = tasks.flatMap((task) => task.values.map((value) => ({ values: [value], weight: 1 })));
  const width = ([low, high]: [number, number]) => high - low;
  const clustered = width(clusterBootstrap(tasks, { random: stream(1), bounds }));
  expect(clustered).toBeGreaterThan(1.5 * width(clusterBootstrap(trials, { random: stream(1), bounds })));
});

it('covers the true mean of many tasks about as often as it says', () => {
  const random = createRandom(5, 'coverage');
  const repeats = 300;
  let covered = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const clusters = Array.from({ length: 30 }, () => ({ values: [random.normal(50, 10)], weight: 1 }));
    const [low, high] = clusterBootstrap(clusters, { random: () => random.real(), bounds, resamples: 400 });
    if (low <= 50 && high >= 50) covered += 1;
  }
  expect(covered / repeats).toBeGreaterThan(0.88);
  expect(covered / repeats).toBeLessThan(0.99);
});

it('gives the whole scale for a single value, and the spread of trials for a single task', () => {
  expect(clusterBootstrap([{ values: [80], weight: 1 }], { random: stream(1), bounds })).toEqual([0, 100]);
  const [low, high] = clusterBootstrap([{ values: [80, 90, 100], weight: 1 }], { random: stream(1), bounds });
  expect(low).toBeGreaterThanOrEqual(80);
  expect(high).toBeLessThanOrEqual(100);
  expect(high - low).toBeGreaterThan(5);
});
