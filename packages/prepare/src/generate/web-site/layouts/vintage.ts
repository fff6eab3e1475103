import { escapeHtml, percent } from '../html.js';
import type { Layout } from '../layout.js';

/** Old markup in capitals, tags left open, fields set off by line breaks. */
export const vintage: Layout = (page, words) => `<HTML>
<HEAD><TITLE>${escapeHtml(page.name)} - Home Page</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF">
<CENTER><FONT SIZE="5">${escapeHtml(page.name)}</FONT></CENTER>
<HR>
<B>${words.holder.toUpperCase()}:</B> ${escapeHtml(page.holder)}<BR>
<B>FORMER ${words.holder.toUpperCase()}:</B> ${escapeHtml(page.predecessor)}<BR>
<B>${words.figure.toUpperCase()} (${words.thenMark}):</B> ${page.formerFigure}<BR>
<B>${words.figure.toUpperCase()} (NOW):</B> ${page.figure}<BR>
<B>REFERENCE:</B> ${page.reference}<BR>
<HR>
<FONT SIZE="2">${words.sharesOld}
<UL>
${page.shares.map(({ label, tenths }) => `<LI>${percent(tenths)}% - ${escapeHtml(label)}`).join('\n')}
</UL>
</FONT>
</BODY>
</HTML>
`;
