import type { ErrorReason, SessionSettings } from '@keyway/wire';
import { codeOf, FrameWriter, isRecord, readRecordHead, recordHeadSize, writeRecordHead } from '@keyway/wire';
import { InboundFrames, type SessionRole, type StreamFrames } from './inbound.js';
import type { Traffic, TrafficKeys } from './traffic.js';

/** When a direction changes its keys, counted by its sender; a receiver gives up at the double. */
export interface RekeyLimits {
  readonly records: number;
  readonly ms: number;
}
export const defaultRekey: RekeyLimits = { records: 2 ** 20, ms: 3_600_000 };

/** What became of a transport message: taken, dropped (forged or repeated: count it, tell nobody), or the session is over. */
export type Received = 'taken' | 'dropped' | 'closed';

/**
 * One attachment of a channel to a router, the same machine at both ends. Bytes and `now` (Unix milliseconds) go in; `flush`
 * returns what is to be sent. Frames wait in `out` until then, so that all that waits leaves in one record.
 */
export class Session {
  /** Frames that wait for the next flush; write here. */
  readonly out = new FrameWriter();
  #send: TrafficKeys;
  #receive: TrafficKeys;
  #sendSeq = 0;
  #receiveSeq = 0;
  #sentSinceRekey = 0;
  #receivedSinceRekey = 0;
  #rekeyedAt: number;
  #peerRekeyedAt: number;
  #heardAt: number;
  #sentAt: number;
  #settings: SessionSettings;
  readonly #inbound: InboundFrames;
  #closed: ErrorReason | undefined;
  #retryAfterMs = 0;
  #stopping = false;

  constructor(
    readonly role: SessionRole,
    traffic: Traffic,
    settings: SessionSettings,
    now: number,
    /** The end of the lease; Infinity at a client, which asks for a new channel long before. */
    private readonly validUntilMs: number,
    private readonly rekeyLimits: RekeyLimits = defaultRekey,
  ) {
    this.#send = role === 'client' ? traffic.c2r : traffic.r2c;
    this.#receive = role === 'client' ? traffic.r2c : traffic.c2r;
    this.#settings = settings;
    this.#heardAt = this.#sentAt = this.#rekeyedAt = this.#peerRekeyedAt = now;
    this.#inbound = new InboundFrames(this);
  }

