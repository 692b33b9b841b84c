import { connect, type Client } from '@keyway/client';
import { randomBytes } from '@keyway/crypto';
import type { Link } from '@keyway/transport';
import { codeOf, encodeEnvelope, limits } from '@keyway/wire';
import { aKey, until } from '../harness/places.js';
import { bugsOf, type Arena, type Row } from './bug.js';
import * as f from './frames.js';
import { frameWords, recordOf, type HandSession } from './hand-session.js';
import { nobody, type HostileFleet } from './hostile-fleet.js';
import { flipped } from './keys.js';
import { bin, num } from './protobuf.js';

/** A client of the real SDK at an evil router, with one stream to it on handle 1: what it stores shows how far it got. */
export class Visit {
  readonly heard: string[] = [];
  /** Records of the client, as they came. */
  readonly records: Uint8Array[] = [];
  readonly shown: string[] = [];
  client!: Client;
  /** How the client says that it left. */
  reason: string | undefined;
  over = false;
  readonly sender = randomBytes(32);
  #asked = 0;

  constructor(
    readonly end: HandSession,
    readonly link: Link,
  ) {}

  received(record: Uint8Array): void {
    this.records.push(new Uint8Array(record));
    this.heard.push(...frameWords(this.end.open(record) ?? new Uint8Array(0)));
  }
  closed(): void {
    this.over = true;
  }

  /** The honest beginning: the client takes what it gets. */
  async begin(client: Client): Promise<void> {
    this.client = client;
    client.on('detached', ({ reason }) => (this.reason ??= reason));
    void this.#show();
    await until('it grants credit', () => this.heard.includes('credit'));
    this.say(f.open(1, this.sender, randomBytes(16)));
    const begun = await this.outcome();
    if (begun !== 'goes on') throw new Error(begun);
  }

  say(...frames: readonly Uint8Array[]): void {
    this.link.send(this.end.record(Buffer.concat(frames)));
  }

  /** What has become of the session, once the client has done with all that was said. */
  async outcome(): Promise<string> {
    this.#asked += 1;
    const asked = this.#asked;
    this.say(f.run(1, asked, text(`probe ${asked}`)));
    const stops = (): string | undefined => this.heard.find((word) => word.startsWith('stop '));
    const went = await until('the client answers', () => {
      if (stops() !== undefined || this.over) return 'ended';
      return this.heard.some((word) => word.startsWith('stored 1 ') && Number(word.split(' ')[2]) >= asked) ? 'goes on' : undefined;
    });
    if (went === 'ended') return stops() ?? (await until('it says why', () => this.reason && `left for ${this.reason}`));
    return this.client.stats().dropped > 0 ? 'dropped' : went;
  }

  /** A message of the client that nobody has answered. */
  async sends(): Promise<{ readonly state: string }> {
    const sent = { state: 'pending' };
    const settled = (state: string) => () => void (sent.state = state);
    this.client.send(idText, 'x').then(settled('accepted'), settled('refused'));
    await until('it is on its way', () => this.heard.some((word) => word.startsWith('run ')));
    return sent;
  }

  async #show(): Promise<void> {
    for await (const message of this.client.messages()) this.shown.push(message.text());
  }
}

export type Say = (end: HandSession, visit: Visit) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
export type Does = Say | { readonly say: Say; readonly after: (visit: Visit) => string | Promise<string> };

/** The real SDK in a session with an evil router. */
export const routerRecordArena = (fleet: HostileFleet): Arena<Does> => ({
  honest: 'goes on',
  async play(bug) {
    let visit: Visit | undefined;
    const identity = aKey();
    fleet.grants = (granting) => [granting.grant()];
    fleet.accepts = ({ accepted }) => [encodeEnvelope({ kind: 'attached', value: accepted.answer })];
    fleet.meets = (end, link, clientId) => {
      // one that comes back, be it of an earlier test, is another story
      if (visit !== undefined || Buffer.compare(clientId, identity.public.fingerprint) !== 0) return nobody;
      return (visit = new Visit(end, link));
    };
    const client = await connect({ fleet: fleet.address, identity });
    try {
      const met = await until('it is met', () => visit);
      await met.begin(client);
      const { end } = met;
      const { say, after } = typeof bug === 'object' ? bug : { say: bug ?? honest, after: undefined };
      const meant = [end.sealed(end.next, f.heartbeat())];
      const said = await say(end, met);
      for (const message of said) met.link.send(new Uint8Array(message));
      const outcome = await met.outcome();
      return { outcome: (await after?.(met)) ?? outcome, said, meant };
    } finally {
      await client.close();
    }
  },
});

