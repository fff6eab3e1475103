import { expect, it } from 'vitest';
import { isHalfWritten } from './partial-version.js';

it.each([
  ['a.json', '', '{}', true],
  ['a.json', '{"a":', '{"a":1}', true],
  ['a.json', '{}', '{"a":1}', false],
  ['a.json', 'prose', '{}', true],
  ['a.md', '', 'text', true],
  ['a.md', '# Head', '# Head\ntext', true],
  ['a.md', '# Head', '# Other', false],
  ['a.md', 'same', 'same', false],
  ['a.md', '', '', false],
])('%s: %j before %j is half-written: %s', (path, version, successor, expected) => {
  expect(isHalfWritten(path, Buffer.from(version), Buffer.from(successor))).toBe(expected);
});