  get settings(): SessionSettings {
    return this.#settings;
  }
  /** Why the session is over; undefined while it is open. */
  get closed(): ErrorReason | undefined {
    return this.#closed;
  }
  /** How long the peer that stopped asked to wait before attaching again. */
  get retryAfterMs(): number {
    return this.#retryAfterMs;
  }
  get records(): { readonly sent: number; readonly received: number } {
    return { sent: this.#sendSeq, received: this.#receiveSeq };
  }

  /** When `tick` must be called next; undefined when the session is over. */
  get deadline(): number | undefined {
    if (this.#closed !== undefined) return undefined;
    return Math.min(this.#heardAt + this.#settings.timeoutMs, this.#sentAt + this.#settings.heartbeatMs, this.validUntilMs);
  }

  /** Ends what is overdue, or writes a heartbeat; early calls do nothing. Flush afterwards. */
  tick(now: number): void {
    if (this.#closed !== undefined) return;
    this.#steady(now);
    if (now >= this.validUntilMs) return this.stop('channel_expired', now);
    if (now >= this.#heardAt + this.#settings.timeoutMs) return this.stop('session_idle', now);
    if (now >= this.#sentAt + this.#settings.heartbeatMs && this.out.length === 0) this.out.heartbeat(now);
  }

  /** Takes one transport message. Frames go to `visitor` before this returns. Peer bytes never throw. */
  receive(message: Uint8Array, now: number, visitor: StreamFrames): Received {
    this.tick(now); // limits hold on every input, not only when a timer fires
    if (this.#closed !== undefined) return 'closed';
    if (!isRecord(message) || !readRecordHead(message, head)) return 'dropped';
    const expected = this.#receiveSeq + 1;
    if (head.seq < expected) return 'dropped'; // a repeat
    const seq = head.seq;
    const plaintext = this.#receive.open(seq, message.subarray(head.start));
    if (plaintext === undefined) return 'dropped'; // a stranger's junk must not end the session
    if (seq !== expected) {
      this.stop('session_gap', now);
      return 'closed';
    }
    this.#receiveSeq = seq;
    this.#receivedSinceRekey += 1;
    this.#heardAt = now;
    const rekeyed = this.#inbound.scan(plaintext, visitor, now);
    if (this.#closed !== undefined) return 'closed';
    if (rekeyed) this.ratchet(now);
    const { records, ms } = this.rekeyLimits;
    if (this.#receivedSinceRekey > 2 * records || now - this.#peerRekeyedAt > 2 * ms) this.stop('key_spent', now);
    return this.#closed === undefined ? 'taken' : 'closed';
  }

  /**
   * Seals all that waits as one record. Call after every input and after writing to `out`, once per turn.
   * @returns one transport message, owned by the caller; undefined when nothing waits. After `stop` the last one carries the Stop.
   */
  flush(now: number): Uint8Array | undefined {
    if (this.out.length === 0 || (this.#closed !== undefined && !this.#stopping)) return undefined;
    const spent = this.#sentSinceRekey + 1 >= this.rekeyLimits.records || now - this.#rekeyedAt >= this.rekeyLimits.ms;
    const rekey = spent && !this.#stopping;
    if (rekey) this.out.rekey();
    const plaintext = this.out.take();
    const seq = this.#sendSeq + 1;
    const sealedBytes = this.#send.sealedBytes(plaintext.length);
    const message = new Uint8Array(recordHeadSize(sealedBytes) + sealedBytes);
    const at = writeRecordHead(message, seq, sealedBytes);
    this.#send.sealInto(seq, plaintext, message, at);
    this.out.release();
    this.#sendSeq = seq;
    this.#sentSinceRekey += 1;
    this.#sentAt = now;
    if (rekey) {
      this.#send = this.#send.ratchet();
      this.#sentSinceRekey = 0;
      this.#rekeyedAt = now;
    }
    if (this.#stopping) this.#wipe();
    return message;
  }

  /** Says STOP with a reason and ends; the Stop leaves with the next flush. Later calls do nothing. */
  stop(reason: ErrorReason, now: number, retryAfterMs = 0): void {
    if (this.#closed !== undefined) return;
    this.out.stop(codeOf(reason), now, retryAfterMs);
    this.#closed = reason;
    this.#stopping = true;
  }

  /** Ends without another word: the link is gone, or the peer said STOP. A Stop that waits is not sent any more. */
  abandon(reason: ErrorReason, retryAfterMs = 0): void {
    if (this.#closed !== undefined && !this.#stopping) return;
    this.#closed ??= reason;
    this.#retryAfterMs = retryAfterMs;
    this.#wipe();
  }

  /** @internal As if so many records more had gone each way under the keys of now: for tests of limits that no test reaches by sending. */
  spend(records: number): void {
    this.#sendSeq += records;
    this.#receiveSeq += records;
    this.#sentSinceRekey += records;
    this.#receivedSinceRekey += records;
  }

  /** @internal */
  configured(settings: SessionSettings): void {
    this.#settings = settings;
  }

  /** @internal The peer's next record comes under its next keys. */
  ratchet(now: number): void {
    this.#receive = this.#receive.ratchet();
    this.#receivedSinceRekey = 0;
    this.#peerRekeyedAt = now;
  }

  /** A clock that was set back must not silence the heartbeats until it has caught up. */
  #steady(now: number): void {
    if (now < this.#sentAt) this.#sentAt = now;
    if (now < this.#heardAt) this.#heardAt = now;
    if (now < this.#rekeyedAt) this.#rekeyedAt = now;
    if (now < this.#peerRekeyedAt) this.#peerRekeyedAt = now;
  }

  #wipe(): void {
    this.#stopping = false;
    this.#send.wipe();
    this.#receive.wipe();
    this.out.shut();
  }
}

const head = { seq: 0, start: 0 };
