import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { parseEndpoint } from '../endpoint.js';

/** Upwards is from the dialler to the listener. */
export type Way = 'up' | 'down';

/** A network between dialler and listener that does as the test says. */
export interface Network {
  /** Dial this instead of the listener. */
  readonly endpoint: string;
  /** Nothing passes that way any more, and nobody is told: the sender's buffers fill. */
  pause(way: Way): void;
  resume(way: Way): void;
  /** Every connection through here is reset, at both ends. */
  cut(): void;
  close(): Promise<void>;
}

/** A TCP proxy on a port of its own in front of one endpoint (tcp:// or zmq://). All settings can change while it runs. */
export class ChaosProxy implements Network {
  /** Passes every chunk on in pieces of so many bytes, each in a write and a turn of its own. */
  sliceBytes: number | undefined;
  /** How long each chunk is held before it passes; order is kept. */
  delayMs = 0;
  /** Changes what passes; an empty result drops the chunk. Chunks are as the kernel gives them: no message boundaries. */
  rewrite: ((chunk: Buffer, way: Way) => Buffer) | undefined;
  /** Connections accepted so far. */
  accepted = 0;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  readonly #paused = new Set<Way>();
  #wake: (() => void)[] = [];

  private constructor(
    readonly endpoint: string,
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {
    server.on('connection', (socket) => this.#join(socket));
  }

  static async before(endpoint: string): Promise<ChaosProxy> {
    const target = parseEndpoint(endpoint);
    if (target.scheme === 'memory') throw new RangeError('memory:// has no TCP to stand between');
    const server = createServer({ noDelay: true, allowHalfOpen: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new ChaosProxy(`${target.scheme}://127.0.0.1:${port}`, server, target);
  }

  pause(way: Way): void {
    this.#paused.add(way);
  }

  resume(way: Way): void {
    this.#paused.delete(way);
    const wake = this.#wake;
    this.#wake = [];
    for (const go of wake) go();
  }

  cut(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.resetAndDestroy();
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.cut();
    });
  }

  #join(near: Socket): void {
    this.accepted += 1;
    const far = connect({ ...this.target, noDelay: true, allowHalfOpen: true });
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', (failed) => {
        for (const other of pair) if (failed && !other.destroyed) other.resetAndDestroy();
        if (pair.every(({ destroyed }) => destroyed)) this.#pairs.delete(pair);
      });
    }
    void this.#carry(near, far, 'up');
    void this.#carry(far, near, 'down');
  }

  async #carry(from: Socket, to: Socket, way: Way): Promise<void> {
    try {
      for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
        while (this.#paused.has(way)) await new Promise<void>((resolve) => this.#wake.push(resolve));
        const bytes = this.rewrite ? this.rewrite(chunk, way) : chunk;
        const step = this.sliceBytes ?? bytes.length;
        for (let at = 0; at < bytes.length; at += step) {
          if (!to.write(bytes.subarray(at, at + step))) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
          if (this.sliceBytes !== undefined) await new Promise((resolve) => setImmediate(resolve));
        }
      }
      to.end(); // a FIN passes as one
    } catch {
      // one side was reset: the other side is, on its 'close'
    }
  }
}
