import type { Socket } from 'node:net';
import { assertSendable, Owner } from '../owner.js';
import type { Link, LinkCloseReason, TransportLimits } from '../transport.js';
import { Gather } from './gather.js';
import type { Decoder, DecoderHost, StreamProtocol } from './protocol.js';

/** Where accepted links live. One object for all of them: ten thousand idle peers are mostly closures otherwise. */
export interface LinkHome {
  /** The peer may be introduced to an owner. */
  ready(link: StreamLink): void;
  gone(link: StreamLink): void;
}

/**
 * One connected socket. What one turn of the event loop sends leaves in one write; while that write is under way the
 * next one gathers. Reading is never paused: the credit of the layer above bounds what a peer may have sent.
 */
export class StreamLink implements Link, DecoderHost {
  readonly owner: Owner;
  readonly #gather: Gather;
  readonly #decoder: Decoder;
  #writing = 0; // bytes handed to the socket and not yet to the kernel
  #scheduled = false;
  #full = false;
  #closing = false;
  #gone = false;
  #source: string | undefined;
  #stall: NodeJS.Timeout | undefined;
  #deadline: NodeJS.Timeout | undefined; // of the first message, later of the flush after close()

  constructor(
    private readonly socket: Socket,
    private readonly protocol: StreamProtocol,
    private readonly limits: TransportLimits,
    onFault: (thrown: unknown) => void,
    private readonly home?: LinkHome,
  ) {
    this.owner = new Owner(this, onFault);
    this.#gather = new Gather(protocol);
    this.#decoder = protocol.decoder(limits.maxReceivedBytes, this);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, keepAliveMs);
    (socket as LinkedSocket)[linkOf] = this;
    socket.on('data', onData).on('end', onEnd).on('error', onLost).on('close', onLost);
  }

  /** Asked of the socket when somebody wants to know: few do. */
  get source(): string {
    return (this.#source ??= sourceOf(this.protocol.scheme, this.socket));
  }

  /** @internal From the socket. */
  arrived(chunk: Buffer): void {
    const fault = this.#closing ? undefined : this.#decoder.push(chunk);
    if (fault) this.end(fault);
  }

  send(bytes: Uint8Array): boolean {
    assertSendable(bytes, this.limits.maxMessageBytes);
    if (this.#closing || this.#gone) return false;
    this.#gather.add(bytes);
    this.#schedule();
    if (this.#writing + this.#gather.bytes < this.limits.highWaterBytes) return true;
    this.#full = true;
    return false;
  }

  close(): void {
    if (this.#closing || this.#gone) return;
    this.#closing = true;
    this.owner.mute();
    this.#decoder.stop();
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.end('local'), this.limits.closeMs);
    this.#schedule(); // the FIN goes out behind everything queued; the peer's FIN or the deadline then ends the link
  }

  /** For accepted links: says the opening, and ends the link unless a whole message arrives in time (slow-loris). */
  expectFirst(opening: Uint8Array | undefined): void {
    if (opening) this.reply(opening);
    this.#deadline = setTimeout(() => this.end('stalled'), this.limits.firstMessageMs);
  }

  /** Hands on what has gathered, unless a write is under way: `#written` comes back for the rest. */
  flush(): void {
    this.#scheduled = false;
    if (this.#gone) return;
    while (this.#writing === 0 && this.#gather.bytes > 0) this.#write();
    if (this.#closing && this.#writing === 0) this.socket.end();
  }

  #schedule(): void {
    if (this.#scheduled || this.#writing > 0) return;
    this.#scheduled = true;
    process.nextTick(flush, this); // not a microtask: senders that await between messages still share one write
  }

  #write(): void {
    const parts = this.#gather.take();
    const last = parts.length - 1;
    if (last > 0) this.socket.cork();
    for (let i = 0; i < last; i += 1) this.socket.write(parts[i] as Uint8Array);
    this.socket.write(parts[last] as Uint8Array, this.#written);
    if (last > 0) this.socket.uncork();
    this.#writing = this.socket.writableLength;
    if (this.#writing === 0)
      this.#gather.release(); // the usual case: the kernel took it all at once
    else this.#stall = setTimeout(() => this.end('stalled'), this.limits.stallMs);
  }

  /** Called some time after each write; that one write is over shows only in the length of the socket's queue. */
  readonly #written = (error?: Error | null): void => {
    if (error || this.#gone || this.socket.writableLength > 0) return;
    if (this.#writing > 0) {
      clearTimeout(this.#stall);
      this.#writing = 0;
      this.#gather.release();
      this.flush();
    }
    if (this.#full && this.#writing + this.#gather.bytes <= this.limits.lowWaterBytes) {
      this.#full = false;
      this.owner.drained();
    }
  };

  /** From the decoder: bytes of the protocol itself. */
  reply(bytes: Uint8Array): void {
    if (this.#writing + this.#gather.bytes >= this.limits.highWaterBytes) return; // who does not read needs no answers
    this.#gather.raw(bytes);
    this.#schedule();
  }

  /** From the decoder: the opening is over. */
  ready(): void {
    this.home?.ready(this);
  }

  /** From the decoder: one message. */
  message(bytes: Uint8Array): void {
    if (this.#deadline) {
      clearTimeout(this.#deadline);
      this.#deadline = undefined;
    }
    this.owner.received(bytes);
  }

  /** @internal From the socket, and for whatever else ends the link: later calls do nothing. */
  end(reason: LinkCloseReason): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#decoder.stop();
    clearTimeout(this.#stall);
    clearTimeout(this.#deadline);
    if (reason === 'ended' || reason === 'local') this.socket.destroy();
    else this.socket.resetAndDestroy(); // what is queued for such a peer is worth nothing: give the kernel's memory back too
    this.home?.gone(this);
    this.owner.closed(this.#closing ? 'local' : reason);
  }
}

/** Idle time before probes; ten probes a second apart then decide. Finds peers that vanished without a word. */
const keepAliveMs = 15_000;

/** Where the handlers below, one for all sockets, find the link: closures of each link were a good part of an idle one. */
const linkOf = Symbol('link');
type LinkedSocket = Socket & { [linkOf]: StreamLink };
function onData(this: Socket, chunk: Buffer): void {
  (this as LinkedSocket)[linkOf].arrived(chunk);
}
function onEnd(this: Socket): void {
  (this as LinkedSocket)[linkOf].end('ended');
}
function onLost(this: Socket): void {
  (this as LinkedSocket)[linkOf].end('peer_unreachable');
}

const flush = (link: StreamLink): void => link.flush();

/** The scheme and the peer's address; IPv4 looks the same whether or not the listener speaks IPv6 too. */
const sourceOf = (scheme: string, socket: Socket): string => `${scheme}:${socket.remoteAddress?.replace(/^::ffff:/, '') ?? 'unknown'}`;
