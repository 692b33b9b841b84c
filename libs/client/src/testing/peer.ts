import { encodeId } from '@keyway/crypto';
import type { Session, StreamFrames } from '@keyway/session';
import type { Link } from '@keyway/transport';
import { bodyBytes, classIds, codeOf, eachBody, encodeBodies, replySizeBound, requestSizeBound } from '@keyway/wire';
import type { TestRouter } from './router.js';

interface Handle {
  readonly peer: Uint8Array;
  readonly stream: Uint8Array;
  readonly live: boolean;
}

/** One attached client, as the test router sees it. */
export class TestPeer implements StreamFrames {
  readonly name: string;
  /** Set when the first record has proven the keys. */
  proven = false;
  readonly halted = new Set<string>();
  readonly #in: (Handle | undefined)[] = [];
  readonly #out = new Map<string, number>();
  readonly #outHandles: Handle[] = [];
  #cursor = 0;
  #granted = { messages: 0, bytes: 0 };
  #sent = { messages: 0, bytes: 0 };
  #turn: NodeJS.Immediate | undefined;
  #writable = true;

  constructor(
    readonly id: Uint8Array,
    readonly link: Link,
    readonly session: Session,
    private readonly router: TestRouter,
  ) {
    this.name = encodeId(id);
  }

  wake(): void {
    this.#turn ??= setImmediate(() => this.flush());
  }
  drained(): void {
    this.#writable = true;
    this.wake();
  }

