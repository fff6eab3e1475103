import type { ServiceRequest } from '@obey/prepare';
import { describe, expect, it } from 'vitest';
import { gridService } from './grid-service.js';

const words = [...['cat', 'cot', 'tin', 'ten', 'tan', 'non', 'can', 'con'], 'nut'].map((word) => [
  word,
  `clue of ${word}`,
]);
const facts = {
  puzzle: { rows: ['...', '.#.', '...'], pairs: ['an'], tolerated: 0, words },
  regions: [
    {
      id: 'region-1',
      slots: [
        { id: '1-across', length: 3 },
        { id: '2-down', length: 3 },
      ],
    },
  ],
};

function open() {
  let state = gridService.start({ facts, parameters: {}, token: (item) => `token of ${item}` });
  return (method: string, path: string, body?: ServiceRequest['body'], query: Record<string, string> = {}) => {
    const reply = gridService.answer(state, { method, path, body, query });
    state = reply.state;
    return { status: reply.answer.status, ...JSON.parse(reply.answer.body ?? '') };
  };
}
const fits = (ask: ReturnType<typeof open>, slot: string) => ask('GET', '/fits', undefined, { slot }).words;

describe('the desk', () => {
  it('keeps letters, and refuses what does not agree with them', () => {
    const ask = open();
    expect(ask('GET', '/grid').open.map(({ slot }: { slot: string }) => slot)).toEqual([
      ...['1-across', '1-down', '2-down', '3-across'],
    ]);
    expect(ask('POST', '/place', { slot: '1-across', word: 'CAT' })).toMatchObject({
      status: 200,
      listed: true,
      word: 'cat',
    });
    expect(ask('POST', '/place', { slot: '1-down', word: 'tin' }).status).toBe(409);
    expect(ask('POST', '/place', { slot: '1-down', word: 'cats' }).status).toBe(400);
    expect(ask('POST', '/place', { slot: '1-across', word: 'cot' }).status).toBe(409);
    expect(ask('POST', '/place', { slot: '7-down', word: 'cot' }).status).toBe(404);
    expect(ask('POST', '/place', 'nonsense').status).toBe(404);
    expect(ask('GET', '/grid').filled).toEqual([{ slot: '1-across', word: 'cat' }]);
    expect(fits(ask, '2-down')).toEqual(['tin', 'ten', 'tan']);
    expect(ask('POST', '/place', { slot: '1-down', word: 'cxx' })).toMatchObject({ listed: false, fitting: 3 });
  });

  it('remembers what was tried until an earlier word changes', () => {
    const ask = open();
    ask('POST', '/place', { slot: '1-across', word: 'cat' });
    ask('POST', '/place', { slot: '2-down', word: 'tin' });
    expect(ask('POST', '/undo', { slot: '2-down' })).toMatchObject({ word: 'tin', at: 2, last: 2 });
    expect(fits(ask, '2-down')).toEqual(['ten', 'tan']);
    ask('POST', '/undo', { slot: '1-across' });
    expect(fits(ask, '1-across')).not.toContain('cat');
    ask('POST', '/place', { slot: '1-across', word: 'cot' });
    expect(fits(ask, '2-down')).toEqual(['tin', 'ten', 'tan']);
  });

  it('says when another word than the last is taken back, and when there is none', () => {
    const ask = open();
    expect(ask('POST', '/undo', { slot: '1-across' }).status).toBe(409);
    ask('POST', '/place', { slot: '1-across', word: 'cat' });
    ask('POST', '/place', { slot: '2-down', word: 'ten' });
    expect(ask('POST', '/undo', { slot: '1-across' })).toMatchObject({ at: 1, last: 2 });
  });

  it('clears a region or all, and examines what stands', () => {
    const ask = open();
    ask('POST', '/place', { slot: '1-across', word: 'cat' });
    ask('POST', '/place', { slot: '2-down', word: 'tan' });
    expect(ask('GET', '/regions/region-1')).toMatchObject({ pairs: 1, reference: 'token of region-1' });
    expect(ask('GET', '/check/pairs')).toMatchObject({ examined: 1, violations: 1, where: ['region-1'] });
    expect(ask('GET', '/check/words')).toMatchObject({ examined: 4, violations: 2 });
    expect(ask('GET', '/check/symmetry')).toMatchObject({ examined: 9, violations: 0 });
    ask('POST', '/place', { slot: '3-across', word: 'non' });
    ask('POST', '/regions/region-1/clear');
    expect(ask('GET', '/grid').filled).toEqual([{ slot: '3-across', word: 'non' }]);
    expect(ask('POST', '/regions/region-1/2-down', { word: 'tin' }).status).toBe(200);
    expect(ask('POST', '/regions/region-1/1-down', { word: 'con' }).status).toBe(404);
    expect(ask('POST', '/clear').cleared).toBe(2);
  });

  it('has an answer to anything', () => {
    const ask = open();
    for (const path of [
      '/',
      '/fits',
      '/check/x',
      '/regions/x',
      '/regions/x/clear',
      '/a/b/c/d',
      '/regions/region-1/1-across/x',
    ]) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        for (const body of [undefined, 'text', null, 3, [], { slot: 4, word: {} }]) {
          expect(ask(method, path, body).status).toBeGreaterThanOrEqual(400);
        }
      }
    }
  });
});
