import type { Part } from './source-module.js';

/** The modules at the bottom, which know nothing of the domain. */
export function sharedModules(): Part {
  return {
    modules: [
      {
        path: 'shared/rounding',
        imports: {},
        statements: [
          '/** The multiple of `step` next to `value`, the greater one of two. */\nexport function roundTo(value: number, step: number): number {\n  return Math.floor(value / step + 0.5) * step;\n}',
          '/** A part of a whole in whole per cent; 0 of nothing. */\nexport function percentOf(part: number, whole: number): number {\n  return whole === 0 ? 0 : Math.floor((part * 100) / whole + 0.5);\n}',
        ],
        published: ['roundTo'],
      },
      {
        path: 'shared/money',
        imports: {},
        statements: [
          `/** Cents as text with two decimals. */\nexport function formatCents(cents: number): string {\n  const sign = cents < 0 ? '-' : '';\n  const whole = Math.abs(cents);\n  return \`\${sign}\${Math.floor(whole / 100)}.\${String(whole % 100).padStart(2, '0')}\`;\n}`,
        ],
        published: ['formatCents'],
      },
      {
        path: 'shared/text',
        imports: {},
        statements: [
          `/** A text cut to so many characters, with an ellipsis where something was cut. */\nexport function shorten(text: string, most: number): string {\n  return text.length <= most ? text : \`\${text.slice(0, most - 1)}…\`;\n}`,
          "/** Cells of a line, each as wide as asked for. */\nexport function columns(cells: readonly string[], width: number): string {\n  return cells.map((cell) => cell.padEnd(width)).join('').trimEnd();\n}",
        ],
        published: ['shorten'],
      },
      {
        path: 'shared/days',
        imports: {},
        statements: [
          '/** A day, counted from the first one on record. */\nexport type Day = number;',
          '/** Whether a day is within a week of another one. */\nexport function isSameWeek(a: Day, b: Day): boolean {\n  return Math.floor(a / 7) === Math.floor(b / 7);\n}',
          '/** How many days lie between two days. */\nexport function daysBetween(a: Day, b: Day): number {\n  return Math.abs(a - b);\n}',
        ],
        published: ['type Day', 'daysBetween'],
      },
      {
        path: 'shared/lists',
        imports: {},
        statements: [
          '/** The sum of what `value` gives for each item. */\nexport function sumOf<T>(items: readonly T[], value: (item: T) => number): number {\n  return items.reduce((sum, item) => sum + value(item), 0);\n}',
          '/** The items with the greatest value first; equal ones stay in order. */\nexport function greatestFirst<T>(items: readonly T[], value: (item: T) => number): T[] {\n  return [...items].sort((a, b) => value(b) - value(a));\n}',
        ],
        published: [],
      },
      {
        path: 'shared/identifiers',
        imports: {},
        statements: [
          'const pattern = /^[A-Z]{2,4}-[0-9]+$/;',
          '/** Whether a text is an identifier, such as `AB-12`. */\nexport function isIdentifier(text: string): boolean {\n  return pattern.test(text);\n}',
          `/** The identifier with that prefix and number. */\nexport function identifier(prefix: string, number: number): string {\n  return \`\${prefix}-\${number}\`;\n}`,
        ],
        published: ['isIdentifier'],
      },
    ],
    tests: [
      {
        name: 'shared',
        imports: {
          'shared/rounding': ['roundTo', 'percentOf'],
          'shared/money': ['formatCents'],
          'shared/text': ['shorten'],
          'shared/days': ['daysBetween', 'isSameWeek'],
          'shared/lists': ['greatestFirst', 'sumOf'],
          'shared/identifiers': ['identifier', 'isIdentifier'],
        },
        cases: [
          {
            title: 'rounds to a step',
            lines: [
              'assert.equal(roundTo(124, 5), 125);',
              'assert.equal(roundTo(122, 5), 120);',
              'assert.equal(percentOf(1, 3), 33);',
              'assert.equal(percentOf(1, 0), 0);',
            ],
          },
          {
            title: 'writes cents',
            lines: ["assert.equal(formatCents(1205), '12.05');", "assert.equal(formatCents(-7), '-0.07');"],
          },
          { title: 'shortens text', lines: ["assert.equal(shorten('harbour', 4), 'har…');"] },
          {
            title: 'counts days',
            lines: ['assert.equal(daysBetween(3, 12), 9);', 'assert.equal(isSameWeek(6, 7), false);'],
          },
          {
            title: 'sums and sorts',
            lines: [
              'assert.equal(sumOf([1, 2, 3], (one) => one), 6);',
              'assert.deepEqual(greatestFirst([1, 3, 2], (one) => one), [3, 2, 1]);',
            ],
          },
          {
            title: 'knows identifiers',
            lines: [
              "assert.equal(isIdentifier(identifier('AB', 12)), true);",
              "assert.equal(isIdentifier('12'), false);",
            ],
          },
        ],
      },
    ],
  };
}
