import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

export type Way = 'up' | 'down';

/** One transport message that passed, without its length. */
export interface Passed {
  readonly link: number;
  readonly way: Way;
  readonly bytes: Buffer;
}

/** Decides what passes instead of a message; undefined: the message itself. */
export type Meddle = (message: Buffer, way: Way, link: number) => readonly Buffer[] | undefined;

/**
 * Somebody on the network between clients and a tcp:// edge: sees every message, may change, drop, repeat and invent them.
 * Each message is a 4-byte length and as many bytes.
 */
export class Tap {
  readonly passed: Passed[] = [];
  meddle: Meddle = () => undefined;
  readonly #links: { readonly near: Socket; readonly far: Socket }[] = [];

  private constructor(
    readonly port: number,
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (socket) => this.#join(socket));
  }

  /** @param port - where clients dial, 0 for any; `target`: the port of the edge. */
  static async between(port: number, target: number): Promise<Tap> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    return new Tap((server.address() as AddressInfo).port, server, target);
  }

  /** Links seen so far; the newest one is `links - 1`. */
  get links(): number {
    return this.#links.length;
  }

  /** What passed one way, of all links or one. */
  of(way: Way, link?: number): readonly Buffer[] {
    return this.passed.filter((one) => one.way === way && (link === undefined || one.link === link)).map(({ bytes }) => bytes);
  }

  /** What passed one way on the links from a certain one on. */
  since(link: number, way: Way): readonly Buffer[] {
    return this.passed.filter((one) => one.way === way && one.link >= link).map(({ bytes }) => bytes);
  }

  /** Puts a message of our own onto a link. */
  inject(link: number, way: Way, message: Uint8Array): void {
    const { near, far } = this.#links[link]!;
    (way === 'up' ? far : near).write(framed(message));
  }

  /** Resets a link at both ends, or all of them. */
  cut(link?: number): void {
    for (const { near, far } of link === undefined ? this.#links : [this.#links[link]!]) {
      reset(near);
      reset(far);
    }
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.cut();
    });
  }

  #join(near: Socket): void {
    const far = connect({ port: this.target, host: '127.0.0.1', noDelay: true });
    const link = this.#links.push({ near, far }) - 1;
    this.#carry(near, far, 'up', link);
    this.#carry(far, near, 'down', link);
  }

  #carry(from: Socket, to: Socket, way: Way, link: number): void {
    let rest: Buffer = Buffer.alloc(0);
    from.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE(0)) {
        const message = Buffer.from(rest.subarray(4, 4 + rest.readUInt32BE(0)));
        rest = rest.subarray(4 + message.length);
        this.passed.push({ link, way, bytes: message });
        for (const one of this.meddle(message, way, link) ?? [message]) to.write(framed(one));
      }
    });
    from.on('error', () => reset(to));
    from.on('end', () => to.end());
    from.on('close', () => to.destroySoon());
  }
}

/** Node loses a socket that is reset while its FIN is on the way: the descriptor stays, and the process spins where it should end. */
const reset = (socket: Socket): void =>
  void (socket.writableEnded && !socket.writableFinished ? socket.destroy() : socket.resetAndDestroy());

/** As TCP edges frame a message. */
export function framed(message: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4 + message.length);
  bytes.writeUInt32BE(message.length, 0);
  bytes.set(message, 4);
  return bytes;
}
