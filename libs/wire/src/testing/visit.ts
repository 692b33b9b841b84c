import type { SessionSettings } from '../channel.js';
import { eachBody } from '../bodies.js';
import { scanFrames, type FrameVisitor } from '../scan.js';

/** A frame as `scanFrames` reported it: kind, numbers and, for runs, bodies. */
export type Seen = readonly [kind: string, ...fields: readonly unknown[]];

/** Writes down everything it is told; bytes are copied. */
export class Recorder implements FrameVisitor {
  readonly seen: Seen[] = [];
  open(handle: number, peer: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    this.seen.push(['open', handle, peer.slice(), stream.slice(), deliveryClass]);
  }
  run(...[handle, firstSeq, createdMs, storedMs, lifetimeS, skipped, bodies, count]: Parameters<FrameVisitor['run']>): void {
    const list: Uint8Array[] = [];
    eachBody(bodies, (body) => list.push(body.slice()));
    this.seen.push(['run', handle, firstSeq, createdMs, storedMs, lifetimeS, skipped, list]);
    if (list.length !== count) throw new Error('count and bodies differ');
  }
  refused(handle: number, first: number, last: number, code: number): void {
    this.seen.push(['refused', handle, first, last, code]);
  }
  accepted(handle: number, upTo: number): void {
    this.seen.push(['accepted', handle, upTo]);
  }
  goOn(handle: number): void {
    this.seen.push(['goOn', handle]);
  }
  stored(handle: number, upTo: number): void {
    this.seen.push(['stored', handle, upTo]);
  }
  credit(messages: number, bytes: number): void {
    this.seen.push(['credit', messages, bytes]);
  }
  config(timeMs: number, settings: SessionSettings): void {
    this.seen.push(['config', timeMs, settings]);
  }
  heartbeat(timeMs: number): void {
    this.seen.push(['heartbeat', timeMs]);
  }
  request(...[id, service, timeoutMs, key, source, attempt, body]: Parameters<FrameVisitor['request']>): void {
    this.seen.push(['request', id, service, timeoutMs, key.slice(), source.slice(), attempt, body.slice()]);
  }
  reply(id: number, code: number, source: Uint8Array, body: Uint8Array): void {
    this.seen.push(['reply', id, code, source.slice(), body.slice()]);
  }
  presence(client: Uint8Array, online: boolean, timeMs: number): void {
    this.seen.push(['presence', client.slice(), online, timeMs]);
  }
  rekey(): void {
    this.seen.push(['rekey']);
  }
  stop(code: number, timeMs: number, retryAfterMs: number): void {
    this.seen.push(['stop', code, timeMs, retryAfterMs]);
  }
  unknown(fieldNumber: number): void {
    this.seen.push(['unknown', fieldNumber]);
  }
}

/** The frames of a record's plaintext; undefined when it is malformed. */
export function framesOf(bytes: Uint8Array): readonly Seen[] | undefined {
  const recorder = new Recorder();
  return scanFrames(bytes, recorder) ? recorder.seen : undefined;
}
