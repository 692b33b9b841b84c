import type { StreamFrames } from '@keyway/session';
import type { ErrorReason, SessionSettings } from '@keyway/wire';
import type { Holdings } from './attachment.js';

/** Leads the frames of a record to the inbox, the outbox and the calls. */
export class ClientFrames implements StreamFrames {
  constructor(
    private readonly holdings: Holdings,
    private readonly fault: (reason: ErrorReason) => void,
  ) {}

  open(handle: number, peer: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    const reason = this.holdings.inbox.streams.open(handle, peer, stream, deliveryClass);
    if (reason !== undefined) this.fault(reason);
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
    const reason = this.holdings.inbox.streams.run(handle, firstSeq, createdMs, storedMs, skipped, bodies, count);
    if (reason !== undefined) this.fault(reason);
  }
  refused(handle: number, first: number, last: number, code: number): void {
    this.holdings.outbox.streams.refused(handle, first, last, code, this.holdings.clock.now());
  }
  accepted(handle: number, upTo: number): void {
    this.holdings.outbox.streams.accepted(handle, upTo);
  }
  goOn(handle: number): void {
    this.holdings.outbox.streams.goOn(handle);
  }
  settings(settings: SessionSettings): void {
    this.holdings.outbox.limit(settings.maxBodyBytes);
    this.holdings.calls.limit(settings.maxBodyBytes);
  }
  request(id: number, service: string, timeoutMs: number, key: Uint8Array, source: Uint8Array, attempt: number, body: Uint8Array): void {
    this.holdings.calls.services.given(id, service, timeoutMs, key, source, attempt, body);
  }
  reply(id: number, code: number, source: Uint8Array, body: Uint8Array): void {
    this.holdings.calls.asking.replied(id, code, source, body);
  }
  presence(client: Uint8Array, online: boolean, timeMs: number): void {
    this.holdings.calls.presence.came(client, online, timeMs);
  }
  stored(): void {
    // only routers get these: the session refuses them here
  }
  credit(): void {
    // likewise
  }
}
