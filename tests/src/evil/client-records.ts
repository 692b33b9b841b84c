import { randomBytes, X25519Key } from '@keyway/crypto';
import { beginAttach, finishAttach, servicesOf, type Channel } from '@keyway/session';
import { codeOf, encodeEnvelope, readRecordHead } from '@keyway/wire';
import { Stranger, wordOf } from '../harness/stranger.js';
import { bugsOf, type Arena, type Row } from './bug.js';
import * as f from './frames.js';
import { frameWords, HandSession, recordOf } from './hand-session.js';
import { flipped } from './keys.js';
import { bin, num } from './protobuf.js';

/** A client attached by hand, with a stream to itself of each class, durable and live; the live one shows how far the router got. */
export class Meeting {
  readonly heard: string[] = [];
  /** Records of the router, as they came. */
  readonly records: Uint8Array[] = [];
  /** Hangs up whatever it made on the way. */
  readonly others: Meeting[] = [];
  #asked = 0;

  private constructor(
    readonly channel: Channel,
    readonly me: Uint8Array,
    readonly port: number,
    readonly end: HandSession,
    readonly stranger: Stranger,
  ) {}

  static async at(port: number, channel: Channel, me: Uint8Array): Promise<Meeting> {
    const { keyId, exchangeKey } = servicesOf(channel.manifest.manifest, 'router')[0]!;
    const pending = beginAttach(channel, { keyId, exchangeKey }, X25519Key.generate(), randomBytes(32))!;
    const stranger = await Stranger.at(port);
    const answer = await stranger.ask(encodeEnvelope({ kind: 'attach', value: pending.hello }));
    const traffic = answer?.kind === 'attached' ? finishAttach(pending, answer.value) : wordOf(answer);
    if (typeof traffic === 'string') throw new Error(traffic);
    return new Meeting(channel, me, port, new HandSession('client', traffic), stranger);
  }

  /** The first record. */
  async begin(...frames: readonly Uint8Array[]): Promise<this> {
    const streams = [f.open(1, this.me, randomBytes(16)), f.open(2, this.me, randomBytes(16), 1)];
    this.stranger.say(this.end.record(Buffer.concat([...streams, ...frames])));
    const attached = await this.outcome();
    if (attached !== 'goes on') throw new Error(attached);
    return this;
  }

  /** Another session of the same channel, which has not shown its keys. */
  async another(): Promise<Meeting> {
    const other = await Meeting.at(this.port, this.channel, this.me);
    this.others.push(other);
    return other;
  }