const honest: Say = (end) => [end.record(f.heartbeat())];
export const says =
  (...frames: readonly Uint8Array[]): Say =>
  (end) => [end.record(Buffer.concat(frames))];

const id = randomBytes(32);
const idText = 'a'.repeat(52);
const stream = randomBytes(16);
/** What our SDK shows: a Payload. */
function text(word: string): Buffer {
  return f.body(bin(2, Buffer.from(word)));
}

const recordRows: readonly Row<Does>[] = [
  ['T7', 'a record twice', (end) => twice(end.record(f.heartbeat())), 'dropped'],
  ['T7', 'the first record again', (end) => [end.sealed(1, f.heartbeat())], 'dropped'],
  ['T10', 'a record left out', (end) => (end.skip(1), [end.record(f.heartbeat())]), 'stop session_gap'],
  ['T11', 'record 0', (end) => [end.sealed(0, f.heartbeat())], 'dropped'],
  ['T11', 'record 2^53', (end) => [end.sealed(end.next, f.heartbeat(), 2 ** 53)], 'dropped'],
  ['T10', 'the number of another record in front', (end) => [end.sealed(end.next, f.heartbeat(), end.next + 1)], 'dropped'],
  ['T10', 'one bit of the tag changed', (end) => [changed(end, (record) => flipped(record, record.length - 1))], 'dropped'],
  ['T25', 'a record without its last byte', (end) => [changed(end, (record) => record.subarray(0, -1))], 'dropped'],
  ['T25', 'a record without a tag', (end) => [recordOf(end.next, new Uint8Array(0))], 'dropped'],
  ['T9', 'a record of the client sent back', (_end, { records }) => [records[0]!], 'dropped'],
  [
    'T9',
    'a record under the key of the other direction',
    (end) => [end.sealed(end.next, f.heartbeat(), end.next, end.traffic.c2r)],
    'dropped',
  ],
  ['T7', 'keys of before the rekey', oldKeys, 'dropped'],
  ['T25', 'a plaintext one byte over the limit', (end) => [end.record(new Uint8Array(limits.recordBytes + 1))], 'stop malformed'],
  ['T23', 'a second answer to the hello', () => [bin(7, bin(1, id), bin(2, id))], 'dropped'],
  ['T23', 'a refusal within a session', () => [bin(3, num(1, codeOf('unauthorised')))], 'dropped'],
  ['T24', 'what is no envelope', () => [new Uint8Array(50).fill(0xff)], 'dropped'],
];

