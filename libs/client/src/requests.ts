import type { FrameWriter } from '@keyway/wire';
import { decodePayload, limits, reasonOf, requestSizeBound, reservedServicePrefix, WireError } from '@keyway/wire';
import { guard } from './events.js';

/** An answer with code 0. */
export interface Answered {
  /** 32 bytes: the client id of who answered, or the router's key id when it was the fleet itself. */
  readonly source: Uint8Array;
  /** As it came: a Payload, but for the fleet's own services. */
  readonly body: Uint8Array;
}

/** Called once, from the inside of the driver. Be quick. */
export type SettleRequest = (error: WireError | undefined, answer: Answered | undefined) => void;

export interface Request {
  readonly service: string;
  /** A Payload, but for the fleet's own services; must not change until the request is settled. */
  readonly body: Uint8Array;
  /** 16 random bytes, the same however often the request is sent. */
  readonly key: Uint8Array;
  /** The clock's milliseconds: from then on nobody waits for the answer. */
  readonly deadline: number;
  /** It is not sent again once it has left: when its session ends without an answer it fails with `unavailable`. */
  readonly once?: boolean | undefined;
  readonly settle: SettleRequest;
}

interface Asked extends Request {
  /** Of this session; 0: not sent in it. */
  id: number;
  /** How often it was turned away, and what was said the last time. */
  turnedAway: number;
  refusal: WireError | undefined;
  /** Not sent again before. */
  restUntil: number;
  /** It had left in an earlier session. */
  repeated: boolean;
}

/** What a router takes from one session at a time: docs/protocol.md, "Limits". */
const mostOpen = 256;
const mostOpenBytes = 4_194_304;
/** What waits here behind that. */
const mostKept = 4_096;
const mostKeptBytes = 67_108_864;
const lastId = 0xffff_ffff;
/** When a router is lost, its workers are back at another one so soon: until then a repeated request is not told that there are none. */
const workersBackMs = 5_000;
const firstRestMs = 20;
const longestRestMs = 2_000;

/**
 * Open requests, the asking side. They outlive sessions: after a new attach they are sent again in their old order under their old
 * keys, until they are answered for or their deadline is over. Pure: frames go to a writer, results to `settle`.
 */
export class OpenRequests {
  readonly counters = { asked: 0, answered: 0, failed: 0, repeated: 0 };
  /** In the order they are to be sent. */
  #waiting = new Set<Asked>();
  readonly #sent = new Map<number, Asked>();
  readonly #resting = new Set<Asked>();
  #openBytes = 0;
  #keptBytes = 0;
  #nextId = 1;
  #nextAt = Infinity;
  #workersBackBy = 0;

  constructor(private readonly random: () => number = Math.random) {}

  /** Requests without an answer. */
  get open(): number {
    return this.#waiting.size + this.#sent.size + this.#resting.size;
  }

  /** When `tick` is due, or earlier; Infinity: nothing is open. */
  get deadline(): number {
    return this.#nextAt;
  }

  /** Takes a request; it leaves with the next `pump` that has room. Throws `backpressure`; then it is never settled. @returns its cancel. */
  add(request: Request): () => boolean {
    const bytes = request.body.length;
    if (this.open >= mostOpen + mostKept || this.#keptBytes + bytes > mostKeptBytes) {
      throw new WireError('backpressure', `${this.open} requests wait for their answer: await them before asking more`);
    }
    const asked: Asked = { ...request, id: 0, turnedAway: 0, refusal: undefined, restUntil: 0, repeated: false };
    this.#keptBytes += bytes;
    this.#waiting.add(asked);
    this.#ringAt(asked.deadline);
    this.counters.asked += 1;
    return () => this.#forget(asked);
  }

  /** A new session: what had left and was not answered goes first. */
  attached(now: number): void {
    for (const asked of this.#sent.values()) {
      if (asked.once)
        this.#fail(asked, new WireError('unavailable', 'the link was lost before the answer came: it may have been carried out'));
    }
    for (const asked of this.#sent.values()) {
      asked.id = 0;
      asked.repeated = true;
    }
    this.#workersBackBy = now + workersBackMs;
    this.counters.repeated += this.#sent.size;
    this.#waiting = new Set([...this.#sent.values(), ...this.#waiting]);
    this.#sent.clear();
    this.#openBytes = 0;
    this.#nextId = 1;
  }

