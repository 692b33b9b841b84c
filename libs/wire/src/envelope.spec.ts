import type { ChannelGrant, ChannelRequest } from './channel.js';
import { decodeEnvelope, encodeEnvelope, envelopeKind, type Envelope, type EnvelopeKind } from './envelope.js';
import { limits } from './limits.js';
import { attach, bytes, envelopes, grant, request, signedManifest } from './testing/samples.js';
import { Envelope as Stock } from './testing/stock.js';
import { varintSize, writeVarint } from './varint.js';

const all = Object.values(envelopes);
const decoded = (envelope: Envelope): Envelope | undefined => decodeEnvelope(encodeEnvelope(envelope));
/** An envelope of field `number` around `body`. */
function field(number: number, body: Uint8Array): Uint8Array {
  const message = new Uint8Array(1 + varintSize(body.length) + body.length);
  message[0] = (number << 3) | 2;
  message.set(body, writeVarint(message, 1, body.length));
  return message;
}

it.each(all)('carries a $kind there and back', (envelope) => {
  expect(decoded(envelope)).toEqual(envelope);
  expect(envelopeKind(encodeEnvelope(envelope))).toBe(envelope.kind);
});

it('numbers the kinds as proto/envelope.proto does, and calls everything else no envelope', () => {
  const kinds = Array.from({ length: 32 }, (_, i) => envelopeKind(Uint8Array.of((i << 3) | 2)));
  const stock = Stock.fieldsArray.map((f) => [f.id, f.name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)] as [number, EnvelopeKind]);
  expect(kinds.flatMap((kind, i) => (kind ? [[i, kind]] : []))).toEqual(stock);
  expect([envelopeKind(new Uint8Array(0)), envelopeKind(Uint8Array.of(0x08)), envelopeKind(Uint8Array.of(0x0b))]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it.each(all)('reads a $kind that stock protobuf wrote, and writes one that stock protobuf reads', (envelope) => {
  const ours = encodeEnvelope(envelope);
  const message = Stock.decode(ours);
  const theirs = Stock.encode(message).finish();
  expect(decodeEnvelope(theirs)).toEqual(envelope);
  const set = (message as unknown as { body: string }).body.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
  expect(set).toBe(envelope.kind);
});

it('refuses nothing, an unknown kind, a record, two fields, and bytes behind or missing', () => {
  const one = encodeEnvelope(envelopes.manifest_request);
  expect(decodeEnvelope(one)).toBeDefined();
  const two = Buffer.concat([one, one]);
  const twice = Buffer.concat([one, encodeEnvelope(envelopes.refusal)]);
  for (const wrong of [new Uint8Array(0), field(9, bytes(3)), field(8, bytes(20)), two, twice, Buffer.concat([one, Buffer.of(0)])]) {
    expect(decodeEnvelope(wrong)).toBeUndefined();
  }
  for (let cut = 0; cut < one.length; cut += 1) expect(decodeEnvelope(one.subarray(0, cut))).toBeUndefined();
});

it('leaves unknown fields inside a message out', () => {
  const known = encodeEnvelope(envelopes.refusal).subarray(2);
  const longer = field(3, Buffer.concat([known, Buffer.from('9a3f03616263', 'hex')]));
  expect(decodeEnvelope(longer)).toEqual(envelopes.refusal);
});

const hello = limits.helloBytes;
const answer = limits.answerBytes;
it.each<[EnvelopeKind, number, number]>([
  ['channel_request', 1, hello],
  ['channel_grant', 2, answer],
  ['refusal', 3, hello],
  ['manifest_request', 4, hello],
  ['manifest', 5, answer],
  ['attach', 6, hello],
  ['attached', 7, hello],
])('takes a %s up to its limit as a whole and refuses one byte more before decoding', (kind, number, most) => {
  const body = encodeEnvelope(envelopes[kind as keyof typeof envelopes]);
  const inner = body.subarray(body.length > 129 ? 3 : 2);
  const padded = (total: number): Uint8Array => {
    const padding = total - 4 - inner.length - 5; // tag, 3 of length; unknown field 2000 with 2 of tag and 3 of length
    const pad = new Uint8Array(5 + padding);
    pad.set([0x82, 0x7d]);
    pad.set([(padding & 0x7f) | 0x80, ((padding >> 7) & 0x7f) | 0x80, padding >> 14], 2);
    const content = Buffer.concat([inner, pad]);
    return Buffer.concat([
      Buffer.of((number << 3) | 2, (content.length & 0x7f) | 0x80, ((content.length >> 7) & 0x7f) | 0x80, content.length >> 14),
      content,
    ]);
  };
  expect(padded(most).length).toBe(most);
  expect(decodeEnvelope(padded(most))?.kind).toBe(kind);
  expect(decodeEnvelope(padded(most + 1))).toBeUndefined();
});

const req = (change: Partial<ChannelRequest>): Envelope => ({ kind: 'channel_request', value: { ...request, ...change } });
const gra = (change: Partial<ChannelGrant>): Envelope => ({ kind: 'channel_grant', value: { ...grant, ...change } });
const att = (change: object): Envelope => ({ kind: 'attach', value: { ...attach, ...change } });
const man = (change: object): Envelope => ({ kind: 'manifest', value: { ...signedManifest, ...change } });
const ted = (change: object): Envelope => ({ kind: 'attached', value: { ...envelopes.attached.value, ...change } });
const ref = (change: object): Envelope => ({ kind: 'refusal', value: { ...envelopes.refusal.value, ...change } });

it.each<[string, (length: number) => Envelope, readonly number[], readonly number[]]>([
  ['request.fleet', (n) => req({ fleet: bytes(n) }), [32], [0, 31, 33]],
  ['request.client_id', (n) => req({ clientId: bytes(n) }), [32], [0, 31, 33]],
  ['request.suites', (n) => req({ suites: new Array<number>(n).fill(1) }), [1, limits.suites], [0, limits.suites + 1]],
  ['request.suites id', (n) => req({ suites: [n] }), [1, 0xffff], [0x10000, -1]],
  ['request.groups', (n) => req({ groups: new Array<number>(n).fill(1) }), [1, limits.groups], [0, limits.groups + 1]],
  ['request.salt', (n) => req({ salt: bytes(n) }), [32], [0, 31, 33]],
  ['request.x25519', (n) => req({ x25519: bytes(n) }), [32], [0, 31, 33]],
  ['request.ml_kem_768', (n) => req({ mlKem: bytes(n) }), [0, 1184], [1183, 1185]],
  ['request.manifest_hash', (n) => req({ manifestHash: bytes(n) }), [0, 32], [31, 33]],
  ['request.enrol_key', (n) => req({ enrolKey: bytes(n) }), [0, limits.spkiBytes], [limits.spkiBytes + 1]],
  ['request.signature', (n) => req({ signature: bytes(n) }), [1, limits.signatureBytes], [0, limits.signatureBytes + 1]],
  ['request.enrolment', (n) => req({ enrolment: bytes(n) }), [0, 48], [16, 32, 47, 49]],
  ['grant.request_hash', (n) => gra({ requestHash: bytes(n) }), [32], [0, 31, 33]],
  ['grant.key_id', (n) => gra({ keyId: bytes(n) }), [32], [0, 31, 33]],
  ['grant.manifest_hash', (n) => gra({ manifestHash: bytes(n) }), [32], [0, 31, 33]],
  ['grant.x25519', (n) => gra({ x25519: bytes(n) }), [32], [0, 31, 33]],
  ['grant.ml_kem_ciphertext', (n) => gra({ mlKemCiphertext: bytes(n) }), [0, 1088], [1087, 1089]],
  ['grant.oaep_share', (n) => gra({ oaepShare: bytes(n) }), [0, 512], [513]],
  ['grant.sealed', (n) => gra({ sealed: bytes(n) }), [17], [0, 16]],
  ['grant.signature', (n) => gra({ signature: bytes(n) }), [1, limits.signatureBytes], [0, limits.signatureBytes + 1]],
  ['manifest.manifest', (n) => man({ manifest: bytes(n) }), [1, limits.manifestBytes], [0, limits.manifestBytes + 1]],
  ['manifest.root_key', (n) => man({ rootKey: bytes(n) }), [1, limits.spkiBytes], [0, limits.spkiBytes + 1]],
  ['manifest.signature', (n) => man({ signature: bytes(n) }), [1, limits.signatureBytes], [0, limits.signatureBytes + 1]],
  ['manifest_request.fleet', (n) => ({ kind: 'manifest_request', value: { fleet: bytes(n) } }), [0, 32], [31, 33]],
  ['attach.router', (n) => att({ router: bytes(n) }), [32], [0, 31, 33]],
  ['attach.ticket', (n) => att({ ticket: bytes(n) }), [1, limits.ticketBytes], [0, limits.ticketBytes + 1]],
  ['attach.salt', (n) => att({ salt: bytes(n) }), [32], [0, 31, 33]],
  ['attach.x25519', (n) => att({ x25519: bytes(n) }), [32], [0, 31, 33]],
  ['attach.mac', (n) => att({ mac: bytes(n) }), [16], [0, 15, 17]],
  ['attach.proof', (n) => att({ proof: bytes(n) }), [32], [0, 31, 33]],
  ['attached.x25519', (n) => ted({ x25519: bytes(n) }), [32], [0, 31, 33]],
  ['attached.confirm', (n) => ted({ confirm: bytes(n) }), [32], [0, 31, 33]],
  ['refusal.request_hash', (n) => ref({ requestHash: bytes(n) }), [0, 32], [31, 33]],
  ['refusal.time_ms', (n) => ref({ timeMs: n }), [0, 2 ** 53 - 1], [2 ** 53]],
])('bounds %s', (_, make, good, bad) => {
  for (const n of good) expect(decoded(make(n))).toEqual(make(n));
  for (const n of bad) expect(decoded(make(n))).toBeUndefined();
});

it('hands out fields that alias the message, as plain Uint8Arrays: a `slice` of one is a copy', () => {
  const message = Buffer.from(encodeEnvelope(envelopes.attach));
  const envelope = decodeEnvelope(message);
  if (envelope?.kind !== 'attach') throw new Error('no attach');
  const { ticket, salt } = envelope.value;
  const copy = ticket.slice();
  expect([ticket.buffer, salt.buffer]).toEqual([message.buffer, message.buffer]);
  message.fill(0);
  expect([ticket[0], copy[0]]).toEqual([0, attach.ticket[0]]);
});

describe('T24: deserialisation', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
  const before = Object.getOwnPropertyNames(Object.prototype);

  it('leaves Object.prototype alone whatever strings and fields a message carries', () => {
    for (const name of names) {
      const text = Buffer.from(name);
      for (const { kind } of all) {
        const body = encodeEnvelope(envelopes[kind]);
        for (const number of [1, 2, 3, 15, 100, 0x1fffffff]) {
          const tag = new Uint8Array(10);
          const tagged = Buffer.concat([tag.subarray(0, writeVarint(tag, 0, number * 8 + 2)), Buffer.of(text.length), text]);
          const inner = Buffer.concat([body.subarray(body.length > 129 ? 3 : 2), tagged]);
          const number8 = body[0]! >>> 3;
          decodeEnvelope(field(number8, inner));
          decodeEnvelope(field(number8, tagged));
        }
      }
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('copies no field a caller smuggled in: only the fields of the contract are encoded', () => {
    const evil = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}') as object;
    const envelope = { kind: 'attach', value: { ...attach, ...evil } } as Envelope;
    expect(decoded(envelope)).toEqual(envelopes.attach);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
