import type { IncomingMessage } from 'node:http';
import type { RequestTarget } from '@obey/process';
import type { Answer, Json } from '@obey/schema';
import type { ServiceRequest } from './stateful-service.js';

export interface Received {
  /** The answer that a body too large or never whole deserves. */
  readonly problem?: Pick<Answer, 'status' | 'headers' | 'body'>;
  /** Empty where there is a problem. */
  readonly body: Buffer;
}

/** Takes in a request's body, up to `maxBytes`. */
export function receiveRequest(request: IncomingMessage, maxBytes: number): Promise<Received> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const refuse = (status: number, body: string) =>
      resolve({ problem: { status, headers: {}, body }, body: Buffer.alloc(0) });
    const finish = () =>
      request.complete ? resolve({ body: Buffer.concat(chunks) }) : refuse(408, 'Request Timeout\n');
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else refuse(413, 'Content Too Large\n');
    });
    request.once('end', finish);
    request.once('close', finish);
    request.on('error', () => refuse(408, 'Request Timeout\n'));
  });
}

/** A request as a service that keeps state sees it. */
export function serviceRequest(method: string, { path, query }: RequestTarget, body: Buffer): ServiceRequest {
  return {
    method,
    path,
    query: Object.fromEntries(new URLSearchParams(query ?? '')),
    body: body.length === 0 ? undefined : jsonOrText(body.toString()),
  };
}

function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
