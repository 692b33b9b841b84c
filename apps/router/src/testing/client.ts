import { randomBytes, X25519Key } from '@keyway/crypto';
import {
  beginAttach,
  finishAttach,
  IncomingStreams,
  OutgoingStreams,
  Session,
  type Channel,
  type IncomingMessage,
  type IncomingWindow,
  type OutgoingStream,
  type PendingAttach,
  type StreamFrames,
} from '@keyway/session';
import { decodeEnvelope, encodeEnvelope, reasonOf } from '@keyway/wire';
import type { DeliveryClass, ErrorReason, TicketBody } from '@keyway/wire';
import type { Visitor } from '../core/door.js';
import type { PeerLink } from '../core/ports.js';
import { keyOf } from '../core/route.js';
import { Errands } from './errands.js';
import { namedId } from './keys.js';
import type { World } from './world.js';

export interface ClientOptions {
  readonly window?: IncomingWindow;
  readonly ticket?: Partial<TicketBody>;
}

/** One link, both ways; a test may hold back either direction, or break it. */
export class TestLink implements PeerLink {
  readonly source = 'memory:test';
  readonly toRouter: Uint8Array[] = [];
  readonly toClient: Uint8Array[] = [];
  /** Its queue towards the client is over the high-water mark. */
  full = false;
  /** The router closed it. */
  closed = false;
  /** Most bytes that ever waited for the client. */
  waitingBytes = 0;

  send(bytes: Uint8Array): boolean {
    if (this.closed) return false;
    this.toClient.push(bytes);
    this.waitingBytes += bytes.length;
    return !this.full;
  }
  close(): void {
    this.closed = true;
  }
}

export interface Sent {
  readonly to: string;
  readonly deliveryClass: DeliveryClass;
  readonly seq: number;
  readonly text: string;
  state: 'waiting' | 'accepted' | ErrorReason;
}

/** A client as the SDK would drive one: the same streams, the same session; the test decides when it reads. */
export class TestClient extends Errands implements StreamFrames {
  readonly id: Uint8Array;
  readonly sent: Sent[] = [];
  readonly shown: IncomingMessage[] = [];
  readonly skipped: (readonly [first: number, count: number])[] = [];
  readonly halts: (ErrorReason | undefined)[] = [];
  /** Why each session ended. */
  readonly ended: ErrorReason[] = [];
  readonly refusals: ErrorReason[] = [];
  readonly outgoing: OutgoingStreams<Sent>;
  readonly incoming: IncomingStreams;
  channel: Channel;
  link: TestLink | undefined;
  visitor: Visitor | undefined;
  session: Session | undefined;
  /** The application takes messages as they come. */
  reading = true;
  /** Bytes from the router are not looked at. */
  deaf = false;
  #pending: PendingAttach | undefined;
  #ticket: Partial<TicketBody>;

  constructor(
    readonly world: World,
    readonly name: string,
    options: ClientOptions,
  ) {
    super();
    this.id = namedId(name);
    this.channel = world.fleet.channel(this.id, world.settings, options.ticket);
    this.#ticket = options.ticket ?? {};
    const { window = { messages: 1_024, bytes: 1_048_576 } } = options;
    this.incoming = new IncomingStreams(window, { skipped: (_sender, _stream, first, count) => void this.skipped.push([first, count]) });
    const settled = (sent: Sent | undefined, reason: ErrorReason | undefined): void => {
      if (sent === undefined) return; // given up
      if (sent.state !== 'waiting') throw new Error(`settled twice: ${sent.text} ${sent.state}`);
      sent.state = reason ?? 'accepted';
    };
    this.outgoing = new OutgoingStreams<Sent>(settled, (_stream, reason) => void this.halts.push(reason));
  }

