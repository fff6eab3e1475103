import type { FetchRequest } from '@obey/process';
import { shellQuote } from './shell-quote.js';

const nodeScript = [
  'const [url, file, options] = process.argv.slice(1);',
  'fetch(url, JSON.parse(options)).then(async (answer) => {',
  'console.log(answer.status);',
  'require("node:fs").writeFileSync(file, Buffer.from(await answer.arrayBuffer()));',
  '}, (error) => { console.error(String(error.cause ?? error)); process.exit(7); })',
].join(' ');

/**
 * A shell command that asks `url`, prints the status on its first line and then the body, and leaves the body in `file`.
 * `curl` when the machine has it, else the given `node`.
 */
export function fetchCommand(
  url: string,
  request: FetchRequest,
  file: string,
  tool: { curl: boolean; node: string },
): string {
  const method = request.method ?? 'GET';
  const target = shellQuote(file);
  const show = `cat ${target} 2>/dev/null || true`;
  const headers = { ...request.headers };
  // What the Fetch standard sends with a text; curl would claim a form.
  if (request.body !== undefined && !Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')) {
    headers['content-type'] = 'text/plain;charset=UTF-8';
  }
  if (!tool.curl) {
    const options = JSON.stringify({ method, headers, body: request.body });
    return `${shellQuote(tool.node)} -e ${shellQuote(nodeScript)} ${shellQuote(url)} ${target} ${shellQuote(options)} && { ${show}; }`;
  }
  const words = ['curl', '-gsS', '-o', target, '-w', shellQuote('%{http_code}\\n')];
  if (method !== 'GET') words.push('-X', method);
  for (const [name, value] of Object.entries(headers)) words.push('-H', shellQuote(`${name}: ${value}`));
  if (request.body !== undefined) words.push('--data-raw', shellQuote(request.body));
  return `${words.join(' ')} ${shellQuote(url)} && { ${show}; }`;
}
