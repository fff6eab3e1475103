import fc from 'fast-check';

/** Texts that each try to become more than text in one of the outputs. */
export const hostileTexts: readonly string[] = [
  '<script>globalThis.owned = 1</script>',
  '</script><script>globalThis.owned = 1</script>',
  '</title></style></svg><img src=x onerror="globalThis.owned = 1">',
  '" onmouseover="globalThis.owned = 1" x="',
  "' onfocus='globalThis.owned = 1' autofocus='",
  '<!-- --><iframe src=//evil.example></iframe>',
  '<svg><foreignObject><body onload=alert(1)></foreignObject></svg>',
  '&lt;script&gt;&#60;b&#62;&amp;',
  'javascript:globalThis.owned=1',
  '| a | b |\n|---|---|\n| c | d |',
  '# heading',
  '- item\n- item',
  '> quote',
  '1. one',
  '12) twelve',
  '+ plus',
  '===',
  '---',
  '***bold*** __bold__ ~~gone~~ *i* _i_',
  '`code` ``` fence ```',
  '```js\nalert(1)\n```',
  '    indented code',
  '[link](https://evil.example) ![image](https://evil.example/x.png) [ref]: https://evil.example',
  '<https://evil.example> https://evil.example www.evil.example mail@evil.example mailto:a@evil.example',
  '(https://evil.example) **https://evil.example** `https://evil.example` https://evil.example|x|`y',
  'a\\|b \\` \\<b> trailing\\',
  '$math$ $$x$$ :smile: @user [^1] [x]',
  '<details open><summary>x</summary>',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u009b31m',
  '\u001b]0;title\u0007 \u001b[2J\u001b[H \r overwritten \b\b\b \u0000 \u007f',
  '\u202eright to left\u202c \u2066isolate\u2069 \u061c \u200e\u200f',
  'zero\u200bwidth\u200d\u2060\ufeff\u00ad\u180e\u034f tag\u{e0041}\u{e007f} sel\u{e0100}',
  'lone \ud800 surrogate \udc00',
  'line\u2028separator\u2029paragraph\u0085next\vtab\f',
  'x'.repeat(5000),
  '語'.repeat(200),
  '__proto__',
  'constructor',
  '',
  ' ',
];

const metacharacter = fc.constantFrom(
  ...'<>&"\'`|\\*_[]()#+-=:~!{}$^@/.\n\t 1a'.split(''),
  '\u001b[',
  '\u202e',
  'http://',
  'www.a.b',
);

/** Hostile texts, any Unicode, and dense mixtures of the characters that mean something somewhere. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(metacharacter, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.tuple(fc.constantFrom(...hostileTexts), fc.constantFrom(...hostileTexts)).map((pair) => pair.join(' ')),
);

/** Runs of a property: more of them in the full test. */
export const runs = (quick: number): number => (process.env.OBEY_FULL === '1' ? quick * 5 : quick);

/** Limit in ms of a test that runs a property over whole documents. */
export const propertyLimit = 300_000;
