import { X25519Key } from '@keyway/crypto';
import type { ErrorReason } from '@keyway/wire';
import { classIds, codeOf, decodeEnvelope, eachBody, encodeBodies, encodeEnvelope, isRecord, limits, runSizeBound } from '@keyway/wire';
import { acceptAttach } from '../attach.js';
import type { StreamFrames } from '../inbound.js';
import { Session, type RekeyLimits } from '../session.js';
import type { TestFleet } from './fleet.js';
import { testSettings } from './fleet.js';
import { hex, type TestMailbox } from './mailbox.js';
import type { Wire } from './wire.js';

interface Append {
  readonly peer: RouterPeer;
  readonly handle: number;
  readonly to: Uint8Array;
  readonly stream: Uint8Array;
  readonly firstSeq: number;
  readonly bodies: readonly (Uint8Array | undefined)[];
}

/** A router for one client: relays live messages and keeps durable ones, first into the mailbox, then on. */
export class RouterEnd {
  readonly dropped = { records: 0, hellos: 0 };
  readonly refusals: ErrorReason[] = [];
  readonly peers = new Map<Wire, RouterPeer>();
  current: RouterPeer | undefined;
  /** Handed to the store, not synced: a crash loses it. */
  readonly appending: Append[] = [];

  constructor(
    readonly fleet: TestFleet,
    readonly mailbox: TestMailbox,
    readonly settings = testSettings,
    readonly rekey: RekeyLimits | undefined = undefined,
  ) {}

  receive(wire: Wire, message: Uint8Array, now: number): void {
    const peer = this.peers.get(wire);
    if (peer !== undefined && isRecord(message)) return peer.receive(message, now);
    const envelope = peer === undefined ? decodeEnvelope(message) : undefined;
    if (envelope?.kind !== 'attach') {
      this.dropped.hellos += 1;
      return;
    }
    const result = acceptAttach(envelope.value, this.fleet.router(), this.fleet.tickets, X25519Key.generate(), now);
    if (typeof result === 'string') {
      this.refusals.push(result);
      return wire.send(
        'r2c',
        encodeEnvelope({ kind: 'refusal', value: { code: 2001, requestHash: new Uint8Array(0), timeMs: now, retryAfterMs: 0 } }),
      );
    }
    wire.send('r2c', encodeEnvelope({ kind: 'attached', value: result.answer }));
    const session = new Session('router', result.traffic, this.settings, now, result.ticket.validUntilMs, this.rekey);
    this.peers.set(wire, new RouterPeer(this, wire, session, new Uint8Array(result.ticket.clientId)));
  }

  /** The store has synced what it was given: now it is accepted, and delivered. */
  commit(now: number): void {
    for (const { peer, handle, to, stream, firstSeq, bodies } of this.appending.splice(0)) {
      const outcome = this.mailbox.append(to, peer.clientId, stream, firstSeq, bodies);
      const { out } = peer.session;
      if (outcome.kind === 'stored') out.accepted(handle, outcome.upTo);
      else {
        if (outcome.from > firstSeq) out.accepted(handle, outcome.from - 1);
        out.refused(handle, outcome.from, 0, codeOf(outcome.reason));
        if (outcome.reason === 'mailbox_full') peer.halted.set(handle, to);
      }
    }
    this.flush(now);
  }

  flush(now: number): void {
    for (const [wire, peer] of this.peers) {
      peer.flush(now);
      if (peer.session.closed !== undefined || !wire.up) this.#forget(wire, peer);
    }
  }

  tick(now: number): void {
    for (const peer of this.peers.values()) peer.session.tick(now);
    this.flush(now);
  }

  #forget(wire: Wire, peer: RouterPeer): void {
    this.peers.delete(wire);
    if (this.current === peer) this.current = undefined;
    peer.session.abandon('peer_unreachable');
    wire.cut();
  }
}

/** One session of the client; it replaces the one before with its first valid record, not earlier. */
export class RouterPeer implements StreamFrames {
  readonly halted = new Map<number, Uint8Array>();
  readonly #in: { readonly to: Uint8Array; readonly stream: Uint8Array; readonly live: boolean }[] = [];
  readonly #out = new Map<string, number>();
  /** Numbers of the client's own requests, by the number under which the work went out. */
  readonly #questions = new Map<number, number>();
  #worked = 0;
  readonly #outHandles: { readonly sender: Uint8Array; readonly stream: Uint8Array }[] = [];
  #granted = { messages: 0, bytes: 0 };
  #sent = { messages: 0, bytes: 0 };
  #cursor = 0;
  #now = 0;

  constructor(
    private readonly router: RouterEnd,
    readonly wire: Wire,
    readonly session: Session,
    readonly clientId: Uint8Array,
  ) {}

  receive(record: Uint8Array, now: number): void {
    this.#now = now;
    const received = this.session.receive(record, now, this);
    if (received === 'dropped') this.router.dropped.records += 1;
    if (received !== 'taken' || this.router.current === this) return;
    this.router.current?.session.stop('session_replaced', now);
    this.router.current = this;
  }

  flush(now: number): void {
    const { out } = this.session;
    for (const [handle, to] of this.halted) {
      if (!this.router.mailbox.hasRoom(to)) continue;
      this.halted.delete(handle);
      out.goOn(handle);
    }
    if (this.router.current === this && this.session.closed === undefined) this.#deliver(now);
    this.#seal(now);
  }

