import type { Keyring, X25519Key } from '@keyway/crypto';
import type { AcceptedAttach, RouterIdentity } from '@keyway/session';
import { acceptAttach, Session } from '@keyway/session';
import type { Attach, ErrorReason, SessionSettings, TicketBody } from '@keyway/wire';
import { codeOf, decodeEnvelope, encodeEnvelope, envelopeKind, isRecord } from '@keyway/wire';
import { Peer } from './peer.js';
import { count, type PeerLink } from './ports.js';
import type { Relay } from './relay.js';
import { keyOf } from './route.js';

/** What the door needs that is not pure: keys, and fresh ones. */
export interface DoorKeys {
  readonly identity: RouterIdentity;
  /** The ticket epochs known at the moment. */
  tickets(): Keyring;
  ephemeral(): X25519Key;
  /** The wall clock, by which leases and epochs end: it may be set while we run, and `now` does not follow. */
  wallMs(): number;
}

export interface DoorLimits {
  /** Sessions that have not proven their keys yet; the oldest is cut when there are more. */
  readonly halfOpen: number;
  readonly halfOpenMs: number;
}
export const defaultDoorLimits: DoorLimits = Object.freeze({ halfOpen: 4_096, halfOpenMs: 10_000 });

/** Counted by the true reason; the wire says `unauthorised` to all of them. */
export class DoorTotals {
  readonly refused = new Map<string, number>();
  readonly forbidden = new Map<string, number>();
  malformed = 0;
}

/**
 * Where links come in: a hello, an answer, and the first record that proves the keys. Only then the client counts as attached, so
 * that a replayed hello replaces nobody.
 */
export class Door {
  readonly totals = new DoorTotals();
  readonly #halfOpen = new Map<Visitor, number>();
  /** Made, and not yet shown to anybody: a hello that is refused costs no key pair. */
  #ephemeral: X25519Key | undefined;

  constructor(
    readonly relay: Relay,
    readonly keys: DoorKeys,
    readonly settings: () => SessionSettings,
    private readonly limits: DoorLimits = defaultDoorLimits,
  ) {}

  /** A link opened. Nothing is asked of it yet. */
  enter(link: PeerLink): Visitor {
    return new Visitor(this, link);
  }

  get halfOpenCount(): number {
    return this.#halfOpen.size;
  }

  /** From now on every hello is refused with `session_draining`, and nothing is taken of those who are here. */
  drain(): void {
    this.relay.drain();
  }

  /** Ends what is overdue. Call every fraction of the heartbeat. */
  sweep(now: number): void {
    this.relay.sweep(now);
    for (const [visitor, since] of this.#halfOpen) {
      if (now - since < this.limits.halfOpenMs) break; // oldest first
      visitor.leave();
    }
    for (const peer of this.relay.peers) {
      const { deadline } = peer.session;
      if (deadline !== undefined && deadline > now) continue;
      peer.session.tick(now);
      this.relay.touch(peer);
    }
  }