const frameRows: readonly Row<Does>[] = [
  ['T24', 'frames that are junk', says(Buffer.alloc(40, 0xff)), 'stop malformed'],
  ['T23', 'Stored', says(f.stored(1, 1)), 'stop frame_forbidden'],
  ['T23', 'Credit', says(f.credit(1, 1)), 'stop frame_forbidden'],
  ['T24', 'handle 0', says(f.open(0, id, stream)), 'stop malformed'],
  ['T24', 'a handle twice', says(f.open(1, id, stream)), 'stop malformed'],
  ['T25', 'a handle over all handles', says(f.open(65_537, id, stream)), 'stop stream_limit'],
  ['T24', 'a sender of 31 bytes', says(f.open(2, id.subarray(1), stream)), 'stop malformed'],
  ['T24', 'a class that nobody knows', says(f.open(2, id, stream, 2)), 'stop malformed'],
  ['T24', 'a Run on a handle that was not opened', says(f.run(2, 1, text('x'))), 'stop malformed'],
  ['T24', 'message 0', says(f.run(1, 0, text('x'))), 'stop malformed'],
  ['T11', 'message 2^53', says(f.run(1, 2n ** 53n, text('x'))), 'stop malformed'],
  ['T24', 'a Run of nothing', says(f.run(1, 2)), 'stop malformed'],
  ['T24', 'a Run with bodies and a skip', says(f.run(1, 2, f.skipped(1), text('x'))), 'stop malformed'],
  ['T25', 'a body one byte over the limit', says(f.run(1, 2, f.body(new Uint8Array(limits.bodyBytes + 1)))), 'stop malformed'],
  ['T28', 'more than the client granted', says(f.open(2, id, stream, 1), ...floods(9_000)), 'stop backpressure'],
  ['T21', '257 runs behind a hole', says(...Array.from({ length: 257 }, (_, i) => f.run(1, 10 + 2 * i, text('x')))), 'stop stream_gap'],
  ...Object.entries({ heartbeatMs: 0, timeoutMs: 15_000, maxBodyBytes: 262_145, windowMessages: 0, windowBytes: 0, maxStreams: 0 }).map(
    ([name, value]): Row<Does> => ['T36', `a Config with a ${name} of ${value}`, says(f.config({ [name]: value })), 'stop malformed'],
  ),
  ['T36', 'a Config of nothing', says(bin(8)), 'stop malformed'],
  ['T10', 'a number of a stream left out', { say: says(f.run(1, 3, text('third'))), after: inOrder }, 'probe 1, probe 2, third'],
  ['T7', 'a message twice', { say: says(f.run(1, 1, text('again'))), after: ({ shown }) => shown.join(', ') }, 'probe 1, probe 2'],
  ['T21', 'accepts what was never sent', { say: sentAnd(f.accepted(1, 2)), after: pending }, 'pending, then accepted'],
  ['T21', 'accepts for a stream that is not', { say: sentAnd(f.accepted(2, 1)), after: pending }, 'pending, then accepted'],
  [
    'T21',
    'refuses what was never sent',
    { say: sentAnd(f.refused(1, 2, codeOf('recipient_unknown'))), after: pending },
    'pending, then accepted',
  ],
  [
    'T21',
    'refuses for a stream that is not',
    { say: sentAnd(f.refused(9, 1, codeOf('recipient_unknown'))), after: pending },
    'pending, then accepted',
  ],
  ['T24', 'says GoOn where nothing was halted', says(f.goOn(1), f.goOn(0), f.goOn(77)), 'goes on'],
  [
    'T10',
    'a Stop with more behind it',
    {
      say: says(f.stop(codeOf('session_draining')), f.run(1, 2, text('late'))),
      after: ({ shown, reason }) => `${reason}: ${shown.join(', ')}`,
    },
    'session_draining: probe 1',
  ],
  ['T24', 'a Stop with a code that nobody knows', says(f.stop(4_000_000)), 'left for internal'],
];

export const routerRecordBugs = [...bugsOf('router', 'record', recordRows), ...bugsOf('router', 'frame', frameRows)];

const twice = (record: Uint8Array): readonly Uint8Array[] => [record, record];
const changed = (end: HandSession, change: (record: Uint8Array) => Uint8Array): Uint8Array => change(end.sealed(end.next, f.heartbeat()));
function oldKeys(end: HandSession): readonly Uint8Array[] {
  const stale = end.sealed(end.next + 1, f.heartbeat());
  const announced = end.record(f.rekey());
  end.rekey();
  return [announced, stale];
}

/** Two runs: the second one begins beyond every credit. */
function floods(messages: number): readonly Uint8Array[] {
  return [f.run(2, 1, ...Array.from({ length: messages }, () => Buffer.of(0x7a, 0))), f.run(2, messages + 1, text('x'))];
}

/** The client has sent a message; then this is said. */
function sentAnd(frame: Uint8Array): Say {
  return async (end, visit) => {
    states.set(visit, await visit.sends());
    return [end.record(frame)];
  };
}
const states = new WeakMap<Visit, { readonly state: string }>();
/** It waits, and for the right answer. */
async function pending(visit: Visit): Promise<string> {
  const sent = states.get(visit)!;
  const before = sent.state;
  visit.say(f.accepted(1, 1));
  await until('it is answered', () => sent.state !== 'pending');
  return `${before}, then ${sent.state}`;
}

/** What was held back comes as soon as what was missing has. */
async function inOrder({ shown }: Visit): Promise<string> {
  await until('all are shown', () => shown.length >= 3);
  return shown.join(', ');
}
