import { randomBytes, X25519Key } from '@keyway/crypto';
import { beginAttach, finishAttach, IncomingStreams, Session } from '@keyway/session';
import type { Channel, IncomingMessage, IncomingWindow, OutgoingStreams, PendingAttach, StreamFrames } from '@keyway/session';
import { decodeEnvelope, encodeEnvelope, reasonOf, type ErrorReason, type SessionSettings } from '@keyway/wire';
import { keyOf } from '../../core/route.js';
import { Errands } from '../errands.js';
import { namedId } from '../keys.js';
import type { Token } from './account.js';
import { Disk, type State } from './disk.js';
import { textOf } from './faulty-store.js';
import { FuzzLink, recordSeq } from './fuzz-link.js';
import type { FuzzWorld } from './fuzz-world.js';
import { OutboxBook } from './outbox-book.js';

/** How long an answer to a hello is waited for, and answers before a session without handles ends. */
const answerMs = 10_000;
const exhaustedMs = 1_000;
const mostOldLinks = 3;
export const hourMs = 3_600_000;

/** A client made of the machines of the SDK, with a disk that may be older than it should. It attaches, dies and comes back as told. */
export class FuzzClient extends Errands implements StreamFrames {
  readonly id: Uint8Array;
  readonly disk = new Disk();
  /** Counts its processes. */
  process = 1;
  channel: Channel;
  serial = 1;
  link: FuzzLink | undefined;
  /** Links that it has let go of, and the router has not heard so. */
  readonly old: FuzzLink[] = [];
  session: Session | undefined;
  outbox!: OutboxBook;
  incoming!: IncomingStreams;
  /** Why its sessions ended. */
  readonly ended: ErrorReason[] = [];
  /** All that it ever put on a link: for those who play it back. */
  readonly recorded: Uint8Array[] = [];
  makeSession = (...given: ConstructorParameters<typeof Session>): Session => new Session(...given);
  #pending: PendingAttach | undefined;
  /** What it was told last, if that is newer than its channel. */
  #settings: SessionSettings | undefined;
  #dialledAt = 0;
  #giveUpAt = Infinity;
  #inHand: IncomingMessage | undefined;
  #granted = { messages: 0, bytes: 0 };
  #received = { messages: 0, bytes: 0 };
  #mostUnanswered = 0;

  constructor(
    readonly world: FuzzWorld,
    readonly name: string,
    private readonly window: IncomingWindow,
  ) {
    super();
    this.id = namedId(name);
    this.channel = world.fleet.channel(this.id, world.settings, { serial: this.serial });
    this.#load({ outbox: new Map(), marks: new Map(), asOf: 0 });
  }

  get outgoing(): OutgoingStreams<Token> {
    return this.outbox.streams;
  }

  /** A new channel: what was revoked before does not touch it. */
  renew(): void {
    this.serial += 1;
    this.#settings = undefined;
    this.channel = this.world.fleet.channel(this.id, this.world.settings, { serial: this.serial });
  }

