import type { SessionSettings } from './channel.js';
import { keyway } from '#generated';
import { bodyTag } from './bodies.js';
import { limits } from './limits.js';
import { isServiceName } from './service-name.js';
import { varintSize, writeVarint } from './varint.js';

/** Delivery classes of proto `DeliveryClass`. */
export const classIds = { durable: 0, live: 1 } as const;
export type DeliveryClass = keyof typeof classIds;

/** Tags of `Frames`: (field number << 3) | 2. */
export const frameTags = {
  open: 0x0a,
  run: 0x12,
  refused: 0x1a,
  accepted: 0x22,
  goOn: 0x2a,
  stored: 0x32,
  credit: 0x3a,
  config: 0x42,
  heartbeat: 0x4a,
  request: 0x52,
  reply: 0x5a,
  presence: 0x62,
  rekey: 0x72,
  stop: 0x7a,
} as const;

/** The head of a run; its bodies follow as one region (bodies.ts). Times in Unix milliseconds. */
export interface RunHead {
  readonly handle: number;
  readonly firstSeq: number;
  readonly createdMs: number;
  /** 0: never stored. */
  readonly storedMs: number;
  /** Seconds; 0: the fleet's longest. */
  readonly lifetimeS: number;
  /** Numbers given up; then there are no bodies. */
  readonly skipped: number;
}

const smallestBuffer = 1_024;
const largestBuffer = limits.recordBytes;
/** Kept free for a Rekey and a Stop. */
const lastWordBytes = 64;
const mostFrames = limits.recordFrames - 2;

/**
 * Collects frames, encoded, until the session seals them as one record. The buffer is only held while frames wait, so an idle
 * session costs nothing. Frames are written in the order they are given; see `Frames` for why that order is free.
 */
export class FrameWriter {
  #buffer: Uint8Array | undefined;
  #length = 0;
  #frames = 0;
  #shut = false;

  /** Bytes that wait. */
  get length(): number {
    return this.#length;
  }

  /** True when a frame of `bytes` more would cross a limit and something is waiting: seal what is here first. */
  wouldOverflow(bytes: number): boolean {
    return this.#length > 0 && (this.#length + bytes > limits.recordSoftBytes || this.#frames >= mostFrames);
  }

  /** The session is over: what waits is forgotten, and what is still written goes nowhere and costs no memory. */
  shut(): void {
    this.#shut = true;
    this.take();
    this.release();
  }

  /** Lends the waiting frames out and forgets them: valid until the next write. */
  take(): Uint8Array {
    const taken = this.#buffer === undefined ? none : this.#buffer.subarray(0, this.#length);
    this.#length = this.#frames = 0;
    return taken;
  }

