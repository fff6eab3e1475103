import { expect, it } from 'vitest';
import { commandLine } from './command-line.js';

it('hands the prompt over as a word, whatever quotes stand around its place', () => {
  for (const template of ['agent {prompt}', 'agent "{prompt}"', "agent '{prompt}'"]) {
    expect(commandLine(template, 'p', '/f')).toEqual({ script: 'agent "$1"', words: ['p', '/f'], byInput: false });
  }
  expect(commandLine('agent -f {promptFile}', 'p', '/f')).toEqual({
    script: 'agent -f "$2"',
    words: ['', '/f'],
    byInput: false,
  });
  expect(commandLine('agent', 'p', '/f').byInput).toBe(true);
});