  /** Says hello over a new link. @param quietly - the router is not told that the link before is of no use any more. */
  attach(quietly = false): void {
    if (quietly) this.leave();
    else this.sever();
    this.#pending = beginAttach(this.channel, this.world.fleet.router, X25519Key.generate(), randomBytes(32));
    if (this.#pending === undefined) throw new Error('no router key');
    this.#dialledAt = this.world.now;
    this.link = new FuzzLink(this.world.account);
    this.link.visitor = this.world.door.enter(this.link);
    this.#put(encodeEnvelope({ kind: 'attach', value: this.#pending.hello }));
  }

  /** The link breaks, and both ends notice. */
  sever(): void {
    this.link?.break();
    this.link = undefined;
    this.#lose('peer_unreachable');
  }
  /** It is gone from its link, and the router does not hear so. */
  leave(): void {
    const { link } = this;
    if (link === undefined) return;
    link.full = true;
    this.old.push(link);
    if (this.old.length > mostOldLinks) this.old.shift()!.break();
    this.link = undefined;
    this.#lose('peer_unreachable');
  }

  /** The process dies and another one begins. @param back - with the copy of its disk of so many copies ago; 0: with what was synced. */
  crash(back: number): void {
    this.leave();
    const { state, asOf } = this.disk.crash(back);
    this.process += 1;
    this.#load(state, asOf);
  }

  /** Everything that waits leaves, in as few records as it fits into, and not before the disk has it. */
  flush(): void {
    const { session, link } = this;
    const { now } = this.world;
    this.#sync();
    if (session === undefined || link === undefined) return;
    if (now >= this.incoming.gapDeadline(now)) session.stop('stream_gap', now);
    for (;;) {
      if (session.closed === undefined) {
        this.incoming.writeAcks(session.out);
        if (!this.outgoing.exhausted) this.outgoing.pump(session.out, session.settings, now);
        else if (this.#isAnswered(now)) session.stop('stream_limit', now);
        this.#checkWindow(session);
      }
      const bytes = session.flush(now);
      if (bytes === undefined) break;
      this.#put(bytes);
    }
    if (session.closed !== undefined) this.leave();
  }

  tick(): void {
    this.outgoing.expire(this.world.now);
    if (this.session !== undefined) this.session.tick(this.world.now);
    else if (this.link !== undefined && this.world.now >= this.#dialledAt + answerMs) this.sever();
    this.flush();
  }

  /** One message reaches the router. @returns whether there was one. */
  deliverToRouter(link = this.link): boolean {
    const bytes = link === undefined || link.closed ? undefined : link.toRouter.shift();
    if (link === undefined || bytes === undefined) return false;
    if (link.dead) return true;
    const peer = this.world.relay.peer(keyOf(this.id));
    const its = peer?.link === link ? peer : undefined;
    const before = its?.session.records.received ?? 0;
    link.visitor!.received(bytes, this.world.now);
    if (its !== undefined) this.#checkTaken('the router', link, bytes, before, its.session.records.received);
    return true;
  }

  /** One message reaches the client. @returns whether there was one. */
  deliverToClient(): boolean {
    const { link } = this;
    const bytes = link?.toClient.shift();
    if (link === undefined) return false;
    if (bytes === undefined) {
      if (!link.closed) return false;
      this.sever();
      return true;
    }
    if (this.session === undefined) this.#hello(bytes);
    else this.#record(link, bytes, this.session);
    return true;
  }

  /** The application asks for the next message: it is done with the one before. @returns whether there was one. */
  show(): boolean {
    const last = this.#inHand;
    this.#inHand = undefined;
    if (last !== undefined) this.disk.mark(this.incoming.done(last));
    const message = this.incoming.next();
    if (message !== undefined) {
      const { sender, stream, seq, deliveryClass } = message;
      if (deliveryClass === 'durable') this.disk.mark({ sender, stream, done: seq - 1, inHand: seq });
      this.#sync();
      this.#inHand = message;
      this.world.account.shown(this.name, this.process, textOf(message.body), message);
    }
    return message !== undefined;
  }
  get holdsOne(): boolean {
    return this.#inHand !== undefined;
  }

  open(handle: number, peer: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    this.#must(this.incoming.open(handle, peer, stream, deliveryClass));
  }
  run(
    handle: number,
    firstSeq: number,
    createdMs: number,
    storedMs: number,
    _lifetimeS: number,
    skipped: number,
    bodies: Uint8Array,
    count: number,
  ): void {
    const overdrawn = this.#received.messages >= this.#granted.messages || this.#received.bytes >= this.#granted.bytes;
    if (count > 0 && overdrawn) this.world.account.fault(`${this.name} was sent more than it granted`);
    this.#received.messages += count;
    this.#received.bytes += bodies.length;
    this.#must(this.incoming.run(handle, firstSeq, createdMs, storedMs, skipped, bodies, count));
    const { messages } = this.window;
    if (this.incoming.waiting > 3 * messages + 600) this.world.account.fault(`${this.name} keeps ${this.incoming.waiting} messages`);
  }
  refused(handle: number, first: number, last: number, code: number): void {
    if (reasonOf(code) === undefined) this.world.account.fault(`${this.name} was refused without a name: ${code}`);
    this.outgoing.refused(handle, first, last, code, this.world.now);
  }
  accepted(handle: number, upTo: number): void {
    this.outgoing.accepted(handle, upTo);
  }
  goOn(handle: number): void {
    this.outgoing.goOn(handle);
  }
  stored(): void {}
  credit(): void {}
  settings(settings: SessionSettings): void {
    this.#settings = settings;
    this.#mostUnanswered = Math.max(this.#mostUnanswered, settings.windowMessages);
  }

  #load(state: State, asOf = Infinity): void {
    const { account } = this.world;
    const skipped = (sender: Uint8Array, stream: Uint8Array, first: number, count: number): void => {
      this.disk.mark({ sender, stream, done: first + count - 1, inHand: 0 });
      account.skipped(this.name, sender, stream, first, count);
    };
    this.#inHand = undefined;
    this.incoming = new IncomingStreams(this.window, { skipped }, state.marks.values());
    this.outbox = new OutboxBook(this.world, this.name, this.disk, state);
    account.restarted(this.name, asOf, this.outbox.kept);
  }

  #sync(): void {
    this.outbox.note();
    this.disk.sync();
  }

  #hello(bytes: Uint8Array): void {
    const envelope = decodeEnvelope(bytes);
    if (envelope?.kind === 'refusal') {
      const reason = reasonOf(envelope.value.code);
      if (reason === 'unauthorised') this.renew();
      return this.sever();
    }
    const traffic =
      envelope?.kind === 'attached' && this.#pending !== undefined ? finishAttach(this.#pending, envelope.value) : 'router_unproven';
    this.#pending = undefined;
    if (typeof traffic === 'string') return this.sever();
    const session = this.makeSession('client', traffic, this.#settings ?? this.channel.settings, this.world.now, Infinity);
    this.session = session;
    this.#granted = { messages: 0, bytes: 0 };
    this.#received = { messages: 0, bytes: 0 };
    this.#mostUnanswered = session.settings.windowMessages;
    this.#giveUpAt = Infinity;
    const write = session.out.credit.bind(session.out);
    session.out.credit = (messages, bytes): void => {
      this.#granted = { messages: Math.max(messages, this.#granted.messages), bytes: Math.max(bytes, this.#granted.bytes) };
      write(messages, bytes);
    };
    const rekey = session.out.rekey.bind(session.out);
    session.out.rekey = (): void => {
      this.world.account.seen.add('client changed its keys');
      rekey();
    };
    this.outgoing.attached();
    this.incoming.attached();
    this.flush(); // the first record proves us: until then the router keeps the session before
  }

  #record(link: FuzzLink, bytes: Uint8Array, session: Session): void {
    const before = session.records.received;
    const received = session.receive(bytes, this.world.now, this);
    this.#checkTaken(this.name, link, bytes, before, session.records.received);
    if (received === 'taken' && recordSeq(bytes) !== before + 1) {
      this.world.account.fault(`${this.name} took record ${recordSeq(bytes)} behind ${before}`);
    }
    if (received !== 'closed') return;
    this.flush(); // its own last word, if it was this end that stopped
    this.leave();
  }

