import type { Dealer } from 'zeromq';
import type { CurveClient } from './curve.js';
import { openDealer } from './sockets.js';

export interface LinkEvents {
  /** Connected and past the handshake: what is sent now reaches the peer or ends with `down`. */
  up(): void;
  /** What was sent and not answered is lost or unknown. */
  down(why: string, wasUp: boolean): void;
  message(bytes: Uint8Array): void;
}

const FIRST_DELAY_MS = 20;
const MAX_DELAY_MS = 500;
const ATTEMPT_MS = 4_000;
const SETTLED_MS = 1_000;
const endings = new Set(['disconnect', 'connect:retry', 'handshake:error:auth', 'handshake:error:protocol', 'handshake:error:other']);

/** Full jitter: anywhere between nothing and a bound that doubles, so that many clients of one server do not return together. */
export const backOff = (attempt: number, random = Math.random()): number =>
  random * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt, 16));

/**
 * One connection to one server, made again whenever it breaks. Each attempt has a socket of its own: libzmq would otherwise
 * keep what was queued for the dead server and deliver it, late, to the next one.
 */
export class Link {
  #socket: Dealer | undefined;
  #upSince: number | undefined;
  #attempt = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly endpoint: string,
    private readonly curve: CurveClient | undefined,
    private readonly events: LinkEvents,
  ) {
    this.#open();
  }

  get up(): boolean {
    return this.#upSince !== undefined;
  }

  /** Resolves once queued. One call at a time: zeromq.js throws EBUSY on a second one. Rejects when the link breaks meanwhile. */
  async send(bytes: Uint8Array): Promise<void> {
    if (!this.#socket || !this.up) throw new Error('link is down');
    await this.#socket.send(bytes);
  }

  close(): void {
    this.#closed = true;
    this.#drop();
  }

  #open(): void {
    const socket = openDealer(this.curve);
    this.#socket = socket;
    this.#timer = setTimeout(() => this.#broken(socket, 'no handshake'), ATTEMPT_MS);
    void this.#watch(socket);
    void this.#read(socket);
    socket.connect(this.endpoint);
  }

  #connected(socket: Dealer): void {
    if (socket !== this.#socket) return;
    clearTimeout(this.#timer);
    this.#upSince = performance.now();
    this.events.up();
  }

  #broken(socket: Dealer, why: string): void {
    if (socket !== this.#socket) return;
    const wasUp = this.up;
    if (this.#upSince !== undefined && performance.now() - this.#upSince > SETTLED_MS) this.#attempt = 0;
    this.#drop();
    this.events.down(why, wasUp);
    if (!this.#closed) this.#openLater();
  }

  #openLater(): void {
    this.#timer = setTimeout(() => {
      try {
        this.#open();
      } catch (thrown) {
        // EMFILE: strangers may hold all our file descriptors for the moment
        this.events.down(String((thrown as NodeJS.ErrnoException).code), false);
        this.#openLater();
      }
    }, backOff(this.#attempt++));
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#upSince = undefined;
    this.#socket?.close();
    this.#socket = undefined;
  }

  /** By `receive()`: the event emitter of zeromq.js loads a module late, which fails in a second test file of one process. */
  async #watch(socket: Dealer): Promise<void> {
    try {
      for await (const { type } of socket.events) {
        if (type === 'handshake') this.#connected(socket);
        else if (endings.has(type)) this.#broken(socket, type);
      }
    } catch (thrown) {
      this.#broken(socket, String((thrown as NodeJS.ErrnoException).code));
    }
  }

  async #read(socket: Dealer): Promise<void> {
    try {
      for await (const [bytes, ...more] of socket) {
        if (socket !== this.#socket) return;
        if (bytes && more.length === 0) this.events.message(bytes);
      }
    } catch (thrown) {
      // EAGAIN is how a pending receive ends when its socket closes
      if (socket === this.#socket) this.#broken(socket, String((thrown as NodeJS.ErrnoException).code));
    }
  }
}
