import type { Session, StreamFrames } from '@keyway/session';
import type { ErrorReason, SessionSettings, TicketBody } from '@keyway/wire';
import { runSizeBound } from '@keyway/wire';
import { Desk } from './desk.js';
import { Inbox } from './inbox.js';
import type { Habit } from './late-answers.js';
import { frameBytes, Outbox } from './outbox.js';
import type { PeerLink, RelayLimits } from './ports.js';
import type { Watch } from './presence.js';
import type { Relay } from './relay.js';
import { keyOf } from './route.js';
import { isHidden } from './sights.js';

/** An attached client: its session and its link. What it sends goes through its outbox, what is for it waits in its inbox. */
export class Peer implements StreamFrames {
  readonly clientId: Uint8Array;
  readonly key: string;
  /** What a session needs of it once it stands: ten thousand idle ones must not keep more. */
  readonly ticket: Pick<TicketBody, 'rights' | 'serial'>;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  /** In the relay's list of peers to flush. */
  dirty = false;
  /** Its streams in the relay's count of all. */
  counted = 0;
  /** The link takes more. Otherwise nothing but control frames is written: so many as one record holds, then the peer is cut. */
  writable = true;
  /** Since when it is attached, over replaced sessions too. */
  sinceMs: number;
  /** Everybody may know of it: auth said so, or could not be asked and its ticket says so. */
  public = false;
  /** Nobody may know of it but operators, those it wrote to and those it named. */
  hidden: boolean;
  /** Watchers were told of it. */
  announced = false;
  /** Whom it wrote to in this session while it was hidden, as far as auth knows it. */
  contacts: Set<string> | undefined;
  /** Whom it watches. */
  watch: Watch | undefined;
  /** See `LateAnswers`. */
  habit: Habit | undefined;
  #desk: Desk | undefined;
  #settings: SessionSettings | undefined;
  #gone = false;

  constructor(
    private readonly relay: Relay,
    readonly session: Session,
    readonly link: PeerLink,
    { clientId, rights, serial }: Pick<TicketBody, 'clientId' | 'rights' | 'serial'>,
  ) {
    this.clientId = new Uint8Array(clientId);
    this.key = keyOf(clientId);
    this.ticket = { rights, serial };
    this.sinceMs = relay.now;
    this.hidden = isHidden(rights);
    this.inbox = new Inbox(this, relay);
    this.outbox = new Outbox(this, relay);
  }

  get attached(): boolean {
    return this.session.closed === undefined;
  }
  get limits(): RelayLimits {
    return this.relay.limits;
  }
  /** Takes one record. */
  receive(record: Uint8Array, now: number): void {
    this.relay.now = now;
    const received = this.session.receive(record, now, this);
    if (received === 'dropped') this.relay.totals.recordsDropped += 1;
    else if (this.#settings !== undefined && received === 'taken') this.#adopt(this.#settings);
    this.relay.touch(this);
  }

  open(handle: number, recipient: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    this.outbox.open(handle, recipient, stream, deliveryClass);
  }
  run(
    handle: number,
    firstSeq: number,
    createdMs: number,
    storedMs: number,
    lifetimeS: number,
    skipped: number,
    bodies: Uint8Array,
    count: number,
  ): void {
    this.outbox.run(handle, firstSeq, createdMs, storedMs, lifetimeS, skipped, bodies, count);
  }
  stored(handle: number, upTo: number): void {
    this.inbox.stored(handle, upTo);
  }
  credit(messages: number, bytes: number): void {
    this.inbox.credit(messages, bytes);
  }
  request(id: number, service: string, timeoutMs: number, key: Uint8Array, _source: Uint8Array, _attempt: number, body: Uint8Array): void {
    this.#desk ??= new Desk(this, this.relay.requests);
    this.relay.requests.take(this.#desk, id, service, timeoutMs, key, body);
  }
  reply(id: number, code: number, _source: Uint8Array, body: Uint8Array): void {
    if (this.#desk === undefined) this.relay.totals.repliesUnknown += 1;
    else this.relay.requests.services.replied(this.#desk, id, code, body);
  }
  /** Frames no client may send end the session before they get here. */
  presence(): void {}
  refused(): void {}
  accepted(): void {}
  goOn(): void {}
  settings(): void {}

  /** New settings: it is told now, and held to them once it is heard of again: it may be silent for as long as the old ones let it. */
  configure(settings: SessionSettings): void {
    if (!this.mayWrite()) return;
    this.session.out.config(Math.floor(this.relay.now), settings);
    this.#settings = settings;
    this.relay.touch(this);
  }

  /** Makes room for a run of so many bytes, and its Open. @returns false when the link takes no more. */
  room(bytes: number): boolean {
    return this.makeRoom(runSizeBound(bytes) + frameBytes);
  }
  /** The same for a frame of at most so many bytes; for one without bodies unless given. */
  makeRoom(bytes = frameBytes): boolean {
    if (!this.writable || !this.attached) return false;
    if (this.session.out.wouldOverflow(bytes)) this.#seal();
    return this.writable;
  }
  /** Writes a small frame even when the link takes nothing: so many as one record holds, then the session is cut. */
  control(write: () => void): void {
    if (!this.mayWrite()) return;
    write();
    this.relay.touch(this);
  }

  /** Says why the session ends, after all that was accepted. */
  stop(reason: ErrorReason, retryAfterMs = 0): void {
    if (this.writable) this.outbox.writeAccepted();
    this.session.stop(reason, this.relay.now, retryAfterMs);
    this.relay.touch(this);
  }

  /** Writes what waits and sends it, unless the link is full. Called once per turn. */
  flush(): void {
    if (this.writable && this.attached) {
      this.inbox.pump();
      this.#desk?.pump();
      if (this.watch !== undefined) this.relay.presence.pump(this.watch);
      this.outbox.answer();
    }
    if (this.writable || !this.attached) this.#seal();
    if (this.attached || this.#gone) return;
    this.#gone = true;
    this.relay.detach(this, this.session.closed ?? 'session_closed');
    if (this.#desk !== undefined) this.relay.requests.detached(this.#desk);
    this.outbox.close();
    this.link.close();
  }

  /** The link is gone. */
  lost(): void {
    this.session.abandon('peer_unreachable');
    this.relay.touch(this);
  }

  #seal(): void {
    const bytes = this.session.flush(this.relay.now);
    if (bytes !== undefined && !this.link.send(bytes)) this.writable = false;
  }

  /** Is there room for one more control frame? A peer that sends and does not read is cut once a whole record of them waits. */
  mayWrite(): boolean {
    if (!this.attached) return false;
    if (!this.session.out.wouldOverflow(frameBytes)) return true;
    if (this.writable) this.#seal();
    else {
      this.session.abandon('backpressure');
      this.relay.touch(this);
    }
    return this.attached;
  }

  #adopt(settings: SessionSettings): void {
    this.#settings = undefined;
    this.session.configured(settings);
  }
}