  /** Writes what fits into this record and the router's window. */
  pump(out: FrameWriter, now: number): void {
    if (this.#waiting.size === 0) return;
    for (const asked of this.#waiting) {
      const bytes = asked.body.length;
      if (this.#sent.size >= mostOpen || this.#openBytes + bytes > mostOpenBytes) return;
      if (this.#nextId > lastId || out.wouldOverflow(requestSizeBound(bytes))) return;
      const left = Math.min(Math.ceil(asked.deadline - now), limits.requestTimeoutMs);
      if (left <= 0) continue; // `tick` ends it
      this.#waiting.delete(asked);
      asked.id = this.#nextId++;
      this.#sent.set(asked.id, asked);
      this.#openBytes += bytes;
      out.request(asked.id, asked.service, left, asked.key, none, 0, asked.body);
    }
  }

  /** The bytes may alias a record: what is kept is copied. */
  reply(id: number, code: number, source: Uint8Array, body: Uint8Array, now: number): void {
    const asked = this.#sent.get(id);
    if (asked === undefined) return; // given up, or overdue
    if (code === 0) {
      this.#forget(asked);
      this.counters.answered += 1;
      return guard(() => asked.settle(undefined, { source: source.slice(), body: body.slice() }));
    }
    const reason = reasonOf(code) ?? 'internal';
    const said = decodePayload(body);
    const error = new WireError(reason, said && said.data.length > 0 ? sentence(said.data) : nameOf(asked.service));
    const comesBack = reason === 'no_worker' && asked.repeated && now < this.#workersBackBy;
    if (reason === 'backpressure' || comesBack) this.#rest(asked, error, now);
    else this.#fail(asked, error);
  }

  /** Ends what is overdue and wakes what rested; early calls do nothing. @returns whether something is to be sent. */
  tick(now: number): boolean {
    if (now < this.#nextAt) return false;
    this.#nextAt = Infinity;
    for (const asked of [...this.#waiting, ...this.#sent.values(), ...this.#resting]) {
      if (asked.deadline <= now) this.#fail(asked, asked.refusal ?? this.#late(asked));
      else this.#ringAt(asked.deadline);
    }
    let woken = false;
    for (const asked of this.#resting) {
      if (asked.restUntil > now) {
        this.#ringAt(asked.restUntil);
        continue;
      }
      this.#resting.delete(asked);
      this.#waiting.add(asked);
      woken = true;
    }
    return woken;
  }

  /** The client ends: who waits is told. */
  close(error: WireError): void {
    for (const asked of [...this.#waiting, ...this.#sent.values(), ...this.#resting]) this.#fail(asked, error);
  }

  #late(asked: Asked): WireError {
    const where =
      asked.id > 0 || asked.repeated
        ? `${asked.service} did not answer in time`
        : `the request to ${asked.service} could not leave in time`;
    return new WireError('deadline_passed', where);
  }

  /** Turned away for the moment: it comes again, later each time. */
  #rest(asked: Asked, refusal: WireError, now: number): void {
    this.#unsend(asked);
    const bound = Math.min(longestRestMs, firstRestMs * 2 ** Math.min(asked.turnedAway, 10));
    asked.turnedAway += 1;
    asked.refusal = refusal;
    asked.restUntil = now + bound * (0.5 + 0.5 * this.random());
    this.#resting.add(asked);
    this.#ringAt(asked.restUntil);
  }

  #fail(asked: Asked, error: WireError): void {
    if (!this.#forget(asked)) return;
    this.counters.failed += 1;
    guard(() => asked.settle(error, undefined));
  }

  /** @returns false when it was settled or given up before. */
  #forget(asked: Asked): boolean {
    const held = this.#unsend(asked) || this.#waiting.delete(asked) || this.#resting.delete(asked);
    if (held) this.#keptBytes -= asked.body.length;
    return held;
  }

  #unsend(asked: Asked): boolean {
    if (!this.#sent.delete(asked.id)) return false;
    asked.id = 0;
    this.#openBytes -= asked.body.length;
    return true;
  }

  #ringAt(time: number): void {
    this.#nextAt = Math.min(this.#nextAt, time);
  }
}

/** The fleet's own services are nothing a caller has named. */
const nameOf = (service: string): string | undefined => (service.startsWith(reservedServicePrefix) ? undefined : service);

/** What another program says for people: one line, short, and without anything a terminal would obey. */
const sentence = (data: Uint8Array): string =>
  utf8
    .decode(data.subarray(0, 1_000))
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .slice(0, 300)
    .trim();

const none = new Uint8Array(0);
const utf8 = new TextDecoder();
