import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { endpointOf, formatEndpoint } from '../endpoint.js';
import { aborted, cannotListen, timedOut, unreachable } from '../errors.js';
import { warnOfFault } from '../owner.js';
import { limitsFrom } from '../transport.js';
import type { Accept, Link, LinkEvents, Listener, Transport, TransportLimits, TransportOptions } from '../transport.js';
import { TcpLink } from './link.js';

/** Connections the kernel holds for us between two turns: a whole fleet comes back at once after a restart. */
const backlog = 4096;

/** Messages behind a 4-byte big-endian length, over plain TCP: the cheapest edge. */
export function tcpTransport({ onFault = warnOfFault }: TransportOptions = {}): Transport {
  return Object.freeze<Transport>({
    scheme: 'tcp',

    async listen(endpoint, accept, given) {
      const at = endpointOf('tcp', endpoint, 'listen');
      const listener = new TcpListener(accept, limitsFrom(given), onFault);
      await listener.open(endpoint, at.host, at.port);
      return listener;
    },

    async dial(endpoint, events, { signal, timeoutMs = 10_000, ...given } = {}): Promise<Link> {
      const { host, port } = endpointOf('tcp', endpoint, 'dial');
      const limits = limitsFrom(given);
      const socket = await connected(endpoint, host, port, timeoutMs, signal);
      const link = new TcpLink(sourceOf(socket), socket, limits, onFault);
      try {
        link.owner.meet(events(link));
      } catch (thrown) {
        link.close();
        throw thrown;
      }
      return link;
    },
  });
}

class TcpListener implements Listener {
  endpoint = '';
  readonly #server: Server;
  readonly #links = new Set<TcpLink>();
  #closed: Promise<void> | undefined;

  constructor(
    private readonly accept: Accept,
    private readonly limits: TransportLimits,
    private readonly onFault: (thrown: unknown) => void,
  ) {
    this.#server = createServer((socket) => this.#welcome(socket));
  }

  open(endpoint: string, host: string, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', (cause) => reject(cannotListen(endpoint, cause)));
      this.#server.listen({ host, port, backlog }, () => {
        const { port: real } = this.#server.address() as AddressInfo;
        this.endpoint = formatEndpoint({ scheme: 'tcp', host, port: real });
        this.#server.removeAllListeners('error');
        this.#server.on('error', this.onFault); // e.g. out of file descriptors: this peer is lost, not the process
        resolve();
      });
    });
  }

  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      this.#server.close(() => resolve()); // calls back when the last connection is gone
      for (const link of this.#links) link.close();
    });
    return this.#closed;
  }

  #welcome(socket: Socket): void {
    if (this.#closed || this.#links.size >= this.limits.maxLinks) {
      socket.destroy();
      return;
    }
    const link = new TcpLink(sourceOf(socket), socket, this.limits, this.onFault, () => this.#links.delete(link));
    this.#links.add(link);
    link.expectFirst();
    let events: LinkEvents | undefined;
    try {
      events = this.accept(link);
    } catch (thrown) {
      this.onFault(thrown);
    }
    if (events) link.owner.meet(events);
    else link.close();
  }
}

/** An open connection; every way out leaves no socket, timer or listener behind. */
function connected(endpoint: string, host: string, port: number, timeoutMs: number, signal: AbortSignal | undefined): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted(endpoint, signal.reason));
    const socket = connect({ host, port });
    const settle = (failure?: Error): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.removeAllListeners('error');
      if (!failure) return resolve(socket);
      socket.on('error', () => undefined); // a late one has nobody left to tell
      socket.destroy();
      reject(failure);
    };
    const onAbort = (): void => settle(aborted(endpoint, signal?.reason));
    const timer = setTimeout(() => settle(timedOut(endpoint, timeoutMs)), timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    socket.once('error', (cause) => settle(unreachable(endpoint, cause)));
    socket.once('connect', () => settle());
  });
}

/** `tcp:` and the peer's address; IPv4 looks the same whether or not the listener speaks IPv6 too. */
const sourceOf = (socket: Socket): string => `tcp:${socket.remoteAddress?.replace(/^::ffff:/, '') ?? 'unknown'}`;
