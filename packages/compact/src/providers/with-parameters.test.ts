import { expect, it } from 'vitest';
import { ScriptedProvider } from './mock/scripted-provider.js';
import { parametersTold, withParameters } from './with-parameters.js';

it('sends each request with the parameters of the run, and leaves alone what was not given', async () => {
  const mock = new ScriptedProvider();
  const request = { model: 'm', prompt: 'p', temperature: 0.3, maxTokens: 9 };
  await withParameters(mock, {}).complete(request);
  await withParameters(mock, { temperature: null }).complete(request);
  await withParameters(mock, { temperature: 0, maxTokens: 100 }).complete(request);
  expect(mock.calls).toEqual([
    request,
    { ...request, temperature: null },
    { ...request, temperature: 0, maxTokens: 100 },
  ]);
});

it('tells the defaults, and null where the model decides', () => {
  expect(parametersTold({})).toEqual({ temperature: 0, max_tokens: 2048 });
  expect(parametersTold({ temperature: null, maxTokens: 5 })).toEqual({ temperature: null, max_tokens: 5 });
});
