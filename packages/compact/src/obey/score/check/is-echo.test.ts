import { describe, expect, it } from 'vitest';
import { isEcho } from './is-echo.js';

const turns = Array.from({ length: 8 }, (_, id) => ({
  id,
  role: 'user' as const,
  content: `Turn number ${id} says that rule ${id} holds.`,
  tags: [],
}));
const all = turns.map(({ content }) => content).join('\n');

describe('isEcho', () => {
  it('tells a dump of the conversation from an answer', () => {
    expect(isEcho(all, { turns }, '')).toBe(true);
    expect(
      isEcho(
        turns
          .slice(0, 4)
          .map(({ content }) => content)
          .join(' '),
        { turns },
        '',
      ),
    ).toBe(true);
    expect(
      isEcho(
        turns
          .slice(0, 3)
          .map(({ content }) => content)
          .join(' '),
        { turns },
        '',
      ),
    ).toBe(false);
    expect(isEcho('Rule 3 holds.', { turns }, '')).toBe(false);
  });

  it('tells a dump of the artifact, and lets a short one be quoted', () => {
    const rendered = 'SUMMARY:\n'.concat('A long account of what was decided. '.repeat(12));
    expect(isEcho(`Here you are:\n${rendered}`, { turns: [] }, rendered)).toBe(true);
    expect(isEcho(rendered.slice(0, 200), { turns: [] }, rendered)).toBe(false);
    expect(isEcho('SUMMARY: rule 3', { turns: [] }, 'SUMMARY: rule 3')).toBe(false);
  });
});
