import type { FrameWriter } from '@keyway/wire';
import { encodeBodies, limits, recordHeadSize, writeRecordHead } from '@keyway/wire';
import { Session } from './session.js';
import { testSettings } from './testing/fleet.js';
import { sessions, trafficOf } from './testing/sessions.js';
import { ignore, listing } from './testing/visitor.js';

const { heartbeatMs, timeoutMs } = testSettings;
/** One record from `session`, with a frame in it. */
function say(session: Session, now = 0, write: (out: FrameWriter) => void = (out) => out.heartbeat(now)): Uint8Array {
  write(session.out);
  return session.flush(now)!;
}
const flip = (bytes: Uint8Array, at: number): Uint8Array => new Uint8Array(bytes).with(at, bytes[at]! ^ 1);

it('carries all frames that wait in one record, and nothing when none waits', () => {
  const { client, router } = sessions();
  expect(client.flush(0)).toBeUndefined();
  const seen = listing();
  const record = say(client, 0, (out) => {
    out.open(1, new Uint8Array(32), new Uint8Array(16), 0);
    out.run(1, 1, 5, 0, 0, 0, encodeBodies([Uint8Array.of(1)]));
    out.stored(1, 2);
    out.credit(3, 4);
  });
  expect([router.receive(record, 0, seen), seen.kinds]).toEqual(['taken', ['open', 'run', 'stored', 'credit']]);
  expect([client.flush(0), client.records, router.records]).toEqual([undefined, { sent: 1, received: 0 }, { sent: 0, received: 1 }]);
});

describe('T7: what is not the next record', () => {
  it('is dropped when it comes a second time, also after a rekey', () => {
    const { client, router } = sessions(0, { records: 3, ms: 1e9 });
    const all: Uint8Array[] = [];
    for (let i = 0; i < 8; i += 1) {
      const record = say(client);
      all.push(record);
      expect(router.receive(record, 0, ignore)).toBe('taken');
      for (const old of all) expect(router.receive(old, 0, ignore)).toBe('dropped');
    }
    expect(router.closed).toBeUndefined();
  });

  it('ends the session with STOP(session_gap) when one before it is missing', () => {
    const { client, router } = sessions();
    say(client);
    expect(router.receive(say(client), 0, ignore)).toBe('closed');
    expect(client.receive(router.flush(0)!, 0, ignore)).toBe('closed');
    expect([router.closed, client.closed]).toEqual(['session_gap', 'session_gap']);
  });

  it('is dropped when it is forged, cut, or from another session: no answer, no end', () => {
    const { client, router } = sessions();
    const record = say(client);
    for (let at = 0; at < record.length; at += 1) expect(router.receive(flip(record, at), 0, ignore)).toBe('dropped');
    for (let cut = 0; cut < record.length; cut += 1) expect(router.receive(record.subarray(0, cut), 0, ignore)).toBe('dropped');
    const stranger = sessions(0, undefined, testSettings, Infinity, 99);
    for (let i = 0; i < 3; i += 1) expect(router.receive(say(stranger.client), 0, ignore)).toBe('dropped');
    expect([router.flush(0), router.receive(record, 0, ignore)]).toEqual([undefined, 'taken']);
  });
});

it('T6, T36: forged and repeated records are no sign of life', () => {
  const { client, router } = sessions();
  const record = say(client);
  router.receive(record, 0, ignore);
  router.receive(record, timeoutMs - 1, ignore);
  router.receive(flip(record, 20), timeoutMs - 1, ignore);
  expect(router.receive(record, timeoutMs, ignore)).toBe('closed');
  expect(router.closed).toBe('session_idle');
});

it('T9: drops its own records when they are sent back to it', () => {
  const { client, router } = sessions();
  for (const end of [client, router]) {
    for (let i = 0; i < 3; i += 1) expect(end.receive(say(end), 0, ignore)).toBe('dropped');
    expect(end.closed).toBeUndefined();
  }
});

