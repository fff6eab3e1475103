import { expect, it } from 'vitest';
import { type LatencySource, latencyMs } from './latency.js';

const source: LatencySource = {
  seed: 3,
  service: 'site',
  method: 'GET',
  path: '/a',
  nth: 1,
  range: [300, 1_500],
  answer: {},
};

it('draws from a stream of its own for each route and call', () => {
  expect(latencyMs(source)).toBe(latencyMs({ ...source }));
  const others = [{ seed: 4 }, { service: 'census' }, { method: 'POST' }, { path: '/b' }, { nth: 2 }];
  const all = [source, ...others.map((change) => ({ ...source, ...change }))].map(latencyMs);
  expect(new Set(all).size).toBe(6);
  expect(all.every((ms) => ms >= 300 && ms <= 1_500)).toBe(true);
});

it('leaves the answer its own latency', () => {
  expect(latencyMs({ ...source, answer: { latencyMs: 20 } })).toBe(20);
});
