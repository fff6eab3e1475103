import { taskSchema } from '@obey/schema';
import { expect, it } from 'vitest';
import { fetchFrom } from '../examples/prepare-instance.js';

it('runs the example of the README', async () => {
  const task = taskSchema.parse({
    id: 'sample',
    version: '1.0.0',
    title: 'Sample',
    domain: 'sample',
    limits: { minutes: 1 },
    network: 'world',
    services: { states: { latencyMs: [1, 2] } },
    process: [{ step: 'ask', done: { requested: 'GET /states/ohio' } }],
  });
  const prepare = () => ({ services: { states: { routes: [{ path: '/states/ohio', answers: [{ body: 'Ohio' }] }] } } });
  const { status, body, log } = await fetchFrom({ task, prompt: 'Ask.', prepare }, 'states', '/states/ohio');
  expect([status, body]).toEqual([200, 'Ohio']);
  expect(log).toMatchObject([{ kind: 'request', service: 'states', path: '/states/ohio', status: 200 }]);
});