it('says a heartbeat when it has been silent for the interval, and only then', () => {
  const { client, router } = sessions();
  expect(client.deadline).toBe(heartbeatMs);
  client.tick(heartbeatMs - 1);
  expect(client.flush(heartbeatMs - 1)).toBeUndefined();
  client.tick(heartbeatMs);
  expect(router.receive(client.flush(heartbeatMs)!, heartbeatMs, ignore)).toBe('taken');
  expect([client.deadline, router.deadline]).toEqual([2 * heartbeatMs, heartbeatMs]);
});

it('two idle ends keep each other alive by heartbeats alone', () => {
  const { client, router } = sessions();
  for (let now = 0; now < 100 * timeoutMs; now = Math.min(client.deadline!, router.deadline!)) {
    for (const [from, to] of [
      [client, router],
      [router, client],
    ] as const) {
      from.tick(now);
      const record = from.flush(now);
      if (record !== undefined) expect(to.receive(record, now, ignore)).toBe('taken');
    }
  }
  expect([client.closed, router.closed]).toEqual([undefined, undefined]);
});

it('ends with session_idle when the peer was silent for the timeout, whatever it says itself', () => {
  const { client } = sessions();
  for (let now = 0; now < timeoutMs; now += heartbeatMs) say(client, now);
  client.tick(timeoutMs - 1);
  expect(client.closed).toBeUndefined();
  client.tick(timeoutMs);
  expect([client.closed, client.deadline]).toEqual(['session_idle', undefined]);
  expect(client.flush(timeoutMs)).toBeDefined(); // STOP
  expect(client.flush(timeoutMs)).toBeUndefined();
});

it('T30: ends at the end of the lease, on whatever happens first then', () => {
  const { client, router } = sessions(0, undefined, testSettings, 1_000);
  expect(router.receive(say(client), 999, ignore)).toBe('taken');
  expect(router.deadline).toBe(1_000);
  expect(router.receive(say(client), 1_000, ignore)).toBe('closed');
  expect(router.closed).toBe('channel_expired');
  expect(client.receive(router.flush(1_000)!, 1_000, ignore)).toBe('closed');
  expect(client.closed).toBe('channel_expired');
});

it('adopts a CONFIG at once: interval, timeout and windows', () => {
  const { client, router } = sessions();
  const seen = listing();
  const settings = { ...testSettings, heartbeatMs: 100, timeoutMs: 250, windowMessages: 1 };
  client.receive(
    say(router, 0, (out) => out.config(0, settings)),
    0,
    seen,
  );
  expect([seen.kinds, client.settings, client.deadline]).toEqual([['settings'], settings, 100]);
  client.tick(250);
  expect(client.closed).toBe('session_idle');
});

it.each([
  { heartbeatMs: 0 },
  { timeoutMs: heartbeatMs },
  { windowMessages: 0 },
  { windowBytes: 0 },
  { maxStreams: 0 },
  { maxBodyBytes: limits.bodyBytes + 1 },
])('ends as malformed on a CONFIG nobody could live with: %p', (change) => {
  const { client, router } = sessions();
  client.receive(
    say(router, 0, (out) => out.config(0, { ...testSettings, ...change })),
    0,
    ignore,
  );
  expect([client.closed, client.settings]).toEqual(['malformed', testSettings]);
});

it('ends as malformed on an authenticated record that is none, and handles no frame behind the fault', () => {
  const { router } = sessions();
  const seen = listing();
  const plaintext = Uint8Array.of(0x4a, 0, 0x4a, 9, 0x32, 0); // a heartbeat, and one that announces too much
  const sealedBytes = plaintext.length + 16;
  const record = new Uint8Array(recordHeadSize(sealedBytes) + sealedBytes);
  trafficOf().c2r.sealInto(1, plaintext, record, writeRecordHead(record, 1, sealedBytes));
  expect([router.receive(record, 0, seen), router.closed, seen.kinds]).toEqual(['closed', 'malformed', []]);
});

