import { expect, it } from 'vitest';
import { rejectedParameter } from './omitted-parameters.js';

it.each([
  [
    400,
    "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
    'temperature',
  ],
  [
    400,
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    'max_tokens',
  ],
  [400, '`temperature` is deprecated for this model.', 'temperature'],
  [400, 'temperature: Extra inputs are not permitted', 'temperature'],
  [422, "property 'max_completion_tokens' is unsupported", 'max_completion_tokens'],
  [400, 'temperature: range: 0..1', undefined],
  [400, 'max_tokens is too large: 5000. This model supports at most 4096 completion tokens', undefined],
  [400, 'the model does not support images', undefined],
  [500, 'temperature is not supported', undefined],
  [undefined, 'temperature is not supported', undefined],
])('of %s %j names %s', (status, message, parameter) => {
  expect(rejectedParameter(status, message)).toBe(parameter);
});
