import type { Traffic, TrafficKeys } from '@keyway/session';
import { eachBody, readRecordHead, reasonOf, recordHeadSize, scanFrames, writeRecordHead, type FrameVisitor } from '@keyway/wire';

/** One end of a session, sealed by hand: any plaintext under any number, with keys that may be those of somebody else. */
export class HandSession {
  #sent = 0;
  #out: TrafficKeys;
  readonly #in: TrafficKeys;

  constructor(
    readonly role: 'client' | 'router',
    readonly traffic: Traffic,
  ) {
    this.#out = role === 'client' ? traffic.c2r : traffic.r2c;
    this.#in = role === 'client' ? traffic.r2c : traffic.c2r;
  }

  /** The number of the next honest record. */
  get next(): number {
    return this.#sent + 1;
  }

  /** The next record. */
  record(plaintext: Uint8Array): Uint8Array {
    this.#sent += 1;
    return this.sealed(this.#sent, plaintext);
  }
  /** A record of any number; the numbers of honest ones do not move. @param as - the number in front, which nothing covers but the nonce. */
  sealed(seq: number, plaintext: Uint8Array, as = seq, keys = this.#out): Uint8Array {
    const sealed = new Uint8Array(keys.sealedBytes(plaintext.length));
    keys.sealInto(seq, plaintext, sealed, 0);
    return recordOf(as, sealed);
  }
  /** From the next record on: the next keys. */
  rekey(): void {
    this.#out = this.#out.ratchet();
  }
  /** What we do not say any more, or said without counting it. */
  skip(records: number): void {
    this.#sent += records;
  }

  /** @returns undefined for what is no record of the other side. */
  open(record: Uint8Array): Uint8Array | undefined {
    const head = { seq: 0, start: 0 };
    return readRecordHead(record, head) ? this.#in.open(head.seq, record.subarray(head.start)) : undefined;
  }
}

export function recordOf(seq: number, sealed: Uint8Array): Uint8Array {
  const record = new Uint8Array(recordHeadSize(sealed.length) + sealed.length);
  record.set(sealed, writeRecordHead(record, seq, sealed.length));
  return record;
}

/** Every frame of a record in words: `stop malformed`, `accepted 2 7`, `run 1 1+2 hello world`. */
export function frameWords(plaintext: Uint8Array): readonly string[] {
  const words: string[] = [];
  const say = (...parts: readonly unknown[]): void => void words.push(parts.join(' '));
  const visitor: FrameVisitor = {
    open: (handle) => say('open', handle),
    run: (handle, first, _created, _stored, _life, skipped, bodies, count) => {
      const texts: string[] = [];
      eachBody(bodies, (body) => texts.push(Buffer.from(body).toString('latin1')));
      say('run', handle, `${first}+${count + skipped}`, ...texts);
    },
    refused: (handle, first, _last, code) => say('refused', handle, first, reasonOf(code)),
    accepted: (handle, upTo) => say('accepted', handle, upTo),
    goOn: (handle) => say('goOn', handle),
    stored: (handle, upTo) => say('stored', handle, upTo),
    credit: () => say('credit'),
    config: () => say('config'),
    heartbeat: () => say('heartbeat'),
    request: (id, service) => say('request', id, service),
    reply: (id, code) => say('reply', id, code === 0 ? 'done' : reasonOf(code)),
    presence: (_client, online) => say('presence', online),
    rekey: () => say('rekey'),
    stop: (code) => say('stop', reasonOf(code)),
    unknown: (field) => say('unknown', field),
  };
  if (!scanFrames(plaintext, visitor)) say('unreadable');
  return words;
}
