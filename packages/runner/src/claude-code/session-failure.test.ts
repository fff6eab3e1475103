import { describe, expect, it } from 'vitest';
import { retryFailure, sessionFailure } from './session-failure.js';

describe('sessionFailure', () => {
  it('finds none in an agent that ended by itself, well or badly', () => {
    expect(sessionFailure(undefined)).toBeUndefined();
    expect(sessionFailure({ is_error: false, result: 'API Error: 529 is what I read about' })).toBeUndefined();
    expect(
      sessionFailure({ is_error: true, subtype: 'error_max_turns', terminal_reason: 'max_turns' }),
    ).toBeUndefined();
  });

  it('names the provider’s error', () => {
    const classes = [401, 403, 429, 500, 529, 400, 404, undefined].map(
      (status) => sessionFailure({ is_error: true, terminal_reason: 'api_error', api_error_status: status })?.class,
    );
    expect(classes).toEqual([
      ...['authentication', 'authentication', 'rate-limited', 'overloaded', 'overloaded', 'refused', 'refused'],
      'unreachable',
    ]);
    expect(sessionFailure({ is_error: true, result: 'Invalid API key · Please run /login' })?.class).toBe(
      'authentication',
    );
  });
});

it('names the error that was still being waited out', () => {
  expect(retryFailure({ retrying: undefined })).toBeUndefined();
  expect(retryFailure({ retrying: { error: 'overloaded', error_status: 529 } })).toMatchObject({ class: 'overloaded' });
  expect(retryFailure({ retrying: {} })).toMatchObject({ class: 'unreachable' });
});
