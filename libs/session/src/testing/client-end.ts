import { randomBytes, X25519Key } from '@keyway/crypto';
import type { DeliveryClass } from '@keyway/wire';
import { decodeEnvelope, encodeEnvelope } from '@keyway/wire';
import { beginAttach, finishAttach, type PendingAttach } from '../attach.js';
import type { Channel } from '../channel-grant.js';
import type { StreamFrames } from '../inbound.js';
import { IncomingStreams } from '../incoming.js';
import type { IncomingMessage, StreamMark } from '../incoming-stream.js';
import type { OutgoingMessage, OutgoingStream } from '../outgoing-stream.js';
import { OutgoingStreams } from '../outgoing.js';
import { Session, type RekeyLimits } from '../session.js';
import { hex } from './mailbox.js';
import type { Wire } from './wire.js';

const answerMs = 2_000;
const none = new Uint8Array(0);
const window = { messages: 64, bytes: 65_536 };

/** What a client keeps on disk: survives its crashes. */
class Disk {
  readonly posted = new Map<
    string,
    { readonly id: Uint8Array; readonly to: Uint8Array; readonly messages: Map<number, Uint8Array | undefined> }
  >();
  readonly marks = new Map<string, StreamMark>();
}

/** A client: sends, shows, and comes back after anything. Its disk is written before the network hears of it. */
export class ClientEnd {
  readonly disk = new Disk();
  /** `text` of every durable message the fleet accepted, in the order it was told. */
  readonly accepted: string[] = [];
  readonly refused: string[] = [];
  readonly skipped: string[] = [];
  readonly shown: { readonly text: string; readonly stream: string; readonly seq: number; readonly redelivered: boolean }[] = [];
  readonly halts: (string | undefined)[] = [];
  /** Requests of this process by their text, and what came back: `text code`. */
  readonly asked: string[] = [];
  readonly replies: string[] = [];
  /** Who came or went: `+` or `-` and the id. */
  readonly presences: string[] = [];
  session: Session | undefined;
  out!: OutgoingStreams<string>;
  incoming!: IncomingStreams;
  wire: Wire | undefined;
  attaches = 0;
  dropped = 0;
  #pending: PendingAttach | undefined;
  #dialledAt = 0;
  #inHand: IncomingMessage | undefined;
  /** Of this session, by their number. */
  #questions = new Map<number, string>();
  #keys = new Map<string, string>();
  /** Where messages of this process are, by their text. */
  #places = new Map<string, { readonly stream: OutgoingStream<string>; readonly seq: number }>();
  readonly #frames: StreamFrames;
  #now = 0;

  constructor(
    public channel: Channel,
    readonly routerKey: { readonly keyId: Uint8Array; readonly exchangeKey: Uint8Array },
    readonly id: Uint8Array,
    private readonly dial: () => Wire,
    private readonly rekey?: RekeyLimits,
  ) {
    this.#frames = this.#visitor();
    this.#load();
  }

  get attached(): boolean {
    return this.session !== undefined && this.session.closed === undefined;
  }

