import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const paths = new Set(['/live', '/ready', '/metrics']);
const MAX_HEADER_BYTES = 4_096;
const MAX_CONNECTIONS = 64;
const REQUEST_MS = 5_000;

/** Express for three paths: small limits, hardened headers, and JSON for everything else whatever modules are loaded. */
export class HealthAdapter extends ExpressAdapter {
  override initHttpServer(options: NestApplicationOptions): void {
    super.initHttpServer(options);
    const server = createServer(
      {
        maxHeaderSize: MAX_HEADER_BYTES,
        headersTimeout: REQUEST_MS,
        requestTimeout: REQUEST_MS,
        keepAliveTimeout: REQUEST_MS,
        connectionsCheckingInterval: 1_000,
      },
      this.getInstance(),
    );
    server.maxConnections = MAX_CONNECTIONS;
    this.httpServer = server;
    this.disable('x-powered-by');
    this.disable('etag');
    this.use(onlyProbes);
  }

  override close(): Promise<unknown> | undefined {
    const closed = super.close();
    this.httpServer.closeAllConnections(); // a scraper's kept connection must not hold the process
    return closed;
  }
}

export function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

export const answerJson = (response: ServerResponse, status: number, body: object): void =>
  answer(response, status, 'application/json; charset=utf-8', `${JSON.stringify(body)}\n`);

function onlyProbes(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const refuse = (status: number, error: string): void => {
    response.shouldKeepAlive = false;
    answerJson(response, status, { error });
  };
  if (request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) !== 0) {
    return refuse(413, 'no body is accepted here');
  }
  if (!paths.has((request.url ?? '').split('?', 1)[0]!)) return refuse(404, 'not found');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'method not allowed');
  return next();
}
