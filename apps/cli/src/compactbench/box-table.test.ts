import { expect, it } from 'vitest';
import { boxTable } from './box-table.js';

const columns = [{ head: 'Name of it' }, { head: 'N', right: true }];

it('frames heads and rows, and centres the title', async () => {
  expect(await boxTable({ title: 'Four', columns, rows: [['a', '12']] }, 80)).toEqual(
    [
      '      Four       ',
      '┏━━━━━━━━━━━━┳━━━━┓',
      '┃ Name of it ┃  N ┃',
      '┡━━━━━━━━━━━━╇━━━━┩',
      '│ a          │ 12 │',
      '└────────────┴────┘',
    ].map((line, index) => (index === 0 ? '       Four        ' : line)),
  );
});

it('folds at blanks, the head down to its foot, and cuts a word that is too long', async () => {
  expect(await boxTable({ title: 'T', columns, rows: [['one two three-and-four', '1']] }, 16)).toEqual([
    '       T        ',
    '┏━━━━━━━━━━┳━━━┓',
    '┃ Name of  ┃   ┃',
    '┃ it       ┃ N ┃',
    '┡━━━━━━━━━━╇━━━┩',
    '│ one two  │ 1 │',
    '│ three-a… │   │',
    '└──────────┴───┘',
  ]);
});

it('takes from the widest column first, and never all of one', async () => {
  const rows = [['x'.repeat(50), '1'.repeat(20)]];
  for (const width of [10, 20, 30, 40, 60, 80]) {
    const [, top = '', ...lines] = await boxTable({ title: 'T', columns, rows }, width);
    expect(top.length).toBe(Math.min(width, 77));
    for (const line of lines) expect(line.length).toBe(top.length);
  }
  expect((await boxTable({ title: 'T', columns, rows }, 1))[1]).toBe('┏━━━┳━━━┓');
});

it('lets no text out of its cell', async () => {
  const lines = await boxTable({ title: 'T', columns, rows: [['a\u001b[2J\nb\u202e', '漢字']] }, 80);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
  expect(lines[4]).toBe('│ a\\u{1b}[2J b\\u{202e} │ 漢字 │');
});