  /** What has become of the session, once the router has done with all that was said. */
  async outcome(): Promise<string> {
    this.#asked += 1;
    this.stranger.say(this.end.record(f.run(2, this.#asked, f.skipped(1))));
    return this.hears(`accepted 2 ${this.#asked}`).then((word) => (word.startsWith('accepted') ? 'goes on' : word));
  }

  /** Resolves when a word was said; or with how the session ended before. */
  async hears(word: string | RegExp): Promise<string> {
    for (;;) {
      const found = this.heard.find((one) => (typeof word === 'string' ? one === word : word.test(one)) || one.startsWith('stop '));
      if (found !== undefined) return found;
      try {
        const record = await this.stranger.hear();
        this.records.push(record);
        this.heard.push(...frameWords(this.end.open(record) ?? new Uint8Array(0)));
      } catch {
        return 'closed';
      }
    }
  }

  close(): void {
    for (const { stranger } of [this, ...this.others]) stranger.close();
  }
}

export type Say = (end: HandSession, meeting: Meeting) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
/** With `after`, what became of it is looked up there. */
export type Does = Say | { readonly say: Say; readonly after: (meeting: Meeting) => Promise<string> };

/** Evil clients in a session with the real router. */
export const clientRecordArena = (port: number, channel: Channel, me: Uint8Array): Arena<Does> => ({
  honest: 'goes on',
  async play(bug) {
    const meeting = await (await Meeting.at(port, channel, me)).begin();
    const { end } = meeting;
    const { say, after } = typeof bug === 'object' ? bug : { say: bug ?? honest, after: undefined };
    const meant = [end.sealed(end.next, f.heartbeat())];
    const said = await say(end, meeting);
    for (const message of said) meeting.stranger.say(message);
    const outcome = await meeting.outcome();
    try {
      return { outcome: (await after?.(meeting)) ?? outcome, said, meant };
    } finally {
      meeting.close();
    }
  },
});

const honest: Say = (end) => [end.record(f.heartbeat())];
/** These frames, in an honest record. */
export const says =
  (...frames: readonly Uint8Array[]): Say =>
  (end) => [end.record(Buffer.concat(frames))];

const dropped = 'router router_records_dropped_total';
const cut = 'closed';
const id = randomBytes(32);
const stream = randomBytes(16);
const text = f.body('x');
const bodyLimit = 262_144;

const recordRows: readonly Row<Does>[] = [
  ['T7', 'a record twice', (end) => twice(end.record(f.heartbeat())), 'goes on', dropped],
  ['T7', 'the first record again', (end) => [end.sealed(1, f.heartbeat())], 'goes on', dropped],
  ['T10', 'a record left out', (end) => (end.skip(1), [end.record(f.heartbeat())]), 'stop session_gap'],
  ['T11', 'record 0', (end) => [end.sealed(0, f.heartbeat())], 'goes on', dropped],
  ['T11', 'record 2^53 - 1', (end) => [end.sealed(Number.MAX_SAFE_INTEGER, f.heartbeat())], 'stop session_gap'],
  ['T11', 'record 2^53', (end) => [end.sealed(end.next, f.heartbeat(), 2 ** 53)], 'goes on', dropped],
  ['T10', 'the number of another record in front', (end) => [end.sealed(end.next, f.heartbeat(), end.next + 1)], 'goes on', dropped],
  ['T10', 'one bit of the tag changed', (end) => [resealed(end, (sealed) => flipped(sealed, sealed.length - 1))], 'goes on', dropped],
  ['T10', 'one bit of the text changed', (end) => [resealed(end, (sealed) => flipped(sealed, 0))], 'goes on', dropped],
  ['T25', 'a record without its last byte', (end) => [resealed(end, (sealed) => sealed.subarray(0, -1))], 'goes on', dropped],
  ['T25', 'a record that ends before it says', (end) => [end.sealed(end.next, f.heartbeat()).subarray(0, -1)], 'goes on', dropped],
  [
    'T25',
    'a record with a byte behind it',
    (end) => [Buffer.concat([end.sealed(end.next, f.heartbeat()), Buffer.of(0)])],
    'goes on',
    dropped,
  ],
  ['T25', 'a record without a tag', (end) => [recordOf(end.next, new Uint8Array(0))], 'goes on', dropped],
  ['T25', 'a record of 15 sealed bytes', (end) => [recordOf(end.next, randomBytes(15))], 'goes on', dropped],
  ['T24', 'a record in another encoding', (end) => [longVarint(end.sealed(end.next, f.heartbeat()))], 'goes on', dropped],
  ['T24', 'a record with its fields swapped', (end) => [swapped(end)], 'goes on', dropped],
  ['T9', 'a record of the router sent back', (_end, { records }) => [records[0]!], 'goes on', dropped],
  [
    'T9',
    'a record under the key of the other direction',
    (end) => [end.sealed(end.next, f.heartbeat(), end.next, end.traffic.r2c)],
    'goes on',
    dropped,
  ],
  [
    'T7',
    'a record of another session',
    async (end, meeting) => [(await meeting.another()).end.sealed(end.next, f.heartbeat())],
    'goes on',
    dropped,
  ],
  ['T25', 'a plaintext one byte over the limit', (end) => [end.record(new Uint8Array(266_241))], 'stop malformed'],
  ['T25', 'a message one byte over the limit', () => [new Uint8Array(327_681).fill(0x42)], cut],
  [
    'T23',
    'a second hello on the same link',
    (_end, meeting) => [hello(meeting)],
    'goes on',
    'router router_forbidden_total{kind="attach"}',
  ],
  [
    'T23',
    'a request for a channel within a session',
    () => [bin(1, randomBytes(100))],
    'goes on',
    'router router_forbidden_total{kind="channel_request"}',
  ],
  [
    'T24',
    'what is no envelope, within a session',
    () => [randomBytes(50).fill(0xff, 0, 1)],
    'goes on',
    'router router_forbidden_total{kind="unknown"}',
  ],
];

const frameRows: readonly Row<Does>[] = [
  ['T24', 'frames that are junk', says(Buffer.alloc(40, 0xff)), 'stop malformed'],
  ['T24', 'a frame that is longer than its record', says(Buffer.of(0x12, 0x7f, 1)), 'stop malformed'],
  ['T24', 'a number where a frame should be', says(num(1, 1)), 'stop malformed'],
  ['T24', 'a group', says(Buffer.of(0x0b, 0x0c)), 'stop malformed'],
  ['T24', 'a length of eleven bytes', says(Buffer.concat([Buffer.of(0x0a), Buffer.alloc(10, 0x80), Buffer.of(1)])), 'stop malformed'],
  ['T25', '16,385 frames', says(...Array.from({ length: 16_385 }, f.heartbeat)), 'stop malformed'],
  ['T23', 'Refused', says(f.refused(1, 1)), 'stop frame_forbidden'],
  ['T23', 'Accepted', says(f.accepted(1, 1)), 'stop frame_forbidden'],
  ['T23', 'GoOn', says(f.goOn(1)), 'stop frame_forbidden'],
  ['T23', 'Config', says(f.config({})), 'stop frame_forbidden'],
  ['T24', 'handle 0', says(f.open(0, id, stream)), 'stop malformed'],
  ['T24', 'a handle that skips one', says(f.open(4, id, stream)), 'stop malformed'],
  ['T24', 'a handle twice', says(f.open(2, id, stream)), 'stop malformed'],
  [
    'T25',
    'one stream more than the fleet allows',
    says(...Array.from({ length: 63 }, (_, i) => f.open(3 + i, id, stream))),
    'stop stream_limit',
  ],
  ['T24', 'a handle of 2^32', says(f.open(2 ** 32, id, stream)), 'stop malformed'],
  ['T24', 'a recipient of 31 bytes', says(f.open(3, id.subarray(1), stream)), 'stop malformed'],
  ['T24', 'a stream of 15 bytes', says(f.open(3, id, stream.subarray(1))), 'stop malformed'],
  ['T24', 'a class that nobody knows', says(f.open(3, id, stream, 2)), 'stop malformed'],
  ['T24', 'an Open of nothing', says(f.openFrame()), 'stop malformed'],
  ['T24', 'a Run on a handle that was not opened', says(f.run(3, 1, text)), 'stop malformed'],
  ['T24', 'a Run on handle 0', says(f.run(0, 1, text)), 'stop malformed'],
  ['T24', 'message 0', says(f.run(1, 0, text)), 'stop malformed'],
  ['T11', 'message 2^53', says(f.run(1, 2n ** 53n, text)), 'stop malformed'],
  ['T11', 'a Run that goes over 2^53', says(f.run(1, Number.MAX_SAFE_INTEGER, text, text)), 'stop malformed'],
  ['T11', 'a skip that goes over 2^53', says(f.run(1, Number.MAX_SAFE_INTEGER, f.skipped(9))), 'stop malformed'],
  ['T24', 'a Run of nothing', says(f.run(1, 1)), 'stop malformed'],
  ['T24', 'a Run with bodies and a skip', says(f.run(1, 1, f.skipped(1), text)), 'stop malformed'],
  ['T24', 'a Run with a field of a newer version', says(f.run(1, 1, num(7, 1), text)), 'stop malformed'],
  ['T24', 'a Run with a field behind its bodies', says(f.run(1, 1, text, num(5, 1))), 'stop malformed'],
  ['T25', 'a body longer than its Run', says(f.run(1, 1, Buffer.of(0x7a, 9, 1))), 'stop malformed'],
  ['T25', 'a body one byte over the limit', says(f.run(1, 1, f.body(new Uint8Array(bodyLimit + 1)))), 'stop malformed'],
  ['T25', '16,385 bodies', says(f.run(1, 1, ...Array.from({ length: 16_385 }, () => Buffer.of(0x7a, 0)))), 'stop malformed'],
  [
    'T25',
    'bodies that no record hands on',
    says(f.run(1, 1, f.body(new Uint8Array(bodyLimit)), f.body(new Uint8Array(3_890)))),
    'stop too_large',
  ],
  ['T24', 'the hour at which the router stored it', says(f.run(1, 1, num(4, 1_700_000_000_000), text)), 'stop malformed'],
  ['T24', 'a time of 2^63', says(f.run(1, 1, num(5, 2n ** 63n), text)), 'stop malformed'],
  ['T24', 'a credit of 2^53', says(f.credit(2n ** 53n, 1)), 'stop malformed'],
  ['T24', 'a credit of a varint of eleven bytes', says(bin(7, Buffer.of(0x08), Buffer.alloc(10, 0xff), Buffer.of(1))), 'stop malformed'],
  ['T24', 'a Stop whose fields run out of it', says(bin(15, Buffer.of(0x08))), 'stop malformed'],
  ['T24', 'a heartbeat with a field that ends in the next frame', says(bin(9, Buffer.of(0x0a, 0x05))), 'stop malformed'],
  [
    'T10',
    'a number of a stream left out',
    { say: says(f.run(1, 1, text), f.run(1, 3, text)), after: (m) => m.hears('refused 1 3 stream_gap') },
    'refused 1 3 stream_gap',
  ],
  [
    'T6',
    'a message to nobody',
    { say: says(f.open(3, id, stream), f.run(3, 1, text)), after: (m) => m.hears('refused 3 1 recipient_unknown') },
    'refused 3 1 recipient_unknown',
  ],
  [
    'T21',
    'says Stored for what it never got',
    { say: says(f.run(1, 1, text), f.stored(1, 1), f.stored(7, 99), f.stored(0, 1)), after: keptAll },
    'kept',
  ],
  [
    'T28',
    'takes its credit back',
    { say: says(f.credit(100, 100_000), f.credit(0, 0), f.run(1, 1, f.body('y'))), after: (m) => m.hears(/ y$/) },
    'run 1 1+1 y',
  ],
  [
    'T10',
    'a Stop with more behind it',
    { say: says(f.stop(codeOf('session_closed')), f.run(1, 1, text)), after: nothingStored },
    'nothing',
  ],
  ['T23', 'a fault with more behind it', { say: says(f.run(1, 0, text), f.run(1, 1, text)), after: nothingStored }, 'nothing'],
  ['T7', 'keys of before the rekey', oldKeys, 'goes on', dropped],
];

export const clientRecordBugs = [...bugsOf('client', 'record', recordRows), ...bugsOf('client', 'frame', frameRows)];

const twice = (record: Uint8Array): readonly Uint8Array[] => [record, record];
/** A whole message whose sealed bytes were changed. */
function resealed(end: HandSession, change: (sealed: Uint8Array) => Uint8Array): Uint8Array {
  const record = end.sealed(end.next, f.heartbeat());
  const head = { seq: 0, start: 0 };
  if (!readRecordHead(record, head)) throw new Error('no record');
  return recordOf(end.next, change(record.subarray(head.start)));
}
/** The same record with a length one byte longer than needed. */
const longVarint = (record: Uint8Array): Uint8Array => Buffer.concat([Buffer.of(0x42, record[1]! | 0x80, 0), record.subarray(2)]);
function swapped(end: HandSession): Uint8Array {
  const record = Buffer.from(end.sealed(end.next, f.heartbeat()));
  return bin(8, record.subarray(11), record.subarray(2, 11));
}
const hello = ({ channel }: Meeting): Uint8Array => {
  const { keyId, exchangeKey } = servicesOf(channel.manifest.manifest, 'router')[0]!;
  return encodeEnvelope({
    kind: 'attach',
    value: beginAttach(channel, { keyId, exchangeKey }, X25519Key.generate(), randomBytes(32))!.hello,
  });
};

/** The keys of before are gone at the sender: an attacker who kept them says the next record under them. */
function oldKeys(end: HandSession): readonly Uint8Array[] {
  const stale = end.sealed(end.next + 1, f.heartbeat());
  const announced = end.record(f.rekey());
  end.rekey();
  return [announced, stale];
}
/** Attaches again and looks what waits in the mailbox. */
async function keptAll(meeting: Meeting): Promise<string> {
  return (await waits(meeting)) ? 'kept' : 'lost';
}
async function nothingStored(meeting: Meeting): Promise<string> {
  return (await waits(meeting)) ? 'stored' : 'nothing';
}

/** Whether a message waits for this client; it is taken. Another one, stored behind it, shows that all came. */
async function waits(meeting: Meeting): Promise<boolean> {
  const again = await meeting.another();
  await again.begin(f.credit(100, 100_000), f.run(1, 1, f.body('marker')));
  await again.hears(/ marker$/);
  const handles = again.heard.filter((word) => word.startsWith('open ')).map((_, i) => f.stored(i + 1, 1));
  again.stranger.say(again.end.record(Buffer.concat(handles)));
  await again.outcome();
  return again.heard.some((word) => /^run .* x/.test(word));
}
