import { expect, it } from 'vitest';
import { renderPrompt } from './prompt.js';

const line = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { line: string }).line;
  }
  return 'no error';
};

it('fills names, fields and repeated placeholders, and reads nothing into the values', () => {
  const values = { states: 10, flag: true, odd: '$& {{states}}', services: { census: 'http://127.0.0.1:1' } };
  expect(renderPrompt('{{states}} of {{ states }}, {{flag}} {{odd}} at {{services.census}}/x', values)).toBe(
    '10 of 10, true $& {{states}} at http://127.0.0.1:1/x',
  );
});

it('says where an unknown placeholder stands', () => {
  const values = { states: 10, services: { census: 'u' } };
  expect(line(() => renderPrompt('one\ntwo {{sates}}', values))).toBe(
    'prompt.md:2:5: the prompt’s placeholder `{{sates}}` has no value; did you mean `{{states}}`?',
  );
  expect(line(() => renderPrompt('{{services.senses}}', values))).toContain('did you mean `{{services.census}}`?');
  expect(line(() => renderPrompt('{{constructor}} ', values))).toContain('known are states, services.census');
  expect(line(() => renderPrompt('{{services}}', values))).toContain('has no value');
  expect(line(() => renderPrompt('{{}}', {}))).toContain('known are none');
});
