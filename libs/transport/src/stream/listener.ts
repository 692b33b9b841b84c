import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { formatEndpoint } from '../endpoint.js';
import { cannotListen } from '../errors.js';
import type { Accept, LinkEvents, Listener, TransportLimits } from '../transport.js';
import { StreamLink } from './link.js';
import type { LinkHome } from './link.js';
import type { StreamProtocol } from './protocol.js';

/** Connections the kernel holds for us between two turns: a whole fleet comes back at once after a restart. */
const backlog = 4096;

/** A listening socket and the links accepted on it. */
export class StreamListener implements Listener, LinkHome {
  endpoint = '';
  readonly #server: Server;
  readonly #links = new Set<StreamLink>();
  #closed: Promise<void> | undefined;

  constructor(
    private readonly protocol: StreamProtocol,
    private readonly accept: Accept,
    private readonly limits: TransportLimits,
    private readonly onFault: (thrown: unknown) => void,
  ) {
    this.#server = createServer((socket) => this.#welcome(socket));
  }

  open(endpoint: string, host: string, port: number): Promise<this> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', (cause) => reject(cannotListen(endpoint, cause)));
      this.#server.listen({ host, port, backlog }, () => {
        const { port: real } = this.#server.address() as AddressInfo;
        this.endpoint = formatEndpoint({ scheme: this.protocol.scheme, host, port: real });
        this.#server.removeAllListeners('error');
        this.#server.on('error', this.onFault); // e.g. out of file descriptors: that peer is lost, not the process
        resolve(this);
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
    const link = new StreamLink(socket, this.protocol, this.limits, this.onFault, this);
    this.#links.add(link);
    link.expectFirst(this.protocol.opening);
    if (!this.protocol.opening) this.ready(link);
  }

  ready(link: StreamLink): void {
    let events: LinkEvents | undefined;
    try {
      events = this.accept(link);
    } catch (thrown) {
      this.onFault(thrown);
    }
    if (events) link.owner.meet(events);
    else link.close();
  }

  gone(link: StreamLink): void {
    this.#links.delete(link);
  }
}
