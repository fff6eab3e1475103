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