  open(handle: number, peer: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    if (handle !== this.#in.length + 1) return this.session.stop('malformed', this.#now);
    this.#in.push({ to: new Uint8Array(peer), stream: new Uint8Array(stream), live: deliveryClass === classIds.live });
  }

  run(...[handle, firstSeq, createdMs, , , skipped, region, count]: Parameters<StreamFrames['run']>): void {
    const to = this.#in[handle - 1];
    if (to === undefined) return this.session.stop('malformed', this.#now);
    const last = firstSeq + count + skipped - 1;
    if (to.live) {
      const { current } = this.router;
      const relayed =
        count === 0 ||
        (hex(to.to) === hex(this.clientId) &&
          current?.relay(this.clientId, to.stream, firstSeq, createdMs, region, count, this.#now) === true);
      if (!relayed) this.session.out.refused(handle, firstSeq, last, codeOf('recipient_offline'));
      return this.session.out.accepted(handle, last);
    }
    const bodies: (Uint8Array | undefined)[] = new Array<undefined>(skipped).fill(undefined);
    eachBody(region, (body) => bodies.push(body.slice()));
    this.router.appending.push({ peer: this, handle, to: to.to, stream: to.stream, firstSeq, bodies });
  }

  stored(handle: number, upTo: number): void {
    const from = this.#outHandles[handle - 1];
    if (from) this.router.mailbox.release(this.clientId, from.sender, from.stream, upTo);
  }
  credit(messages: number, bytes: number): void {
    this.#granted = { messages, bytes };
  }

  /** The client works for `echo` itself; the fleet's own service tells it that it is there; there is nothing else. */
  request(...[id, service, timeoutMs, key, , , body]: Parameters<StreamFrames['request']>): void {
    const { out } = this.session;
    const { keyId } = this.router.fleet.routers[0]!.service;
    if (service === 'echo') {
      this.#questions.set((this.#worked += 1), id);
      return out.request(this.#worked, service, timeoutMs, key, this.clientId, 1, body);
    }
    const isFleet = service === 'keyway.fleet';
    if (isFleet) out.presence(this.clientId, true, this.#now);
    out.reply(id, isFleet ? 0 : codeOf('no_such_service'), keyId, new Uint8Array(0));
  }
  reply(work: number, code: number, _source: Uint8Array, body: Uint8Array): void {
    const id = this.#questions.get(work);
    if (id === undefined) return;
    this.#questions.delete(work);
    this.session.out.reply(id, code, this.clientId, body);
  }
  presence(): void {}
  refused(): void {}
  accepted(): void {}
  goOn(): void {}
  settings(): void {}

  relay(
    sender: Uint8Array,
    stream: Uint8Array,
    firstSeq: number,
    createdMs: number,
    bodies: Uint8Array,
    count: number,
    now: number,
  ): boolean {
    if (!this.#hasCredit()) return false;
    this.#write(this.#handle(sender, stream, classIds.live), firstSeq, createdMs, 0, 0, bodies, count, now);
    return true;
  }

  /** Rows behind the cursor, one stream's consecutive ones as one run. */
  #deliver(now: number): void {
    const rows = this.router.mailbox.rowsOf(this.clientId).filter((row) => row.id > this.#cursor);
    for (let at = 0; at < rows.length && this.#hasCredit();) {
      const row = rows[at]!;
      const handle = this.#handle(row.sender, row.stream, classIds.durable);
      const run = [row];
      let bytes = row.body?.length ?? 0;
      while (row.body !== undefined && run.length < 50) {
        const next = rows[at + run.length];
        if (
          next?.body === undefined ||
          hex(next.stream) !== hex(row.stream) ||
          next.seq !== row.seq + run.length ||
          (bytes += next.body.length) > limits.recordSoftBytes / 2
        )
          break;
        run.push(next);
      }
      this.#cursor = run.at(-1)!.id;
      at += run.length;
      if (row.body === undefined) this.#write(handle, row.seq, now, now, 1, new Uint8Array(0), 0, now);
      else this.#write(handle, row.seq, now, now, 0, encodeBodies(run.map((one) => one.body!)), run.length, now);
    }
  }

  #write(
    handle: number,
    firstSeq: number,
    createdMs: number,
    storedMs: number,
    skipped: number,
    bodies: Uint8Array,
    count: number,
    now: number,
  ): void {
    if (this.session.out.wouldOverflow(runSizeBound(bodies.length))) this.#seal(now);
    this.session.out.run(handle, firstSeq, createdMs, storedMs, 0, skipped, bodies);
    this.#sent = { messages: this.#sent.messages + count, bytes: this.#sent.bytes + bodies.length };
  }

  #hasCredit(): boolean {
    return this.#sent.messages < this.#granted.messages && this.#sent.bytes < this.#granted.bytes;
  }

  #handle(sender: Uint8Array, stream: Uint8Array, deliveryClass: number): number {
    const key = hex(sender) + hex(stream);
    let handle = this.#out.get(key);
    if (handle === undefined) {
      this.#outHandles.push({ sender, stream });
      this.#out.set(key, (handle = this.#outHandles.length));
      this.session.out.open(handle, sender, stream, deliveryClass);
    }
    return handle;
  }

  #seal(now: number): void {
    const record = this.session.flush(now);
    if (record !== undefined) this.wire.send('r2c', record);
  }
}
