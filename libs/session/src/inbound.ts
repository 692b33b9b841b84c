import type { FrameVisitor, SessionSettings } from '@keyway/wire';
import { reasonOf, scanFrames } from '@keyway/wire';
import type { Session } from './session.js';
import { areSound } from './settings.js';

export type SessionRole = 'client' | 'router';

/** Frames for who uses the session, which has checked that this side may get them, and from this side. Bytes alias the record. */
export interface StreamFrames extends Pick<
  FrameVisitor,
  'open' | 'run' | 'refused' | 'accepted' | 'goOn' | 'stored' | 'credit' | 'request' | 'reply' | 'presence'
> {
  /** The router changed the settings; the session itself has adopted them. */
  settings(settings: SessionSettings): void;
}

/**
 * What a peer may say, by its role: everything else ends the session with `frame_forbidden` (scoping: a client cannot speak as a
 * router). Frames behind a Stop, or behind a fault, are not handled.
 */
export class InboundFrames implements FrameVisitor {
  #visitor: StreamFrames | undefined;
  #rekeyed = false;
  #now = 0;

  constructor(private readonly session: Session) {}

  /** @returns whether the peer's next record comes under its next keys. */
  scan(plaintext: Uint8Array, visitor: StreamFrames, now: number): boolean {
    this.#visitor = visitor;
    this.#now = now;
    this.#rekeyed = false;
    if (!scanFrames(plaintext, this)) this.session.stop('malformed', now);
    this.#visitor = undefined;
    return this.#rekeyed;
  }

  open(handle: number, peer: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    if (this.session.closed === undefined) this.#visitor?.open(handle, peer, stream, deliveryClass);
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
    if (this.session.closed === undefined) this.#visitor?.run(handle, firstSeq, createdMs, storedMs, lifetimeS, skipped, bodies, count);
  }
  refused(handle: number, first: number, last: number, code: number): void {
    if (this.#allowed('client')) this.#visitor?.refused(handle, first, last, code);
  }
  accepted(handle: number, upTo: number): void {
    if (this.#allowed('client')) this.#visitor?.accepted(handle, upTo);
  }
  goOn(handle: number): void {
    if (this.#allowed('client')) this.#visitor?.goOn(handle);
  }
  stored(handle: number, upTo: number): void {
    if (this.#allowed('router')) this.#visitor?.stored(handle, upTo);
  }
  credit(messages: number, bytes: number): void {
    if (this.#allowed('router')) this.#visitor?.credit(messages, bytes);
  }
  request(id: number, service: string, timeoutMs: number, key: Uint8Array, source: Uint8Array, attempt: number, body: Uint8Array): void {
    if (this.#names(source, attempt)) this.#visitor?.request(id, service, timeoutMs, key, source, attempt, body);
  }
  reply(id: number, code: number, source: Uint8Array, body: Uint8Array): void {
    if (this.#names(source)) this.#visitor?.reply(id, code, source, body);
  }
  presence(client: Uint8Array, online: boolean, timeMs: number): void {
    if (this.#allowed('client')) this.#visitor?.presence(client, online, timeMs);
  }
  config(_timeMs: number, settings: SessionSettings): void {
    if (!this.#allowed('client')) return;
    if (!areSound(settings)) return this.session.stop('malformed', this.#now);
    this.session.configured(settings);
    this.#visitor?.settings(settings);
  }
  heartbeat(): void {
    // any authenticated record is a sign of life
  }
  rekey(): void {
    this.#rekeyed = true;
  }
  stop(code: number, _timeMs: number, retryAfterMs: number): void {
    // a reason of a newer version must not read as "never come back"
    if (this.session.closed === undefined) this.session.abandon(reasonOf(code) ?? 'internal', retryAfterMs);
  }
  unknown(): void {
    // frames of a newer version are left out
  }

  /** Who asks or answers is said by the router, which has proven it, and never by the client itself; so is how often it was tried. */
  #names(source: Uint8Array, attempt?: number): boolean {
    if (this.session.closed !== undefined) return false;
    const said = this.session.role === 'client';
    if (source.length === (said ? 32 : 0) && (attempt === undefined || attempt > 0 === said)) return true;
    this.session.stop('malformed', this.#now);
    return false;
  }

  /** True when this end of the session is the one such a frame is meant for, and the session is open. */
  #allowed(receiver: SessionRole): boolean {
    if (this.session.closed !== undefined) return false;
    if (this.session.role === receiver) return true;
    this.session.stop('frame_forbidden', this.#now);
    return false;
  }
}