  #checkTaken(who: string, link: FuzzLink, bytes: Uint8Array, before: number, after: number): void {
    if (after === before) return;
    if (link.spoilt.has(bytes)) this.world.account.fault(`${who} took a record that somebody had changed`);
    if (after !== before + 1 || recordSeq(bytes) !== after)
      this.world.account.fault(`${who} took record ${recordSeq(bytes)} behind ${before}`);
  }

  #checkWindow(session: Session): void {
    const { unanswered } = this.outgoing;
    if (unanswered > Math.max(this.#mostUnanswered, session.settings.windowMessages))
      this.world.account.fault(`${unanswered} messages of ${this.name} are unanswered`);
  }

  /** No stream can be opened any more: the session ends once what was sent is answered, or its time is up. */
  #isAnswered(now: number): boolean {
    this.#giveUpAt = Math.min(this.#giveUpAt, now + exhaustedMs);
    return (this.outgoing.unanswered === 0 && this.outgoing.retryAtMs === Infinity) || now >= this.#giveUpAt;
  }

  #put(bytes: Uint8Array): void {
    this.link!.transmit(bytes);
    if (this.recorded.length < 64) this.recorded.push(bytes);
  }

  #must(fault: ErrorReason | undefined): void {
    if (fault !== undefined) this.session!.stop(fault, this.world.now);
  }

  #lose(reason: ErrorReason): void {
    this.#pending = undefined;
    if (this.session === undefined) return;
    const why = this.session.closed ?? reason;
    this.ended.push(why);
    this.world.account.seen.add(`${this.session.role} lost its session: ${why}`);
    const late = why === 'key_spent' && this.world.settings.timeoutMs > 2 * hourMs; // a record that was under way for two hours
    if (!innocent.has(why) && !late) this.world.account.fault(`a session of ${this.name} ended: ${why}`);
    if (why === 'unauthorised' || why === 'channel_expired') this.renew();
    this.session.abandon(reason);
    this.session = undefined;
  }
}

/** Sessions may end for these reasons in a story; any other is a fault of one end. */
const innocent = new Set<ErrorReason>([
  ...(['peer_unreachable', 'session_replaced', 'session_idle', 'session_gap', 'session_draining'] as const),
  ...(['stream_limit', 'unauthorised', 'channel_expired'] as const),
]);
