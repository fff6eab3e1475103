import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import type { RemoteKey } from '../settings/provider-keys.js';

/** What the server does with one request. */
export type Behaviour =
  | { readonly body: unknown; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  /** As it stands, JSON or not. */
  | { readonly text: string; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  /** Closes the connection before or within the reply, or never answers. */
  | 'reset'
  | 'break-off'
  | 'silence';

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  readonly body: any;
}

/** A real HTTP server on loopback that does, one after the other, what it is told; the last again and again. */
export async function startWireServer(...behaviours: readonly Behaviour[]) {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const behaviour = behaviours[Math.min(seen.length, behaviours.length - 1)] ?? 'reset';
    seen.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(body) });
    if (behaviour === 'silence') return;
    if (behaviour === 'reset') return void request.socket.destroy();
    if (behaviour === 'break-off') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 });
      response.write('{"id":', () => request.socket.destroy());
      return;
    }
    response.writeHead(behaviour.status ?? 200, { 'content-type': 'application/json', ...behaviour.headers });
    response.end('text' in behaviour ? behaviour.text : JSON.stringify(behaviour.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

export const testKey = 'sk-test-0123456789abcdef';

/** The variables that send a provider to such a server. */
export function wireEnvironment(provider: RemoteKey, url: string): Record<string, string> {
  const name = provider.toUpperCase().replaceAll('-', '_');
  const path = { groq: '/openai/v1', openai: '/v1', anthropic: '', 'google-ai-studio': '', ollama: '' }[provider];
  return {
    [`COMPACTBENCH_${name}_BASE_URL`]: `${url}${path}`,
    ...(provider === 'ollama' ? {} : { [`COMPACTBENCH_${name}_API_KEY`]: testKey }),
  };
}
