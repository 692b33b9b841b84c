import { randomBytes, X25519Key } from '@keyway/crypto';
import { beginAttach, finishAttach, IncomingStreams, OutgoingStreams, Session, type Channel, type StreamFrames } from '@keyway/session';
import { transportFor, type Link } from '@keyway/transport';
import { decodeEnvelope, encodeEnvelope, encodeFleetCall, limits, reasonOf } from '@keyway/wire';
import type { DeliveryClass, ErrorReason, FleetCalls, SessionSettings, SparseOneOf } from '@keyway/wire';
import { keyOf } from '../core/route.js';
import { namedId, nameOf } from './keys.js';
import type { RouterFleet } from './router-process.js';

export const edgeSettings: SessionSettings = {
  heartbeatMs: 15_000,
  timeoutMs: 37_500,
  maxBodyBytes: limits.bodyBytes,
  windowMessages: 8_192,
  windowBytes: 1_048_576,
  maxStreams: 65_536,
};

const none = new Uint8Array(0);

/** A client over a real link. It comes back by itself until `close`. */
export class EdgeClient {
  readonly id: Uint8Array;
  readonly texts: string[] = [];
  readonly settled: (readonly [text: string, reason: ErrorReason | undefined])[] = [];
  readonly ended: ErrorReason[] = [];
  readonly refusals: ErrorReason[] = [];
  /** Settings the router changed. */
  readonly settings: SessionSettings[] = [];
  /** Presence it was told, such as `eve on`. */
  readonly news: string[] = [];
  readonly #asked = new Map<number, (answer: Buffer | ErrorReason) => void>();
  #lastRequest = 0;
  readonly #channel: Channel;
  readonly #outgoing = new OutgoingStreams<string>((text, reason) => void this.settled.push([text!, reason]));
  readonly #incoming = new IncomingStreams(
    { messages: 256, bytes: 1_048_576 },
    { skipped: (...what) => void this.texts.push(`skipped ${what.join()}`) },
  );
  readonly #frames: StreamFrames = {
    open: (handle, peer, stream, deliveryClass) => void this.#incoming.open(handle, peer, stream, deliveryClass),
    run: (handle, firstSeq, createdMs, storedMs, _lifetimeS, skipped, bodies, count) =>
      void this.#incoming.run(handle, firstSeq, createdMs, storedMs, skipped, bodies, count),
    refused: (handle, first, last, code) => this.#outgoing.refused(handle, first, last, code, Date.now()),
    accepted: (handle, upTo) => this.#outgoing.accepted(handle, upTo),
    goOn: (handle) => this.#outgoing.goOn(handle),
    stored: () => undefined,
    credit: () => undefined,
    settings: (now) => void this.settings.push(now),
    request: (id, _service, _timeoutMs, _key, _source, _attempt, body) => {
      this.#session!.out.reply(id, 0, none, Buffer.concat([Buffer.from(`${this.name} says `), body]));
    },
    reply: (id, code, _source, body) => this.#asked.get(id)?.(code === 0 ? Buffer.from(body) : reasonOf(code)!),
    presence: (client, online) => void this.news.push(`${nameOf(client)} ${online ? 'on' : 'off'}`),
  };
  #session: Session | undefined;
  #link: Link | undefined;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly fleet: RouterFleet,
    readonly name: string,
    /** 0: TCP, 1: ZeroMQ. */
    private readonly edge: 0 | 1,
    /** Of auth itself; one of the played auth's fleet unless given. */
    channel?: { readonly id: Uint8Array; readonly channel: Channel },
  ) {
    this.id = channel?.id ?? namedId(name);
    this.#channel = channel?.channel ?? fleet.channel(this.id, edgeSettings);
    fleet.auth.registered.add(keyOf(this.id));
  }

  get attached(): boolean {
    return this.#session !== undefined && this.#session.closed === undefined;
  }
  get accepted(): readonly string[] {
    return this.settled.filter(([, reason]) => reason === undefined).map(([text]) => text);
  }

  start(): this {
    void this.#dial();
    this.#timer = setInterval(() => this.#pump(), 20);
    return this;
  }
  /** Its link breaks; a new session sends at once what an old one was told to wait with. */
  reconnect(): void {
    this.#link?.close();
  }
  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#link?.close();
  }

  send(to: EdgeClient | Uint8Array, text: string, deliveryClass: DeliveryClass = 'durable'): void {
    const recipient = to instanceof EdgeClient ? to.id : to;
    const stream = this.#outgoing.stream(keyOf(recipient) + deliveryClass, recipient, deliveryClass, () => randomBytes(16));
    this.#outgoing.send(stream, Buffer.from(text), text, Date.now());
  }

  /** Asks a service in this session: the body of the answer, or why there is none. It answers what it is asked itself. */
  ask(service: string, body: Uint8Array | string): Promise<Buffer | ErrorReason> {
    const id = (this.#lastRequest += 1);
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    this.#session!.out.request(id, service, 5_000, randomBytes(16), none, 0, bytes);
    this.#pump();
    return new Promise((resolve) => this.#asked.set(id, resolve));
  }
  call(call: SparseOneOf<FleetCalls>): Promise<Buffer | ErrorReason> {
    return this.ask('keyway.fleet', encodeFleetCall(call));
  }

  async #dial(): Promise<void> {
    if (this.#closed) return;
    const endpoint = this.fleet.endpoints[this.edge]!;
    const pending = beginAttach(this.#channel, this.fleet.router, X25519Key.generate(), randomBytes(32))!;
    const received = (bytes: Uint8Array): void => {
      if (this.#session !== undefined) return this.#record(bytes);
      const envelope = decodeEnvelope(bytes);
      if (envelope?.kind === 'refusal') return void this.refusals.push(reasonOf(envelope.value.code)!);
      const traffic = envelope?.kind === 'attached' ? finishAttach(pending, envelope.value) : 'router_unproven';
      if (typeof traffic === 'string') throw new Error(traffic);
      this.#session = new Session('client', traffic, edgeSettings, Date.now(), Infinity);
      this.#lastRequest = 0;
      this.#outgoing.attached();
      this.#incoming.attached();
      this.#pump();
    };
    const closed = (): void => {
      if (this.#session !== undefined) this.ended.push(this.#session.closed ?? 'peer_unreachable');
      this.#session = this.#link = undefined;
      if (!this.#closed) setTimeout(() => void this.#dial(), 30);
    };
    try {
      this.#link = await transportFor(endpoint).dial(endpoint, () => ({ received, drained: () => undefined, closed }));
      if (this.#closed) return this.#link.close();
      this.#link.send(encodeEnvelope({ kind: 'attach', value: pending.hello }));
    } catch {
      if (!this.#closed) setTimeout(() => void this.#dial(), 30);
    }
  }

  #record(bytes: Uint8Array): void {
    if (this.#session!.receive(bytes, Date.now(), this.#frames) === 'closed') return this.#link?.close();
    for (let message; (message = this.#incoming.next());) {
      this.texts.push(Buffer.from(message.body).toString());
      this.#incoming.done(message);
    }
    this.#pump();
  }

  #pump(): void {
    const session = this.#session;
    if (session?.closed !== undefined) return;
    for (let more = session !== undefined; more && session !== undefined;) {
      this.#incoming.writeAcks(session.out);
      more = this.#outgoing.pump(session.out, session.settings, Date.now());
      const bytes = session.flush(Date.now());
      if (bytes !== undefined) this.#link?.send(bytes);
    }
  }
}