  /** Gives the buffer back after the frames of `take` were sealed. */
  release(): void {
    if (this.#length > 0 || this.#buffer === undefined) return;
    giveBack(this.#buffer);
    this.#buffer = undefined;
  }

  /** @param peer - 32 bytes. @param stream - 16 bytes. Throws RangeError otherwise: the rest would be another session's bytes. */
  open(handle: number, peer: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    if (peer.length !== 32 || stream.length !== 16) throw new RangeError('a peer is 32 bytes and a stream 16');
    const inner = 1 + varintSize(handle) + 34 + 18 + (deliveryClass === 0 ? 0 : 2);
    const buffer = this.#frame(frameTags.open, inner);
    let pos = writeVarint(buffer, put(buffer, this.#length, 0x08), handle);
    pos = writeVarint(buffer, put(buffer, pos, 0x12), 32);
    buffer.set(peer, pos);
    pos = writeVarint(buffer, put(buffer, pos + 32, 0x1a), 16);
    buffer.set(stream, pos);
    pos += 16;
    if (deliveryClass !== 0) pos = writeVarint(buffer, put(buffer, pos, 0x20), deliveryClass);
    this.#length = pos;
  }

  /** Writes a run; `bodies` is copied. Numbers are positional for the hot path: see `RunHead`. */
  run(handle: number, firstSeq: number, createdMs: number, storedMs: number, lifetimeS: number, skipped: number, bodies: Uint8Array): void {
    const inner =
      2 +
      varintSize(handle) +
      varintSize(firstSeq) +
      optionalSize(createdMs) +
      optionalSize(storedMs) +
      optionalSize(lifetimeS) +
      optionalSize(skipped) +
      bodies.length;
    const buffer = this.#frame(frameTags.run, inner);
    let pos = this.#length;
    buffer[pos] = 0x08;
    pos = writeVarint(buffer, pos + 1, handle);
    buffer[pos] = 0x10;
    pos = writeVarint(buffer, pos + 1, firstSeq);
    if (createdMs !== 0) pos = writeVarint(buffer, put(buffer, pos, 0x18), createdMs);
    if (storedMs !== 0) pos = writeVarint(buffer, put(buffer, pos, 0x20), storedMs);
    if (lifetimeS !== 0) pos = writeVarint(buffer, put(buffer, pos, 0x28), lifetimeS);
    if (skipped !== 0) pos = writeVarint(buffer, put(buffer, pos, 0x30), skipped);
    buffer.set(bodies, pos);
    this.#length = pos + bodies.length;
  }

  /** @param last - 0 for a durable stream: halted from `first` on. */
  refused(handle: number, first: number, last: number, code: number): void {
    this.#numbers(frameTags.refused, handle, first, last, code);
  }
  accepted(handle: number, upTo: number): void {
    this.#numbers(frameTags.accepted, handle, upTo);
  }
  goOn(handle: number): void {
    this.#numbers(frameTags.goOn, handle);
  }
  stored(handle: number, upTo: number): void {
    this.#numbers(frameTags.stored, handle, upTo);
  }
  credit(messages: number, bytes: number): void {
    this.#numbers(frameTags.credit, messages, bytes);
  }
  heartbeat(timeMs: number): void {
    this.#numbers(frameTags.heartbeat, timeMs);
  }
  rekey(): void {
    this.#numbers(frameTags.rekey);
  }
  stop(code: number, timeMs: number, retryAfterMs: number): void {
    this.#numbers(frameTags.stop, code, timeMs, retryAfterMs);
  }

  config(timeMs: number, settings: SessionSettings): void {
    const body = keyway.v1.Config.encode({ timeMs, settings }).finish();
    const buffer = this.#frame(frameTags.config, body.length);
    buffer.set(body, this.#length);
    this.#length += body.length;
  }

  /**
   * Writes a request; `body` is copied. Throws RangeError for what the peer would refuse.
   * @param key - 16 bytes.
   * @param source - 32 bytes to a client; none to a router.
   * @param attempt - 1 and more to a client; 0 to a router.
   */
  request(id: number, service: string, timeoutMs: number, key: Uint8Array, source: Uint8Array, attempt: number, body: Uint8Array): void {
    checkIdAndBody(id, source, body);
    if (!isServiceName(service)) throw new RangeError('a service is 1 to 64 characters of a-z 0-9 . _ -');
    if (!(timeoutMs >= 1 && timeoutMs <= limits.requestTimeoutMs)) throw new RangeError('a timeout is 1 to 600,000 ms');
    if (key.length !== 16) throw new RangeError('a key is 16 bytes');
    const inner =
      optionalSize(id) +
      bytesSize(service.length) +
      optionalSize(timeoutMs) +
      bytesSize(16) +
      bytesSize(source.length) +
      optionalSize(attempt) +
      bytesSize(body.length);
    const buffer = this.#frame(frameTags.request, inner);
    let pos = putNumber(buffer, this.#length, 0x08, id);
    pos = put(buffer, put(buffer, pos, 0x12), service.length);
    for (let i = 0; i < service.length; i += 1) buffer[pos + i] = service.charCodeAt(i);
    pos = putNumber(buffer, pos + service.length, 0x18, timeoutMs);
    pos = putBytes(buffer, pos, 0x22, key);
    pos = putBytes(buffer, pos, 0x2a, source);
    pos = putNumber(buffer, pos, 0x30, attempt);
    this.#length = putBytes(buffer, pos, bodyTag, body);
  }

  /** Writes a reply; `body` is copied. Throws RangeError for what the peer would refuse. @param source - As `request` has it. */
  reply(id: number, code: number, source: Uint8Array, body: Uint8Array): void {
    checkIdAndBody(id, source, body);
    const inner = optionalSize(id) + optionalSize(code) + bytesSize(source.length) + bytesSize(body.length);
    const buffer = this.#frame(frameTags.reply, inner);
    let pos = putNumber(buffer, this.#length, 0x08, id);
    pos = putNumber(buffer, pos, 0x10, code);
    pos = putBytes(buffer, pos, 0x1a, source);
    this.#length = putBytes(buffer, pos, bodyTag, body);
  }

  /** @param client - 32 bytes; throws RangeError otherwise. */
  presence(client: Uint8Array, online: boolean, timeMs: number): void {
    if (client.length !== 32) throw new RangeError('a client id is 32 bytes');
    const buffer = this.#frame(frameTags.presence, 34 + (online ? 2 : 0) + optionalSize(timeMs));
    let pos = putBytes(buffer, this.#length, 0x0a, client);
    pos = putNumber(buffer, pos, 0x10, online ? 1 : 0);
    this.#length = putNumber(buffer, pos, 0x18, timeMs);
  }

  /** A frame whose fields 1, 2, 3 … are varints; zeros are left out, as proto3 does. */
  #numbers(tag: number, ...values: readonly number[]): void {
    let inner = 0;
    for (const value of values) inner += optionalSize(value);
    const buffer = this.#frame(tag, inner);
    let pos = this.#length;
    for (let i = 0; i < values.length; i += 1) {
      if (values[i] !== 0) pos = writeVarint(buffer, put(buffer, pos, ((i + 1) << 3) | 0), values[i]!);
    }
    this.#length = pos;
  }

  /** Writes tag and length of a frame and makes room for it. Throws RangeError where the peer would refuse the record: our bug. */
  #frame(tag: number, inner: number): Uint8Array {
    if (this.#shut) this.#length = this.#frames = 0;
    const lastWord = tag >= frameTags.rekey; // a full record still takes a Rekey and a Stop
    const needed = this.#length + 1 + varintSize(inner) + inner;
    let buffer = this.#buffer;
    if (!lastWord && (needed > largestBuffer - lastWordBytes || this.#frames >= mostFrames)) {
      throw new RangeError(`a record of ${needed} bytes and ${this.#frames + 1} frames is over the limit`);
    }
    if (buffer === undefined || buffer.length < needed) buffer = this.#grow(needed);
    this.#frames += 1;
    buffer[this.#length] = tag;
    this.#length = writeVarint(buffer, this.#length + 1, inner);
    return buffer;
  }

  #grow(needed: number): Uint8Array {
    if (needed > largestBuffer) throw new RangeError(`a record of ${needed} bytes is over the limit`);
    const size = needed > pooledBytes ? largestBuffer : needed > smallestBuffer ? pooledBytes : smallestBuffer;
    const bigger = pools.get(size)?.pop() ?? new Uint8Array(size);
    if (this.#buffer !== undefined) {
      bigger.set(this.#buffer.subarray(0, this.#length));
      giveBack(this.#buffer);
    }
    this.#buffer = bigger;
    return bigger;
  }
}

/** An upper bound of what `FrameWriter.run` adds for a region of `bytes`. */
export const runSizeBound = (bytes: number): number => bytes + 64;

/** Upper bounds of what `FrameWriter.request` and `FrameWriter.reply` add for a body of `bytes`. */
export const requestSizeBound = (bytes: number): number => bytes + 160;
export const replySizeBound = (bytes: number): number => bytes + 64;

function checkIdAndBody(id: number, source: Uint8Array, body: Uint8Array): void {
  if (!(id >= 1 && id < 2 ** 32)) throw new RangeError('an id is 1 to 4,294,967,295');
  if (source.length !== 0 && source.length !== 32) throw new RangeError('a source is 32 bytes or none');
  if (body.length > limits.bodyBytes) throw new RangeError(`a body of ${body.length} bytes is over the limit`);
}

const put = (buffer: Uint8Array, pos: number, byte: number): number => {
  buffer[pos] = byte;
  return pos + 1;
};
const optionalSize = (value: number): number => (value === 0 ? 0 : 1 + varintSize(value));
/** Zeros and empty bytes are left out, as proto3 does. */
const bytesSize = (length: number): number => (length === 0 ? 0 : 1 + varintSize(length) + length);
const putNumber = (buffer: Uint8Array, pos: number, tag: number, value: number): number =>
  value === 0 ? pos : writeVarint(buffer, put(buffer, pos, tag), value);
function putBytes(buffer: Uint8Array, pos: number, tag: number, bytes: Uint8Array): number {
  if (bytes.length === 0) return pos;
  pos = writeVarint(buffer, put(buffer, pos, tag), bytes.length);
  buffer.set(bytes, pos);
  return pos + bytes.length;
}
const none = new Uint8Array(0);
/** Soft limit of a record and one more frame head. Plaintext is overwritten by the next use and lives only in this process. */
const pooledBytes = limits.recordSoftBytes + 1_024;
const pools = new Map<number, Uint8Array[]>([
  [smallestBuffer, []],
  [pooledBytes, []],
]);
function giveBack(buffer: Uint8Array): void {
  const pool = pools.get(buffer.length);
  if (pool !== undefined && pool.length < 64) pool.push(buffer);
}
