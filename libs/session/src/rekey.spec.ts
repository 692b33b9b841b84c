import { readRecordHead, recordHeadSize, writeRecordHead } from '@keyway/wire';
import { defaultRekey, type Session } from './session.js';
import { testSettings } from './testing/fleet.js';
import { sessions, trafficOf } from './testing/sessions.js';
import { ignore } from './testing/visitor.js';
import type { TrafficKeys } from './traffic.js';

/** One record from `session`, with a heartbeat in it. */
function say(session: Session, now = 0): Uint8Array {
  session.out.heartbeat(now);
  return session.flush(now)!;
}

const { timeoutMs } = testSettings;

describe('T11: rekey', () => {
  /** What the sender still finds in its plaintext: how many records went under each key. */
  function perKey(records: number, count: number, ms = 1e9, step = 0): number[] {
    const { client, router } = sessions(0, { records, ms });
    const sizes: number[] = [];
    let before = 0;
    for (let i = 0; i < count; i += 1) {
      client.out.heartbeat(0);
      const plain = client.out.length;
      const record = client.flush(i * step)!;
      router.out.heartbeat(0);
      client.receive(router.flush(i * step)!, i * step, ignore);
      expect(router.receive(record, i * step, ignore)).toBe('taken');
      if (record.length > plain + 13 + 16) {
        sizes.push(i + 1 - before);
        before = i + 1;
      }
    }
    return sizes;
  }

  it('comes in the last record the limit allows, never one later', () => {
    expect(perKey(5, 20)).toEqual([5, 5, 5, 5]);
    expect(perKey(1, 3)).toEqual([1, 1, 1]);
  });

  it('comes with the first record at its hour', () => {
    expect(perKey(1e6, 30, 1_000, 100)).toEqual([11, 10]);
  });

  it('a receiver takes twice the records under one key and refuses the next with key_spent', () => {
    const lazy = sessions(0, { records: 1e9, ms: 1e9 }).client;
    const router = sessions(0, { records: 5, ms: 1e9 }).router;
    for (let i = 0; i < 10; i += 1) expect(router.receive(say(lazy), 0, ignore)).toBe('taken');
    expect([router.receive(say(lazy), 0, ignore), router.closed]).toEqual(['closed', 'key_spent']);
  });

  it('a receiver takes one key for twice the time and refuses it then', () => {
    const settings = { ...testSettings, heartbeatMs: 1e9, timeoutMs: 2e9 };
    const lazy = sessions(0, { records: 1e9, ms: 1e9 }, settings).client;
    const router = sessions(0, { records: 1e9, ms: 1_000 }, settings).router;
    expect(router.receive(say(lazy, 2_000), 2_000, ignore)).toBe('taken');
    expect([router.receive(say(lazy, 2_001), 2_001, ignore), router.closed]).toEqual(['closed', 'key_spent']);
  });

  it('the directions change their keys apart from each other', () => {
    const { client, router } = sessions(0, { records: 3, ms: 1e9 });
    for (let i = 0; i < 10; i += 1) expect(router.receive(say(client), 0, ignore)).toBe('taken');
    for (let i = 0; i < 10; i += 1) expect(client.receive(say(router), 0, ignore)).toBe('taken');
  });

  it('without the record that announced it, nothing opens any more, and the session ends by its timeout', () => {
    const { client, router } = sessions(0, { records: 2, ms: 1e9 });
    router.receive(say(client), 0, ignore);
    say(client);
    for (let i = 0; i < 5; i += 1) expect(router.receive(say(client), 0, ignore)).toBe('dropped');
    router.tick(timeoutMs);
    expect(router.closed).toBe('session_idle');
  });

  describe.each([1, 2, 3, 4])('with the limits of the protocol, suite %i', (suite) => {
    const { records } = defaultRekey;
    const ends = (): ReturnType<typeof sessions> => sessions(0, undefined, testSettings, Infinity, 1, suite);

    it('T11: with its counter at the limit less one, the next record says Rekey and the one behind it is sealed under the next keys', () => {
      const { client, router } = ends();
      for (const end of [client, router]) end.spend(records - 2);
      const old = trafficOf(1, suite).c2r;
      const opens = (record: Uint8Array): boolean => opened(old, record) !== undefined;
      const three = [say(client), say(client), say(client)]; // limit − 1, the limit, and behind it
      expect(three.map(opens)).toEqual([true, true, false]);
      expect(three.map((record) => Buffer.from(opened(old, record) ?? []).includes(0x72))).toEqual([false, true, false]);
      expect(three.map((record) => router.receive(record, 0, ignore))).toEqual(['taken', 'taken', 'taken']);
      expect(client.records.sent).toBe(records + 1);
    });

    it('T11: a receiver takes twice the limit under one key, and refuses one more by name', () => {
      const lazy = sessions(0, { records: Infinity, ms: Infinity }, testSettings, Infinity, 1, suite).client;
      const { router } = ends();
      for (const end of [lazy, router]) end.spend(2 * records - 1);
      expect([router.receive(say(lazy), 0, ignore), router.closed]).toEqual(['taken', undefined]);
      expect([router.receive(say(lazy), 0, ignore), router.closed]).toEqual(['closed', 'key_spent']);
    });

    it('T11: record numbers do not wrap at 32 bits', () => {
      const { client, router } = sessions(0, { records: Infinity, ms: Infinity }, testSettings, Infinity, 1, suite);
      for (const end of [client, router]) end.spend(2 ** 32 - 2);
      const four = [say(client), say(client), say(client), say(client)];
      expect(four.map((record) => (readRecordHead(record, head), head.seq - 2 ** 32))).toEqual([-1, 0, 1, 2]);
      expect(four.map((record) => router.receive(record, 0, ignore))).toEqual(Array(4).fill('taken'));
      expect(four.map((record) => router.receive(record, 0, ignore))).toEqual(Array(4).fill('dropped'));
    });
  });
});