  send(to: Uint8Array, text: string, deliveryClass: DeliveryClass, now: number): void {
    const key = `${hex(to)} ${deliveryClass}`;
    const stream = this.out.stream(this.#keys.get(key) ?? key, to, deliveryClass, () => randomBytes(16));
    const body = new TextEncoder().encode(text);
    const seq = this.out.send(stream, body, text, now);
    this.#places.set(text, { stream, seq });
    if (deliveryClass === 'live') return;
    const id = hex(stream.id);
    if (!this.disk.posted.has(id)) this.disk.posted.set(id, { id: stream.id, to, messages: new Map() });
    this.disk.posted.get(id)!.messages.set(seq, body);
  }

  /** Asks a service, if attached; nobody asks again when the session ends before the answer. */
  ask(text: string, service = 'echo'): void {
    if (!this.attached) return;
    const id = this.#questions.size + 1;
    this.#questions.set(id, text);
    this.asked.push(text);
    this.session!.out.request(id, service, 10_000, randomBytes(16), none, 0, new TextEncoder().encode(text));
  }

  /** The caller gives a message up; it may still arrive. */
  giveUp(text: string): void {
    const place = this.#places.get(text);
    if (place === undefined) return;
    this.out.giveUp(place.stream, place.seq);
    const stored = this.disk.posted.get(hex(place.stream.id))?.messages;
    if (stored?.has(place.seq)) stored.set(place.seq, undefined);
  }

  /** Shows the next message. It is done with when the next is asked for; a crash meanwhile brings it again, flagged. */
  show(): boolean {
    const last = this.#inHand;
    this.#inHand = undefined;
    if (last !== undefined) this.#mark(this.incoming.done(last));
    const message = this.incoming.next();
    if (message === undefined) return false;
    this.#inHand = message;
    if (message.deliveryClass === 'durable')
      this.#mark({ sender: message.sender, stream: message.stream, done: message.seq - 1, inHand: message.seq });
    const text = new TextDecoder().decode(message.body);
    this.shown.push({ text, stream: hex(message.stream), seq: message.seq, redelivered: message.redelivered });
    return true;
  }

  receive(message: Uint8Array, now: number): void {
    this.#now = now;
    if (this.session !== undefined) {
      if (this.session.receive(message, now, this.#frames) === 'dropped') this.dropped += 1;
      return;
    }
    const envelope = decodeEnvelope(message);
    if (envelope?.kind !== 'attached' || this.#pending === undefined) return this.#hangUp();
    const traffic = finishAttach(this.#pending, envelope.value);
    this.#pending = undefined;
    if (traffic === 'router_unproven') return this.#hangUp();
    this.session = new Session('client', traffic, this.channel.settings, now, Infinity, this.rekey);
    this.attaches += 1;
    this.#questions.clear();
    this.out.attached();
    this.incoming.attached();
  }

  /** Attaches, ticks and sends what waits. */
  turn(now: number): void {
    this.#now = now;
    if (this.wire?.up !== true || this.session?.closed !== undefined) this.#hangUp();
    if (this.wire === undefined) this.#dial(now);
    else if (this.session === undefined && now >= this.#dialledAt + answerMs) this.#hangUp();
    this.session?.tick(now);
    this.flush(now);
  }

  flush(now: number): void {
    const { session, wire } = this;
    if (session === undefined || wire === undefined) return;
    for (;;) {
      if (session.closed === undefined) {
        this.incoming.writeAcks(session.out);
        this.out.pump(session.out, session.settings, now);
      }
      const record = session.flush(now);
      if (record === undefined) return;
      wire.send('c2r', record);
    }
  }

  /** The process dies and comes back with what is on its disk. */
  crash(): void {
    this.#hangUp();
    this.#inHand = undefined;
    this.#load();
  }

  get deadline(): number {
    return Math.min(this.session?.deadline ?? this.#dialledAt + answerMs, this.out.retryAtMs);
  }

  #dial(now: number): void {
    const pending = beginAttach(this.channel, this.routerKey, X25519Key.generate(), randomBytes(32));
    if (pending === undefined) throw new Error('no router key');
    this.#pending = pending;
    this.#dialledAt = now;
    this.wire = this.dial();
    this.wire.send('c2r', encodeEnvelope({ kind: 'attach', value: pending.hello }));
  }

  #hangUp(): void {
    this.wire?.cut();
    this.session?.abandon('peer_unreachable');
    this.wire = this.session = this.#pending = undefined;
  }

  #mark(mark: StreamMark): void {
    this.disk.marks.set(hex(mark.sender) + hex(mark.stream), mark);
  }

  #load(): void {
    this.incoming = new IncomingStreams(
      window,
      {
        skipped: (sender, stream, first, count) => {
          this.skipped.push(`${first}+${count}`);
          this.#mark({ sender, stream, done: first + count - 1, inHand: 0 });
        },
      },
      this.disk.marks.values(),
    );
    this.out = new OutgoingStreams<string>(
      (token, reason, stream, seq) => {
        if (stream.deliveryClass === 'durable') this.disk.posted.get(hex(stream.id))?.messages.delete(seq);
        if (token === undefined) return;
        if (reason !== undefined) this.refused.push(`${token} ${reason}`);
        else if (stream.deliveryClass === 'durable') this.accepted.push(token);
      },
      (_stream, reason) => this.halts.push(reason),
    );
    this.#keys = new Map();
    this.#places = new Map();
    for (const [id, { id: streamId, to, messages }] of this.disk.posted) {
      if (messages.size === 0) {
        this.disk.posted.delete(id);
        continue;
      }
      const firstSeq = Math.min(...messages.keys());
      const waiting: OutgoingMessage<string>[] = [];
      for (let seq = firstSeq; seq <= Math.max(...messages.keys()); seq += 1) {
        const body = messages.get(seq);
        waiting.push({ body, createdMs: this.#now, lifetimeS: 0, token: body && new TextDecoder().decode(body) });
      }
      const stream: OutgoingStream<string> = {
        id: streamId,
        to,
        deliveryClass: 'durable',
        firstSeq,
        waiting,
        head: 0,
        nextSeq: firstSeq,
        handle: 0,
        haltedBy: undefined,
        retryAtMs: 0,
      };
      this.out.restore(`restored ${id}`, stream);
    }
  }

  #visitor(): StreamFrames {
    const end = (reason: Parameters<Session['stop']>[0] | undefined): void => {
      if (reason !== undefined) this.session?.stop(reason, this.#now);
    };
    return {
      open: (handle, sender, stream, deliveryClass) => end(this.incoming.open(handle, sender, stream, deliveryClass)),
      run: (handle, first, created, stored, _lifetime, skipped, bodies, count) =>
        end(this.incoming.run(handle, first, created, stored, skipped, bodies, count)),
      refused: (handle, first, last, code) => this.out.refused(handle, first, last, code, this.#now),
      accepted: (handle, upTo) => this.out.accepted(handle, upTo),
      goOn: (handle) => this.out.goOn(handle),
      stored: () => undefined,
      credit: () => undefined,
      request: (id, _service, _timeoutMs, _key, _source, _attempt, body) => this.session?.out.reply(id, 0, none, body),
      reply: (id, code) => this.replies.push(`${this.#questions.get(id) ?? 'nobody asked'} ${code}`),
      presence: (client, online) => this.presences.push((online ? '+' : '-') + hex(client)),
      settings: () => undefined,
    };
  }
}
