import { expect, it } from 'vitest';
import { html } from './markup.js';

it('escapes values and leaves its own results alone', () => {
  const inner = html`<b title="${'"'}">${'<i>'}</b>`;
  expect(html`<p>${inner}${[inner, '&']}${null}${false}${3}</p>`.toString()).toBe(
    '<p><b title="&quot;">&lt;i&gt;</b><b title="&quot;">&lt;i&gt;</b>&amp;3</p>',
  );
});
