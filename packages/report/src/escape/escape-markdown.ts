import { visibleText } from './visible-text.js';

// GitHub and remark look for addresses after backslashes are resolved, so no escape stops them; a code span does.
const linkable = /:\/\/|www\.|@|mailto:|xmpp:/i;
const special = /[\\`*_[\]<>&|~!(){}$^]/g;
const leading = /^(?:[#+\-=:]|\d+[.)])/;

/**
 * Untrusted text as one inline piece of GitHub-flavoured Markdown, also in a table cell: it renders as itself and starts
 * no link, image, HTML, emphasis, heading, list or cell. Words that would become links are shown as code.
 */
export function escapeMarkdown(text: string): string {
  const words = visibleText(text)
    .trim()
    .split(/([\s|]+)/);
  return words
    .map((word, index) => {
      if (index % 2 === 1) return word.replace(/\|/g, '\\|');
      if (linkable.test(word)) return codeSpan(word);
      const escaped = word.replace(special, '\\$&');
      // A block marker counts at the start of a line only, and the caller's line may start with this text.
      return index > 1 || (index === 1 && words[0] !== '')
        ? escaped
        : escaped.replace(leading, (marker) => `${marker.slice(0, -1)}\\${marker.slice(-1)}`);
    })
    .join('');
}

/** Untrusted text as inline code, also in a table cell; pipes stand between two spans, since a cell would end there. */
export function markdownCode(text: string): string {
  const visible = visibleText(text).trim();
  if (visible === '') return '';
  return visible
    .split(/(\|+)/)
    .map((piece, index) => (index % 2 === 1 ? piece.replace(/\|/g, '\\|') : codeSpan(piece)))
    .join('');
}

function codeSpan(text: string): string {
  if (text === '') return '';
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
