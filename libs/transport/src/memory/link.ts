import { assertSendable, Owner } from '../owner.js';
import type { Link, LinkCloseReason, TransportLimits } from '../transport.js';

/** May change, drop, repeat or reorder what a link was given to carry: the man in the middle of tests. */
export type Tamper = (bytes: Uint8Array) => readonly Uint8Array[];

/** One end of an in-process connection, and the lane of messages towards the other end. */
export class MemoryLink implements Link {
  readonly owner: Owner;
  tamper: Tamper | undefined;
  #other: MemoryLink | undefined;
  #queue: Uint8Array[] = [];
  #queued = 0;
  #full = false;
  #held = false;
  #closing = false;
  #gone = false;
  #turn: NodeJS.Immediate | undefined;
  #stall: NodeJS.Timeout | undefined;
  #deadline: NodeJS.Timeout | undefined; // of the first message, later of the flush after close()

  constructor(
    readonly source: string,
    private readonly limits: TransportLimits,
    onFault: (thrown: unknown) => void,
    private readonly onGone: () => void = () => undefined,
  ) {
    this.owner = new Owner(this, onFault);
  }

  static join(a: MemoryLink, b: MemoryLink): void {
    a.#other = b;
    b.#other = a;
  }

  send(bytes: Uint8Array): boolean {
    assertSendable(bytes, this.limits.maxMessageBytes);
    if (this.#closing || this.#gone) return false;
    for (const carried of this.tamper?.(bytes) ?? [bytes]) {
      this.#queue.push(carried);
      this.#queued += carried.length;
    }
    this.#stall ??= setTimeout(() => this.#end('stalled', 'peer_unreachable'), this.limits.stallMs);
    this.#schedule();
    if (this.#queued < this.limits.highWaterBytes) return true;
    this.#full = true;
    return false;
  }

  close(): void {
    if (this.#closing || this.#gone) return;
    this.#closing = true;
    this.owner.mute();
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#end('local', 'ended'), this.limits.closeMs);
    this.#schedule();
  }

  /** Slow-loris: ends the link unless a message arrives in time. */
  expectFirst(): void {
    this.#deadline = setTimeout(() => this.#end('stalled', 'peer_unreachable'), this.limits.firstMessageMs);
  }

  /** Keeps everything queued back, or lets it go again. */
  hold(held: boolean): void {
    this.#held = held;
    this.#schedule();
  }

  /** As if the cable had been cut: both ends lose the link. */
  cut(): void {
    this.#end('peer_unreachable', 'peer_unreachable');
  }

  #schedule(): void {
    // A turn of its own, not a microtask: two ends that answer each other must not starve timers and sockets.
    if (!this.#held && !this.#gone) this.#turn ??= setImmediate(() => this.#deliver());
  }

  #deliver(): void {
    this.#turn = undefined;
    if (this.#held) return;
    const batch = this.#queue;
    this.#queue = [];
    this.#queued = 0;
    clearTimeout(this.#stall);
    this.#stall = undefined;
    for (const bytes of batch) this.#other?.arrive(bytes);
    if (this.#closing) this.#end('local', 'ended');
    if (this.#full && !this.#gone) {
      this.#full = false;
      this.owner.drained();
    }
  }

  arrive(bytes: Uint8Array): void {
    if (this.#closing || this.#gone) return;
    if (bytes.length > this.limits.maxReceivedBytes) return this.#end('too_large', 'peer_unreachable');
    if (bytes.length === 0) return this.#end('malformed', 'peer_unreachable');
    clearTimeout(this.#deadline);
    this.owner.received(bytes);
  }

  #end(reason: LinkCloseReason, told: LinkCloseReason): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#queue = [];
    clearTimeout(this.#stall);
    clearTimeout(this.#deadline);
    clearImmediate(this.#turn);
    this.onGone();
    this.owner.closed(this.#closing ? 'local' : reason);
    if (this.#other) this.#other.#end(told, reason);
  }
}
