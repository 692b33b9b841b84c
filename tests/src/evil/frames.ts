import { classIds, codeOf, frameTags, type SessionSettings } from '@keyway/wire';
import { bin, num, text } from './protobuf.js';

/** Every frame by hand: proto/keyway/v1/session.proto. */
const frame =
  (name: keyof typeof frameTags) =>
  (...fields: readonly Uint8Array[]): Buffer =>
    bin(frameTags[name] >> 3, ...fields);

export const openFrame = frame('open');
export const runFrame = frame('run');
export const heartbeat = (): Buffer => frame('heartbeat')(num(1, 1_700_000_000_000));
export const refused = (handle: number, first: number, code = codeOf('mailbox_full')): Buffer =>
  frame('refused')(num(1, handle), num(2, first), num(4, code));
export const accepted = (handle: number, upTo: number): Buffer => frame('accepted')(num(1, handle), num(2, upTo));
export const goOn = (handle: number): Buffer => frame('goOn')(num(1, handle));
export const stored = (handle: number, upTo: number): Buffer => frame('stored')(num(1, handle), num(2, upTo));
export const credit = (messages: number | bigint, bytes: number | bigint): Buffer => frame('credit')(num(1, messages), num(2, bytes));
export const rekey = (): Buffer => frame('rekey')();
export const stop = (code: number): Buffer => frame('stop')(num(1, code));
export const presence = (client: Uint8Array): Buffer => frame('presence')(bin(1, client), num(2, 1), num(3, 1));

export const open = (handle: number, peer: Uint8Array, stream: Uint8Array, deliveryClass: number = classIds.durable): Buffer =>
  openFrame(num(1, handle), bin(2, peer), bin(3, stream), num(4, deliveryClass));
export const body = (contents: string | Uint8Array): Buffer => bin(15, Buffer.from(contents));
/** @param last - what stands behind `handle` and `first_seq`: bodies, skips, what does not belong there. */
export const run = (handle: number, first: number | bigint, ...last: readonly Uint8Array[]): Buffer =>
  runFrame(num(1, handle), num(2, first), num(3, 1_700_000_000_000), ...last);
export const skipped = (count: number | bigint): Buffer => num(6, count);

export const config = (settings: Partial<SessionSettings>): Buffer => {
  const s = {
    heartbeatMs: 15_000,
    timeoutMs: 37_500,
    maxBodyBytes: 262_144,
    windowMessages: 8,
    windowBytes: 8,
    maxStreams: 8,
    ...settings,
  };
  const values = [s.heartbeatMs, s.timeoutMs, s.maxBodyBytes, s.windowMessages, s.windowBytes, s.maxStreams];
  return frame('config')(num(1, 1_700_000_000_000), bin(2, ...values.map((value, i) => num(i + 1, value))));
};

export interface RequestFields {
  readonly id: number | bigint;
  readonly service: string;
  readonly timeoutMs: number;
  readonly key: Uint8Array;
  readonly source: Uint8Array;
  readonly attempt: number;
  readonly body: Uint8Array;
}
const none = new Uint8Array(0);
export const request = (change: Partial<RequestFields> = {}): Buffer => {
  const r = { id: 1, service: 'nobody', timeoutMs: 10_000, key: Buffer.alloc(16, 1), source: none, attempt: 0, body: none, ...change };
  const asked = [num(1, r.id), text(2, r.service), num(3, r.timeoutMs), bin(4, r.key)];
  return frame('request')(...asked, bin(5, r.source), num(6, r.attempt), bin(15, r.body));
};
export const reply = (id: number, code = 0, source: Uint8Array = none, answer: Uint8Array = none): Buffer =>
  frame('reply')(num(1, id), num(2, code), bin(3, source), bin(15, answer));
