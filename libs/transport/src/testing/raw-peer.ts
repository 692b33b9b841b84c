import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { parseEndpoint } from '../endpoint.js';

/** A bare TCP connection to a listener, for peers that keep no rules. */
export class RawPeer {
  #heard = Buffer.alloc(0);
  #over = false;
  #waiting: (() => void)[] = [];

  private constructor(readonly socket: Socket) {
    const told = (): void => {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) resolve();
    };
    socket.on('data', (chunk: Buffer) => {
      this.#heard = Buffer.concat([this.#heard, chunk]);
      told();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#over = true;
      told();
    });
  }

  static async connect(endpoint: string): Promise<RawPeer> {
    const target = parseEndpoint(endpoint);
    if (target.scheme === 'memory') throw new RangeError('memory:// has no TCP to connect to');
    const socket = connect({ host: target.host, port: target.port, noDelay: true });
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new RawPeer(socket);
  }

  send(...pieces: readonly (Uint8Array | readonly number[])[]): void {
    this.socket.write(Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
  }

  /** Each byte in a segment and a turn of its own. */
  async trickle(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length && !this.#over; at += 1) {
      this.socket.write(bytes.subarray(at, at + 1));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  get heard(): Buffer {
    return this.#heard;
  }

  /** Resolves with everything heard as soon as that is `count` bytes; rejects when the connection ends before. */
  async hear(count: number): Promise<Buffer> {
    while (this.#heard.length < count) {
      if (this.#over) throw new Error(`the connection ended after ${this.#heard.length} bytes`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.#heard;
  }

  /** Resolves when the far end has closed or reset the connection. */
  async end(): Promise<void> {
    while (!this.#over) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    this.socket.destroy();
  }
}
