import * as wire from './index.js';
import { limits } from './limits.js';
import { fuzzed } from './testing/mutated.js';
import { bytes, settings } from './testing/samples.js';
import { enumOf } from './testing/stock.js';

const id = bytes(32);
const lookup: wire.LookupCall = { clientIds: [id, bytes(32, 1)], viewers: [bytes(32, 2), id] };
const fleetCall: wire.FleetRpcCall = { viewer: id, rights: 13, call: bytes(40) };
const fleetAnswer: wire.FleetRpcAnswer = { code: 2002, answer: bytes(40) };
const service: wire.ServiceCall = { service: '__proto__', clientId: id, rights: 8 };
const contact: wire.ContactCall = { clientId: id, peers: [id, bytes(32, 9)] };
const adminCall: wire.AdminRpcCall = { clientId: id, sealed: bytes(100), source: 'constructor' };
const adminAnswer: wire.AdminRpcAnswer = { code: 2001, sealed: bytes(100) };
const revoked: wire.Revoked = { serial: 2 ** 40, clientId: id, ticketsUpTo: 2 ** 41 };
const changes: wire.ChangesAnswer = { serial: 2 ** 42, whole: true, revoked: [revoked, revoked], settings };

interface Codec {
  readonly name: string;
  readonly value: unknown;
  readonly encode: (value: never) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => unknown;
}
const codec = <T>(name: string, value: T, encode: (value: T) => Uint8Array, decode: (bytes: Uint8Array) => T | undefined): Codec => ({
  name,
  value,
  encode,
  decode,
});
const codecs = [
  codec('LookupCall', lookup, wire.encodeLookupCall, wire.decodeLookupCall),
  codec('LookupAnswer', [0, 1, 2] as readonly number[], wire.encodeLookupAnswer, wire.decodeLookupAnswer),
  codec('FleetRpcCall', fleetCall, wire.encodeFleetRpcCall, wire.decodeFleetRpcCall),
  codec('FleetRpcAnswer', fleetAnswer, wire.encodeFleetRpcAnswer, wire.decodeFleetRpcAnswer),
  codec('ServiceCall', service, wire.encodeServiceCall, wire.decodeServiceCall),
  codec('ServiceAnswer', { code: 4011 }, wire.encodeServiceAnswer, wire.decodeServiceAnswer),
  codec('ContactCall', contact, wire.encodeContactCall, wire.decodeContactCall),
  codec('AdminRpcCall', adminCall, wire.encodeAdminRpcCall, wire.decodeAdminRpcCall),
  codec('AdminRpcAnswer', adminAnswer, wire.encodeAdminRpcAnswer, wire.decodeAdminRpcAnswer),
  codec('ChangesCall', { after: 2 ** 40 }, wire.encodeChangesCall, wire.decodeChangesCall),
  codec('ChangesAnswer', changes, wire.encodeChangesAnswer, wire.decodeChangesAnswer),
];
const before = Object.getOwnPropertyNames(Object.prototype);

it.each(codecs)('carries a $name there and back', ({ value, encode, decode }) => {
  expect(decode(encode(value as never))).toEqual(value);
});

it.each(codecs)('T24: mutated bytes of a $name never throw, and dangerous names are only text', ({ value, encode, decode }) => {
  const { accepted, left } = fuzzed([encode(value as never)], decode, encode as (value: unknown) => Uint8Array);
  expect([accepted > 100, left > 100]).toEqual([true, true]);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});

it('numbers sights as proto/rpc.proto does', () => {
  expect({ UNKNOWN: wire.sightIds.unknown, EVERYBODY: wire.sightIds.everybody, THIS_VIEWER: wire.sightIds.thisViewer }).toEqual(
    enumOf('keyway.rpc.v1.Sight'),
  );
  for (const sight of [3, -1, 255]) expect(wire.decodeLookupAnswer(wire.encodeLookupAnswer([0, sight]))).toBeUndefined();
});