describe('a Stop', () => {
  it('is the last a side says, behind all that waited, and carries reason and delay', () => {
    const { client, router } = sessions();
    router.out.accepted(1, 1);
    router.stop('session_draining', 5, 700);
    const seen = listing();
    expect(client.receive(router.flush(5)!, 5, seen)).toBe('closed');
    expect([seen.kinds, client.closed, client.retryAfterMs]).toEqual([['accepted'], 'session_draining', 700]);
  });

  it('ends both sides for good: nothing is sent, taken, or changed afterwards', () => {
    const { client, router } = sessions();
    const late = say(client);
    client.stop('session_closed', 0);
    client.stop('internal', 0);
    client.abandon('internal');
    router.receive(late, 0, ignore);
    expect(client.closed).toBe('session_closed');
    expect(client.flush(0)).toBeUndefined(); // abandoned: the Stop that waited is not sent either
    for (const end of [client, router]) {
      end.stop('session_closed', 0);
      end.flush(0);
      end.out.heartbeat(1);
      end.tick(1e9);
      expect([end.flush(1), end.deadline, end.receive(late, 1, ignore)]).toEqual([undefined, undefined, 'closed']);
    }
  });

  it('of a reason that is not known means: come back later', () => {
    const { client, router } = sessions();
    client.receive(
      say(router, 0, (out) => out.stop(8_888, 0, 0)),
      0,
      ignore,
    );
    expect(client.closed).toBe('internal');
  });

  it('is heard once: frames behind it are not handled', () => {
    const { client, router } = sessions();
    const seen = listing();
    client.receive(
      say(router, 0, (out) => [out.stop(3005, 0, 0), out.accepted(1, 1), out.stop(3003, 0, 0)]),
      0,
      seen,
    );
    expect([client.closed, seen.kinds]).toEqual(['session_draining', []]);
  });
});

it('wipes its keys when it is over', () => {
  const traffic = trafficOf();
  const router = new Session('router', traffic, testSettings, 0, Infinity);
  router.stop('session_closed', 0);
  router.flush(0);
  expect(() => traffic.c2r.open(1, new Uint8Array(40))).toThrow('wiped');
  expect(() => traffic.r2c.sealInto(1, new Uint8Array(1), new Uint8Array(40), 0)).toThrow('wiped');
});

it('takes anything that is written after its end, and keeps nothing of it', () => {
  const { router } = sessions();
  router.abandon('peer_unreachable');
  const body = encodeBodies([new Uint8Array(100_000)]);
  for (let i = 0; i < 1_000; i += 1) router.out.run(1, 1, 0, 0, 0, 0, body);
  router.stop('internal', 0);
  expect([router.flush(0), router.closed]).toEqual([undefined, 'peer_unreachable']);
});

it('a clock set back an hour silences no heartbeat', () => {
  const start = 10_000_000;
  const { client } = sessions(start);
  client.tick(start - 3_600_000);
  expect(client.deadline).toBe(start - 3_600_000 + heartbeatMs);
  client.tick(start - 3_600_000 + heartbeatMs);
  expect(client.flush(start - 3_600_000 + heartbeatMs)).toBeDefined();
});

it('T25: a record that lies about its length costs nothing and changes nothing', () => {
  const { client, router } = sessions();
  const record = say(client);
  const lies = [
    [0x42, 0xff, 0xff, 0xff, 0xff, 0x0f],
    [0x42, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
    [...record.subarray(0, 12), 0xff, 0xff, 0xff, 0x7f],
    [...record, 0],
  ];
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 10_000; i += 1) for (const lie of lies) router.receive(Uint8Array.from(lie), 0, ignore);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 2 ** 20);
  expect(router.receive(record, 0, ignore)).toBe('taken');
});