  /** @internal The session of a hello, or why not. */
  admit(hello: Attach, wallMs: number): AcceptedAttach | ErrorReason {
    const { identity, tickets, ephemeral } = this.keys;
    const epochs = tickets();
    // nobody could be told from a forger, or from somebody revoked: come back, and keep the channel
    if (epochs.ids.length === 0 || !this.relay.revocations.loaded) return 'unavailable';
    const key = (this.#ephemeral ??= ephemeral());
    const accepted = acceptAttach(hello, identity, epochs, key, wallMs);
    // an agreement that failed was shown to nobody; behind a proof the key counts as used, whatever came of it
    if (typeof accepted !== 'string' || accepted === 'suite_unsupported') this.#ephemeral = undefined;
    return accepted;
  }

  /** @internal */
  waits(visitor: Visitor, now: number): void {
    this.#halfOpen.set(visitor, now);
    if (this.#halfOpen.size <= this.limits.halfOpen) return;
    const [oldest] = this.#halfOpen.keys();
    oldest?.leave();
  }

  /** @internal */
  waitsNoMore(visitor: Visitor): void {
    this.#halfOpen.delete(visitor);
  }
}

/** One link, from its first byte to its end. */
export class Visitor {
  #peer: Peer | undefined;
  #attached = false;
  #gone = false;

  constructor(
    private readonly door: Door,
    private readonly link: PeerLink,
  ) {}

  /** One transport message. Peer bytes never throw. */
  received(bytes: Uint8Array, now: number): void {
    if (this.#gone) return;
    if (this.#peer === undefined) this.#hello(bytes, now);
    else if (!isRecord(bytes)) this.#forbid(envelopeKind(bytes));
    else if (this.#attached) this.#peer.receive(bytes, now);
    else this.#firstRecord(this.#peer, bytes, now);
  }

  drained(): void {
    if (this.#peer === undefined) return;
    this.#peer.writable = true;
    this.door.relay.touch(this.#peer);
  }

  /** The link is closed. */
  closed(): void {
    this.#gone = true;
    this.door.waitsNoMore(this);
    this.#peer?.lost();
  }

  /** Cuts the link. */
  leave(): void {
    this.door.waitsNoMore(this);
    this.link.close();
  }

  #hello(bytes: Uint8Array, now: number): void {
    const kind = envelopeKind(bytes);
    if (kind !== undefined && kind !== 'attach') return this.#forbid(kind);
    const envelope = decodeEnvelope(bytes);
    if (envelope?.kind !== 'attach') {
      this.door.totals.malformed += 1;
      return this.leave();
    }
    if (this.door.relay.draining) return this.#refuse('session_draining', 'session_draining', now);
    const wallMs = this.door.keys.wallMs();
    const accepted = this.door.admit(envelope.value, wallMs);
    if (typeof accepted === 'string') return this.#refuse(accepted, accepted === 'unavailable' ? accepted : 'unauthorised', now);
    if (this.#isRevoked(accepted.ticket)) return this.#refuse('revoked', 'unauthorised', now);
    const settings = this.door.settings();
    const session = new Session('router', accepted.traffic, settings, now, now + accepted.ticket.validUntilMs - wallMs);
    this.#peer = new Peer(this.door.relay, session, this.link, accepted.ticket);
    this.link.send(encodeEnvelope({ kind: 'attached', value: accepted.answer }));
    session.out.config(Math.floor(now), settings);
    this.#peer.flush(); // both in one write
    this.door.waits(this, now);
  }

  #firstRecord(peer: Peer, bytes: Uint8Array, now: number): void {
    peer.receive(bytes, now);
    if (peer.session.records.received === 0) return; // not with these keys
    this.#attached = true;
    this.door.waitsNoMore(this);
    if (this.door.relay.draining) peer.stop('session_draining');
    else if (this.door.relay.revocations.covers(peer.key, peer.ticket.serial))
      peer.stop('unauthorised'); // while it was at the door
    else if (peer.attached) this.#welcome(peer);
  }

  #welcome(peer: Peer): void {
    this.door.relay.attach(peer);
    const settings = this.door.settings();
    if (settings !== peer.session.settings) peer.configure(settings); // changed while it was at the door
  }

  #isRevoked({ clientId, serial }: TicketBody): boolean {
    return this.door.relay.revocations.covers(keyOf(clientId), serial);
  }

  #refuse(why: ErrorReason | 'revoked', said: ErrorReason, now: number): void {
    count(this.door.totals.refused, why);
    const value = { code: codeOf(said), requestHash: new Uint8Array(0), timeMs: Math.floor(now), retryAfterMs: 0 };
    this.link.send(encodeEnvelope({ kind: 'refusal', value }));
    this.leave();
  }

  /** A kind that is not for this socket: counted by kind, never handled. */
  #forbid(kind: string | undefined): void {
    count(this.door.totals.forbidden, kind ?? 'unknown');
    if (this.#peer === undefined) this.leave();
  }
}