it('wants a viewer for each client id', () => {
  expect(wire.decodeLookupCall(wire.encodeLookupCall({ clientIds: [id, id], viewers: [id] }))).toBeUndefined();
  expect(wire.decodeLookupCall(wire.encodeLookupCall({}))).toEqual({ clientIds: [], viewers: [] });
});

it('says that settings are absent', () => {
  expect(wire.decodeChangesAnswer(wire.encodeChangesAnswer({ serial: 5 }))).toEqual({
    serial: 5,
    whole: false,
    revoked: [],
    settings: undefined,
  });
});

it.each<[string, (n: number) => unknown, readonly number[], readonly number[]]>([
  ['a looked up id', (n) => wire.decodeLookupCall(wire.encodeLookupCall({ clientIds: [bytes(n)], viewers: [id] })), [32], [0, 31, 33]],
  ['a viewer', (n) => wire.decodeLookupCall(wire.encodeLookupCall({ clientIds: [id], viewers: [bytes(n)] })), [32], [0, 31, 33]],
  ['who asks the fleet', (n) => wire.decodeFleetRpcCall(wire.encodeFleetRpcCall({ ...fleetCall, viewer: bytes(n) })), [32], [0, 31, 33]],
  [
    'a fleet call',
    (n) => wire.decodeFleetRpcCall(wire.encodeFleetRpcCall({ ...fleetCall, call: bytes(n) })),
    [1, limits.fleetCallBytes],
    [0, limits.fleetCallBytes + 1],
  ],
  [
    'a fleet answer',
    (n) => wire.decodeFleetRpcAnswer(wire.encodeFleetRpcAnswer({ answer: bytes(n) })),
    [0, limits.bodyBytes],
    [limits.bodyBytes + 1],
  ],
  [
    'a service',
    (n) => wire.decodeServiceCall(wire.encodeServiceCall({ service: 'x'.repeat(n) })),
    [0, limits.nameBytes],
    [limits.nameBytes + 1],
  ],
  ['who serves', (n) => wire.decodeServiceCall(wire.encodeServiceCall({ clientId: bytes(n) })), [0, 32], [31, 33]],
  ['a hidden one', (n) => wire.decodeContactCall(wire.encodeContactCall({ ...contact, clientId: bytes(n) })), [32], [0, 31, 33]],
  ['a peer', (n) => wire.decodeContactCall(wire.encodeContactCall({ ...contact, peers: [bytes(n)] })), [32], [0, 31, 33]],
  ['an operator', (n) => wire.decodeAdminRpcCall(wire.encodeAdminRpcCall({ ...adminCall, clientId: bytes(n) })), [32], [0, 31, 33]],
  [
    'a sealed call',
    (n) => wire.decodeAdminRpcCall(wire.encodeAdminRpcCall({ ...adminCall, sealed: bytes(n) })),
    [0, limits.bodyBytes],
    [limits.bodyBytes + 1],
  ],
  [
    'a source',
    (n) => wire.decodeAdminRpcCall(wire.encodeAdminRpcCall({ ...adminCall, source: 'x'.repeat(n) })),
    [0, limits.endpointBytes],
    [limits.endpointBytes + 1],
  ],
  [
    'a sealed answer',
    (n) => wire.decodeAdminRpcAnswer(wire.encodeAdminRpcAnswer({ sealed: bytes(n) })),
    [0, limits.bodyBytes],
    [limits.bodyBytes + 1],
  ],
  ['a serial', (n) => wire.decodeChangesCall(wire.encodeChangesCall({ after: n })), [0, 2 ** 53 - 1], [2 ** 53]],
  [
    'a revoked id',
    (n) => wire.decodeChangesAnswer(wire.encodeChangesAnswer({ revoked: [{ ...revoked, clientId: bytes(n) }] })),
    [32],
    [0, 31, 33],
  ],
])('bounds %s', (_, read, good, bad) => {
  for (const n of good) expect(read(n)).toBeDefined();
  for (const n of bad) expect(read(n)).toBeUndefined();
});
