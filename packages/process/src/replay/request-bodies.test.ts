import { describe, expect, test } from 'vitest';
import { losses, Recording } from './recording.fixture.js';

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('what a request said and what it was answered', () => {
  const process = `
process:
  - forEach: item in items
    do:
      - step: place
        done: { requested: POST /place, where: request.body.slot = item.id and response.body.fits }
`;

  test('tell one request from another', async () => {
    const place = (slot: string, fits: boolean) => ({ sent: JSON.stringify({ slot }), body: { fits } });
    const replay = await new Recording()
      .requested('POST /place', place('b', true))
      .requested('POST /place', place('a', true))
      .requested('POST /place', place('c', false))
      .requested('POST /place', { sent: 'c', body: { fits: true } })
      .requested('POST /place')
      .replay(process, { items });
    expect(losses(replay)).toEqual(['completeness step-missing place c 0']);
  });
});

describe('one request for each item', () => {
  const process = (done: string) => `
process:
  - forEach: item in items
    unit: request
    do: [${done}]
`;
  const send = process('{ step: send, done: { requested: "POST /items/{item.id}" } }');
  const all = (sent: Readonly<Record<string, readonly string[]>>, status = 200) => {
    const recording = new Recording();
    for (const [id, bodies] of Object.entries(sent)) {
      for (const body of bodies) recording.requested(`POST /items/${id}`, { sent: body, status });
    }
    return recording;
  };

  test('is not what sent an item in two parts', async () => {
    const replay = await all({ a: ['one'], b: ['one ', 'two'], c: ['one'] }).replay(send, { items });
    expect(losses(replay)).toEqual(['granularity split send b 0.5']);
  });

  test('may be sent once more as it was, and anew where it failed', async () => {
    const again = await all({ a: ['one'], b: ['one', 'one'], c: ['one'] }).replay(send, { items });
    expect(losses(again)).toEqual([]);
    const anew = all({ a: ['bad'] }, 400).requested('POST /items/a', { sent: 'good' });
    expect(losses(await anew.replay(send, { items: [{ id: 'a' }] }))).toEqual([]);
  });

  test('may be one in each round', async () => {
    const rounds = process(`{ step: ask, done: { requested: "GET /items/{item.id}" }, yields: response.body },
      { repeat: { while: ask.open, max: 3 }, do: [
        { step: send, done: { requested: "POST /items/{item.id}" } },
        { step: askAgain, done: { requested: "GET /items/{item.id}" }, yields: response.body } ] } `);
    const recording = new Recording();
    for (const { id } of items) {
      const asked = (open: boolean) => recording.requested(`GET /items/${id}`, { body: { open } });
      asked(true).requested(`POST /items/${id}`, { sent: 'one' });
      asked(true).requested(`POST /items/${id}`, { sent: 'two' });
      asked(false);
    }
    expect(losses(await recording.replay(rounds, { items }))).toEqual([]);
  });
});