  /** Says hello over a new link. */
  attach(): this {
    this.sever();
    this.#pending = beginAttach(this.channel, this.world.fleet.router, X25519Key.generate(), randomBytes(32))!;
    this.dial(encodeEnvelope({ kind: 'attach', value: this.#pending.hello }));
    return this;
  }

  /** A new channel: what was revoked before does not touch it. */
  renew(more: Partial<TicketBody> = {}): this {
    this.#ticket = { ...this.#ticket, serial: (this.#ticket.serial ?? 1) + 1, ...more };
    this.channel = this.world.fleet.channel(this.id, this.world.settings, this.#ticket);
    return this;
  }
  /** Of its ticket. */
  get serial(): number {
    return this.#ticket.serial ?? 1;
  }

  /** A new link with something on it already. */
  dial(...messages: Uint8Array[]): TestLink {
    const link = new TestLink();
    link.toRouter.push(...messages);
    this.link = link;
    this.visitor = this.world.door.enter(link);
    return link;
  }

  /** The link breaks: what is on it is lost, both ends notice. */
  sever(): void {
    const { visitor } = this;
    this.link = this.visitor = undefined;
    this.#lose('peer_unreachable');
    visitor?.closed();
  }

  send(to: TestClient | Uint8Array, text = `m${this.sent.length + 1}`, deliveryClass: DeliveryClass = 'durable', lifetimeS = 0): Sent {
    return this.sendBytes(to, Buffer.from(text), deliveryClass, lifetimeS);
  }
  sendBytes(to: TestClient | Uint8Array, body: Uint8Array, deliveryClass: DeliveryClass = 'durable', lifetimeS = 0): Sent {
    const recipient = to instanceof TestClient ? to.id : to;
    const stream = this.stream(recipient, deliveryClass);
    const seq = stream.firstSeq + stream.waiting.length - stream.head;
    const sent: Sent = {
      to: keyOf(recipient),
      deliveryClass,
      seq,
      text: Buffer.from(body.subarray(0, 32)).toString('latin1'),
      state: 'waiting',
    };
    this.sent.push(sent);
    this.outgoing.send(stream, body, sent, this.world.now, lifetimeS);
    return sent;
  }

  /** Its stream to a recipient; a new one when the old one was ended. */
  stream(recipient: Uint8Array, deliveryClass: DeliveryClass = 'durable'): OutgoingStream<Sent> {
    return this.outgoing.stream(keyOf(recipient) + deliveryClass, recipient, deliveryClass, () => randomBytes(16));
  }

  get states(): readonly string[] {
    return this.sent.map(({ state }) => state);
  }
  get texts(): readonly string[] {
    return this.shown.map(({ body }) => Buffer.from(body).toString('latin1'));
  }

  /** Moves what can move at this end. @returns whether anything did. */
  work(): boolean {
    const { link } = this;
    if (link === undefined) return false;
    const before = link.toRouter.length;
    this.pump();
    let moved = link.toRouter.length > before;
    while (this.deliverToRouter()) moved = true;
    while (!this.deaf && this.deliverToClient()) moved = true;
    if (this.reading && this.read()) moved = true;
    if (link.closed && link.toClient.length === 0) {
      this.sever();
      moved = true;
    }
    return moved;
  }

  /** Writes what its streams have, and sends it. */
  pump(): void {
    const { session, link } = this;
    if (session === undefined || link === undefined) return;
    for (let more = true; more;) {
      this.incoming.writeAcks(session.out);
      more = session.closed === undefined && this.outgoing.pump(session.out, session.settings, this.world.now);
      this.flush();
    }
  }

  flush(): void {
    const bytes = this.session?.flush(this.world.now);
    if (bytes !== undefined) this.link?.toRouter.push(bytes);
  }

  deliverToRouter(): boolean {
    const { link } = this;
    const bytes = link === undefined || link.closed ? undefined : link.toRouter.shift();
    if (bytes !== undefined) this.visitor!.received(bytes, this.world.now);
    return bytes !== undefined;
  }

  deliverToClient(): boolean {
    const { link } = this;
    const bytes = link?.toClient.shift();
    if (link === undefined || bytes === undefined) return false;
    link.waitingBytes -= bytes.length;
    if (this.session !== undefined) this.#record(bytes);
    else this.#hello(bytes);
    return true;
  }

  /** The link's queue fell below its low-water mark. */
  drained(): void {
    if (this.link === undefined) return;
    this.link.full = false;
    this.visitor!.drained();
  }

  /** The application takes what is there. */
  read(most = Infinity): boolean {
    let any = false;
    for (let message; most > 0 && (message = this.incoming.next()); most -= 1) {
      this.shown.push(message);
      this.incoming.done(message);
      any = true;
    }
    return any;
  }

  tick(): void {
    this.session?.tick(this.world.now);
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
    this.#must(this.incoming.run(handle, firstSeq, createdMs, storedMs, skipped, bodies, count));
  }
  refused(handle: number, first: number, last: number, code: number): void {
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
  settings(): void {}

  #must(fault: ErrorReason | undefined): void {
    if (fault !== undefined) this.session!.stop(fault, this.world.now);
  }

  #hello(bytes: Uint8Array): void {
    const envelope = decodeEnvelope(bytes);
    if (envelope?.kind === 'refusal') return void this.refusals.push(reasonOf(envelope.value.code)!);
    if (envelope?.kind !== 'attached' || this.#pending === undefined) throw new Error(`an answer of kind ${envelope?.kind}`);
    const traffic = finishAttach(this.#pending, envelope.value);
    this.#pending = undefined;
    if (typeof traffic === 'string') throw new Error(traffic);
    this.session = new Session('client', traffic, this.world.settings, this.world.now, Infinity);
    this.outgoing.attached();
    this.incoming.attached();
  }

  #record(bytes: Uint8Array): void {
    const received = this.session!.receive(bytes, this.world.now, this);
    if (received === 'dropped') throw new Error('the router sent a record that does not open');
    if (received === 'closed') {
      this.flush(); // its own last word, if it was this end that stopped
      this.#lose(this.session!.closed!);
      while (this.deliverToRouter());
      this.sever();
    }
  }

  #lose(reason: ErrorReason): void {
    if (this.session === undefined) return;
    this.ended.push(this.session.closed ?? reason);
    this.session = undefined;
  }
}