describe.each([1, 2, 3, 4])('T7: a record of before a rekey, suite %i', (suite) => {
  /** A session whose client has just changed its keys, and what it said before. */
  function rekeyed(): { readonly router: Session; readonly before: readonly Uint8Array[]; readonly next: () => Uint8Array } {
    const { client, router } = sessions(0, { records: 3, ms: 1e9 }, testSettings, Infinity, 1, suite);
    const before = [say(client), say(client), say(client)];
    for (const record of before) expect(router.receive(record, 0, ignore)).toBe('taken');
    return { router, before, next: () => say(client) };
  }

  it('is dropped, as it came', () => {
    const { router, before, next } = rekeyed();
    for (const record of before) expect(router.receive(record, 0, ignore)).toBe('dropped');
    expect(router.receive(next(), 0, ignore)).toBe('taken');
    for (const record of before) expect(router.receive(record, 0, ignore)).toBe('dropped');
  });

  it('is dropped under any number it is given, the expected one too', () => {
    const { router, before, next } = rekeyed();
    for (const record of before)
      for (const seq of [1, 2, 3, 4, 5, 100]) expect(router.receive(renumbered(record, seq), 0, ignore)).toBe('dropped');
    expect([router.closed, router.receive(next(), 0, ignore)]).toEqual([undefined, 'taken']);
  });

  it('is dropped though a thief of the old keys makes it anew for the expected number', () => {
    const { router, next } = rekeyed();
    const stolen = trafficOf(1, suite).c2r;
    const plaintext = Uint8Array.of(0x4a, 0);
    const sealedBytes = stolen.sealedBytes(plaintext.length);
    for (const seq of [4, 5]) {
      const record = new Uint8Array(recordHeadSize(sealedBytes) + sealedBytes);
      stolen.sealInto(seq, plaintext, record, writeRecordHead(record, seq, sealedBytes));
      expect(router.receive(record, 0, ignore)).toBe('dropped');
    }
    expect([router.closed, router.receive(next(), 0, ignore)]).toEqual([undefined, 'taken']);
  });
});

const head = { seq: 0, start: 0 };

function opened(keys: TrafficKeys, record: Uint8Array): Uint8Array | undefined {
  readRecordHead(record, head);
  return keys.open(head.seq, record.subarray(head.start));
}

/** The same record with another number in its head. */
function renumbered(record: Uint8Array, seq: number): Uint8Array {
  readRecordHead(record, head);
  const copy = new Uint8Array(record);
  writeRecordHead(copy, seq, record.length - head.start);
  return copy;
}
