import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTour, roundedDistance, tourLength } from '../../measure/tour-length.js';
import { createRandom } from '../../random.js';
import { drawConnectedGraph, drawDag, drawTree, type Graph } from './draw-graph.js';
import { drawPoints } from './draw-points.js';
import { goodTour } from './good-tour.js';

const seeds = process.env.OBEY_FULL === '1' ? 1_000 : 40;
const each = (test: (seed: number) => void) => {
  for (let seed = 0; seed < seeds; seed += 1) test(seed);
};

it(`draws points that lie apart, for ${seeds} seeds`, () => {
  each((seed) => {
    const points = drawPoints(createRandom(seed), { count: 20, side: 1_000, apart: 10 });
    expect(points).toHaveLength(20);
    expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(20);
    expect(drawPoints(createRandom(seed), { count: 20, side: 1_000, apart: 10 })).toEqual(points);
  });
  expect(() => drawPoints(createRandom(1), { count: 10, side: 2, apart: 3 })).toThrow(RangeError);
});

it('finds the shortest tour of a few places, and of more one that no random tour beats', () => {
  for (let seed = 0; seed < 12; seed += 1) {
    const few = drawPoints(createRandom(seed), { count: 7, side: 500 });
    const tour = goodTour(few);
    expect(isTour(tour, 7)).toBe(true);
    const all = permutations([1, 2, 3, 4, 5, 6]).map((rest) => tourLength(few, [0, ...rest]));
    expect(tourLength(few, tour)).toBe(Math.min(...all));
    const many = drawPoints(createRandom(seed), { count: 20, side: 1_000 });
    const good = goodTour(many);
    expect(isTour(good, 20)).toBe(true);
    for (let other = 0; other < 200; other += 1) {
      const random = createRandom(seed, other).shuffle(many.map((_, index) => index));
      expect(tourLength(many, good)).toBeLessThan(tourLength(many, random));
    }
  }
});

it('has tours whose length is the same from any start and either way round', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 999 }), y: fc.integer({ min: 0, max: 999 }) });
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 15 }), fc.nat(), (points, turn) => {
      const tour = points.map((_, index) => index);
      const turned = tour.map((_, index) => (index + turn) % points.length);
      const length = tourLength(points, tour);
      expect(tourLength(points, turned)).toBe(length);
      expect(tourLength(points, tour.toReversed())).toBe(length);
    }),
  );
  expect(roundedDistance({ x: 0, y: 0 }, { x: 1, y: 1 })).toBe(1);
  expect(roundedDistance({ x: 0, y: 0 }, { x: 3, y: 4 })).toBe(5);
});

it('knows a tour from any other list', () => {
  expect(isTour([2, 0, 1], 3)).toBe(true);
  for (const wrong of [[0, 1], [0, 1, 1], [0, 1, 3], [0, 1, 1.5], [0, 1, '2'], null, 'abc', { length: 3 }]) {
    expect(isTour(wrong, 3)).toBe(false);
  }
});

it(`draws trees, graphs without cycles and connected graphs, for ${seeds} seeds`, () => {
  each((seed) => {
    const random = createRandom(seed);
    const tree = drawTree(random, { nodes: 12, children: 3 });
    expect(tree.edges).toHaveLength(11);
    expect(reached(tree)).toBe(12);
    for (let node = 0; node < 12; node += 1) {
      expect(tree.edges.filter(([parent]) => parent === node).length).toBeLessThanOrEqual(3);
    }
    const dag = drawDag(random, { nodes: 10, edges: 20 });
    expect(dag.edges.every(([a, b]) => a < b)).toBe(true);
    const graph = drawConnectedGraph(random, { nodes: 10, edges: 14 });
    expect(reached(graph)).toBe(10);
    for (const { edges } of [dag, graph]) expect(new Set(edges.map(String)).size).toBe(edges.length);
  });
});

function reached({ edges }: Graph): number {
  const seen = new Set([0]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [a, b] of edges) {
      if (seen.has(a) === seen.has(b)) continue;
      seen.add(a).add(b);
      grown = true;
    }
  }
  return seen.size;
}

function permutations(list: readonly number[]): number[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first) => permutations(list.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}
