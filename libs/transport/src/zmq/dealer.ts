import type { Dealer } from 'zeromq';
import { assertSendable, Owner } from '../owner.js';
import type { Link, LinkCloseReason, TransportLimits } from '../transport.js';

const quietMs = 2;

/**
 * A connected DEALER as one link. libzmq takes one send at a time (a second one while the first waits for room throws
 * EBUSY), so messages wait in a queue of our own, whose bytes we can count, and one pump empties it.
 */
export class DealerLink implements Link {
  readonly owner: Owner;
  #queue: Uint8Array[] = [];
  #queued = 0;
  #pumping = false;
  #taken = 0; // messages libzmq has taken so far: the progress a stall is judged by
  #heard = 0; // messages libzmq has given
  #full = false;
  #closing = false;
  #closeBy = 0;
  #gone = false;
  #stall: NodeJS.Timeout | undefined;
  #deadline: NodeJS.Timeout | undefined;

  constructor(
    readonly source: string,
    private readonly socket: Dealer,
    private readonly limits: TransportLimits,
    onFault: (thrown: unknown) => void,
  ) {
    this.owner = new Owner(this, onFault);
    void this.#read();
  }

  send(bytes: Uint8Array): boolean {
    assertSendable(bytes, this.limits.maxMessageBytes);
    if (this.#closing || this.#gone) return false;
    this.#queue.push(bytes);
    this.#queued += bytes.length;
    if (!this.#pumping) void this.#pump();
    if (this.#queued < this.limits.highWaterBytes) return true;
    this.#full = true;
    return false;
  }

  close(): void {
    if (this.#closing || this.#gone) return;
    this.#closing = true;
    this.owner.mute();
    this.#closeBy = performance.now() + this.limits.closeMs;
    this.#deadline = setTimeout(() => this.#end('local'), this.limits.closeMs);
    if (!this.#pumping) setImmediate(() => this.#end('local')); // else the pump does, when it is through
  }

  /**
   * The connection is gone. What came before it went may still wait inside libzmq, whose events overtake its messages:
   * it is read until nothing has come for a moment. (Asking `socket.readable` instead would swallow the wake-up of a
   * receive that is under way.)
   */
  lost(): void {
    const before = this.#heard;
    setTimeout(() => {
      if (this.#heard === before) this.#end('ended');
      else this.lost();
    }, quietMs);
  }

  async #pump(): Promise<void> {
    this.#pumping = true;
    this.#stall ??= setTimeout(this.#judgeStall, this.limits.stallMs, this.#taken);
    try {
      while (this.#queue.length > 0) {
        const batch = this.#queue;
        this.#queue = [];
        for (const bytes of batch) {
          await this.socket.send(bytes); // settled at once while libzmq has room: one microtask
          this.#taken += 1;
          this.#queued -= bytes.length;
        }
        if (this.#full && this.#queued <= this.limits.lowWaterBytes) {
          this.#full = false;
          this.owner.drained();
        }
      }
    } catch {
      return; // the socket was closed under us: #end has told the owner
    }
    this.#pumping = false;
    if (this.#closing) this.#end('local');
  }

  /** One timer serves many sends; it finds a stall after stallMs to twice that. */
  readonly #judgeStall = (takenBefore: number): void => {
    this.#stall = undefined;
    if (!this.#pumping) return;
    if (this.#taken === takenBefore) this.#end('stalled');
    else this.#stall = setTimeout(this.#judgeStall, this.limits.stallMs, this.#taken);
  };

  async #read(): Promise<void> {
    try {
      for (;;) {
        const parts = await this.socket.receive();
        this.#heard += 1;
        const bytes = parts[0];
        if (parts.length !== 1 || !bytes?.length) return this.#end('malformed');
        this.owner.received(bytes);
      }
    } catch {
      // the socket was closed: #end has told the owner
    }
  }

  #end(reason: LinkCloseReason): void {
    if (this.#gone) return;
    this.#gone = true;
    clearTimeout(this.#stall);
    clearTimeout(this.#deadline);
    // only our own close has anything worth flushing, for what is left of its time; libzmq does it in the background
    this.socket.linger = this.#closing ? Math.max(0, Math.ceil(this.#closeBy - performance.now())) : 0;
    this.socket.close();
    this.owner.closed(this.#closing ? 'local' : reason);
  }
}