  flush(): void {
    clearImmediate(this.#turn);
    this.#turn = undefined;
    while (this.#writable) {
      if (this.session.closed === undefined && this.proven) this.#deliver();
      const bytes = this.session.flush(this.router.nowMs());
      if (bytes === undefined) break;
      this.#writable = this.router.carry(this.link, bytes);
    }
    if (this.session.closed !== undefined) this.link.close();
  }

  /** Relays a live run. @returns false when the client has no credit for it. */
  relay(sender: Uint8Array, stream: Uint8Array, firstSeq: number, createdMs: number, bodies: Uint8Array, count: number): boolean {
    if (this.#sent.messages + count > this.#granted.messages || this.#sent.bytes >= this.#granted.bytes) return false;
    if (this.session.out.wouldOverflow(bodies.length + 128)) this.flush();
    if (this.session.out.wouldOverflow(bodies.length + 128)) return false;
    const handle = this.#handle(sender, stream, true);
    this.session.out.run(handle, firstSeq, createdMs, 0, 0, 0, bodies);
    this.#sent.messages += count;
    this.#sent.bytes += bodies.length;
    this.wake();
    return true;
  }

  /** Gives work to this client. */
  work(id: number, service: string, timeoutMs: number, key: Uint8Array, asker: Uint8Array, attempt: number, body: Uint8Array): void {
    if (this.session.out.wouldOverflow(requestSizeBound(body.length))) this.flush();
    this.session.out.request(id, service, timeoutMs, key, asker, attempt, body);
    this.wake();
  }
  /** Answers this client. */
  answer(id: number, code: number, source: Uint8Array, body: Uint8Array): void {
    if (this.session.out.wouldOverflow(replySizeBound(body.length))) this.flush();
    this.session.out.reply(id, code, source, body);
    this.wake();
  }

  open(handle: number, peer: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    if (handle > this.session.settings.maxStreams) {
      this.router.overruns += 1;
      return this.session.stop('stream_limit', this.router.nowMs());
    }
    this.#in[handle] = { peer: peer.slice(), stream: stream.slice(), live: deliveryClass === classIds.live };
  }

  run(
    handle: number,
    firstSeq: number,
    createdMs: number,
    _storedMs: number,
    lifetimeS: number,
    skipped: number,
    bodies: Uint8Array,
    count: number,
  ): void {
    const { out } = this.session;
    const to = this.#in[handle];
    if (to === undefined) return this.session.stop('malformed', this.router.nowMs());
    const last = firstSeq + count + skipped - 1;
    if (to.live) {
      const peer = this.router.peerOf(to.peer);
      const relayed = count === 0 || peer?.relay(this.id, to.stream, firstSeq, createdMs, bodies, count) === true;
      if (!relayed) out.refused(handle, firstSeq, last, codeOf(peer ? 'backpressure' : 'recipient_offline'));
      return out.accepted(handle, last);
    }
    const refusal = this.#take(to, firstSeq, createdMs, lifetimeS, skipped, bodies, last);
    if (refusal === undefined) return out.accepted(handle, last);
    if (refusal.from > firstSeq) out.accepted(handle, refusal.from - 1);
    out.refused(handle, refusal.from, 0, codeOf(refusal.reason));
    if (refusal.reason === 'mailbox_full') this.router.halt(to.peer, this, handle);
  }

  stored(handle: number, upTo: number): void {
    const from = this.#outHandles[handle];
    if (from) this.router.stored(this.id, from.stream, upTo);
  }
  credit(messages: number, bytes: number): void {
    this.#granted = { messages, bytes };
  }
  request(id: number, service: string, timeoutMs: number, key: Uint8Array, _source: Uint8Array, _attempt: number, body: Uint8Array): void {
    this.router.desk.request(this, id, service, timeoutMs, key, body);
  }
  reply(id: number, code: number, _source: Uint8Array, body: Uint8Array): void {
    this.router.desk.reply(this, id, code, body);
  }
  presence(): void {}
  refused(): void {}
  accepted(): void {}
  goOn(): void {}
  settings(): void {}

  #take(
    to: Handle,
    firstSeq: number,
    createdMs: number,
    lifetimeS: number,
    skipped: number,
    bodies: Uint8Array,
    last: number,
  ): { from: number; reason: 'recipient_unknown' | 'stream_gap' | 'mailbox_full' } | undefined {
    const { world } = this.router;
    if (!this.router.knows(to.peer)) return { from: firstSeq, reason: 'recipient_unknown' };
    const key = `${this.name}/${encodeId(to.peer)}/${Buffer.from(to.stream).toString('hex')}`;
    let mark = world.marks.get(key);
    if (mark !== undefined && firstSeq > mark + 1) return { from: firstSeq, reason: 'stream_gap' };
    mark ??= firstSeq - 1;
    const list: (Uint8Array | undefined)[] = Array.from({ length: skipped });
    eachBody(bodies, (body) => list.push(body.slice()));
    this.router.peerOf(to.peer)?.wake();
    const storedMs = this.router.nowMs();
    const expiresMs = lifetimeS === 0 ? Infinity : createdMs + lifetimeS * 1_000;
    for (let seq = Math.max(firstSeq, mark + 1); seq <= last; seq += 1) {
      if (world.mailbox(to.peer).length >= world.quota) return { from: seq, reason: 'mailbox_full' };
      world.store(to.peer, { sender: this.id, stream: to.stream, seq, createdMs, storedMs, expiresMs, body: list[seq - firstSeq] });
      world.marks.set(key, seq);
    }
    return undefined;
  }

  #deliver(): void {
    const { out } = this.session;
    for (const row of this.router.world.mailbox(this.id)) {
      if (row.id <= this.#cursor) continue;
      if (this.#sent.messages >= this.#granted.messages || this.#sent.bytes >= this.#granted.bytes) return;
      const body = row.expiresMs > this.router.nowMs() ? row.body : undefined;
      const bodies = body ? encodeBodies([body]) : new Uint8Array(0);
      if (out.wouldOverflow(bodies.length + 128)) return;
      const handle = this.#handle(row.sender, row.stream, false);
      out.run(handle, row.seq, row.createdMs, row.storedMs, 0, body ? 0 : 1, bodies);
      this.#cursor = row.id;
      this.#sent.messages += body ? 1 : 0;
      this.#sent.bytes += bodies.length > 0 ? bodyBytes(bodies) + 4 : 0;
    }
  }

  #handle(sender: Uint8Array, stream: Uint8Array, live: boolean): number {
    const key = `${encodeId(sender)}/${Buffer.from(stream).toString('hex')}`;
    let handle = this.#out.get(key);
    if (handle === undefined) {
      handle = this.#out.size + 1;
      this.#out.set(key, handle);
      this.#outHandles[handle] = { peer: sender, stream, live };
      this.session.out.open(handle, sender, stream, live ? classIds.live : classIds.durable);
    }
    return handle;
  }
}
