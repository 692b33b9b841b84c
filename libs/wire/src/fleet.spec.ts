import { decodeFleetAnswer, decodeFleetCall, encodeFleetAnswer, encodeFleetCall, type FleetCall, type FleetCalls } from './fleet.js';
import { limits } from './limits.js';
import { fleetAnswer, fleetCalls } from './testing/admin-samples.js';
import { fuzzed } from './testing/mutated.js';
import { bytes } from './testing/samples.js';
import { plainObject, typeOf } from './testing/stock.js';

const Stock = typeOf('keyway.v1.FleetCall');
const all: readonly FleetCall[] = Object.values(fleetCalls);
const before = Object.getOwnPropertyNames(Object.prototype);
const ids = (count: number): readonly Uint8Array[] => Array.from({ length: count }, () => bytes(32, 1));
const call = <K extends keyof FleetCalls>(kind: K, change: Partial<FleetCalls[K]>): FleetCall =>
  ({ kind, value: { ...fleetCalls[kind].value, ...change } }) as FleetCall;

it.each(all)('carries $kind there and back; stock protobuf reads it as the same', (one) => {
  const encoded = encodeFleetCall(one);
  expect(decodeFleetCall(encoded)).toEqual(one);
  expect(Object.keys(plainObject(Stock, encoded))).toEqual([one.kind]);
  expect(decodeFleetCall(Stock.encode(Stock.decode(encoded)).finish())).toEqual(one);
});

it('has a kind for each field of the contract, in the order of their numbers', () => {
  expect(Stock.fieldsArray.map(({ id, name }) => [id, name])).toEqual(all.map(({ kind }, i) => [i + 1, kind]));
});

it('reads fields that are left out as empty', () => {
  expect(decodeFleetCall(encodeFleetCall({ kind: 'watch', value: {} }))).toEqual({
    kind: 'watch',
    value: { all: false, clients: [], off: false },
  });
  expect(decodeFleetAnswer(encodeFleetAnswer({}))).toEqual({ members: [], more: false, status: undefined });
  expect(decodeFleetAnswer(encodeFleetAnswer({ members: [{}] }))?.members).toEqual([fleetAnswer.members[1]]);
});

it('takes exactly one field, once: nothing, a newer kind, two, and bytes behind or missing are no call', () => {
  const one = encodeFleetCall(fleetCalls.who);
  const wrong = [
    new Uint8Array(0),
    Buffer.of(0x4a, 0), // field 9
    Buffer.of(0x40, 0), // field 8, a number
    Buffer.concat([one, one]),
    Buffer.concat([one, encodeFleetCall(fleetCalls.status)]),
    Buffer.concat([one, Buffer.of(0)]),
    ...Array.from(one, (_, cut) => one.subarray(0, cut)),
  ];
  for (const message of wrong) expect(decodeFleetCall(message)).toBeUndefined();
});

it.each<[string, (n: number) => FleetCall, readonly number[], readonly number[]]>([
  ['names', (n) => call('resolve', { names: new Array<string>(n).fill('a') }), [1, limits.names], [0, limits.names + 1]],
  ['a name', (n) => call('resolve', { names: ['x'.repeat(n)] }), [0, limits.nameBytes], [limits.nameBytes + 1]],
  ['who', (n) => call('who', { clients: ids(n) }), [1, limits.entries], [0, limits.entries + 1]],
  ['an id of who', (n) => call('who', { clients: [bytes(n)] }), [32], [0, 31, 33]],
  ['the id to list after', (n) => call('list', { after: bytes(n) }), [0, 32], [31, 33]],
  ['a page', (n) => call('list', { limit: n }), [1, limits.entries], [0, limits.entries + 1, 2 ** 32 - 1]],
  ['watched clients', (n) => call('watch', { clients: ids(n) }), [0, limits.entries], [limits.entries + 1]],
  ['a watched id', (n) => call('watch', { clients: [bytes(n)] }), [32], [0, 31, 33]],
  ['a claimed name', (n) => call('claim', { name: 'x'.repeat(n) }), [0, limits.nameBytes], [limits.nameBytes + 1]],
  ['the owner of a name', (n) => call('claim', { owner: bytes(n) }), [0, 32], [31, 33]],
  ['a consent', (n) => call('claim', { consent: bytes(n) }), [0, limits.signatureBytes], [limits.signatureBytes + 1]],
  ['those shown to', (n) => call('visibility', { shownTo: ids(n) }), [0, limits.entries], [limits.entries + 1]],
  ['an id shown to', (n) => call('visibility', { shownTo: [bytes(n)] }), [32], [0, 31, 33]],
  ['a service', (n) => call('serve', { service: 'x'.repeat(n) }), [0, limits.nameBytes], [limits.nameBytes + 1]],
  ['requests at a time', (n) => call('serve', { inFlight: n }), [0, limits.inFlight], [limits.inFlight + 1]],
])('bounds %s', (_, make, good, bad) => {
  for (const n of good) expect(decodeFleetCall(encodeFleetCall(make(n)))).toEqual(make(n));
  for (const n of bad) expect(decodeFleetCall(encodeFleetCall(make(n)))).toBeUndefined();
});

it('refuses a call over its limit before it looks at it', () => {
  const padded = (total: number): Uint8Array => {
    const names = Array.from({ length: limits.names }, () => 'x'.repeat(limits.nameBytes));
    const inner = Buffer.from(encodeFleetCall(call('resolve', { names }))).subarray(3);
    const padding = Buffer.alloc(total - 4 - inner.length - 5);
    const head = Buffer.of(0x82, 0x7d, (padding.length & 0x7f) | 0x80, ((padding.length >> 7) & 0x7f) | 0x80, padding.length >> 14);
    const length = total - 4;
    return Buffer.concat([Buffer.of(0x0a, (length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14), inner, head, padding]);
  };
  expect(decodeFleetCall(padded(limits.fleetCallBytes))?.kind).toBe('resolve');
  expect(decodeFleetCall(padded(limits.fleetCallBytes + 1))).toBeUndefined();
});

it('carries an answer there and back, zeros and 64-bit numbers included', () => {
  expect(decodeFleetAnswer(encodeFleetAnswer(fleetAnswer))).toEqual(fleetAnswer);
});

it.each<[string, (n: number) => object, readonly number[], readonly number[]]>([
  ['members', (n) => ({ members: ids(n).map((id) => ({ id })) }), [0, limits.entries], [limits.entries + 1]],
  ['the id of a member', (n) => ({ members: [{ id: bytes(n) }] }), [0, 32], [31, 33]],
  ['the name of a member', (n) => ({ members: [{ name: 'x'.repeat(n) }] }), [limits.nameBytes], [limits.nameBytes + 1]],
  ['the time of a member', (n) => ({ members: [{ sinceMs: n }] }), [2 ** 53 - 1], [2 ** 53]],
  ['the router', (n) => ({ status: { router: bytes(n) } }), [32], [0, 31, 33]],
  ['waiting bytes', (n) => ({ status: { router: bytes(32), waitingBytes: n } }), [2 ** 53 - 1], [2 ** 53]],
])('bounds %s of an answer', (_, make, good, bad) => {
  for (const n of good) expect(decodeFleetAnswer(encodeFleetAnswer(make(n)))).toBeDefined();
  for (const n of bad) expect(decodeFleetAnswer(encodeFleetAnswer(make(n)))).toBeUndefined();
});

it('fits its largest answer into a body', () => {
  const member = { id: bytes(32), name: 'ü'.repeat(limits.nameBytes), online: true, sinceMs: 2 ** 53 - 1 };
  const answer = encodeFleetAnswer({ members: new Array(limits.entries).fill(member) as (typeof member)[], more: true });
  expect(answer.length).toBeLessThan(limits.bodyBytes - 1_024);
});

it('T24: mutated calls and answers never throw, and dangerous names are only text', () => {
  const calls = fuzzed(all.map(encodeFleetCall), decodeFleetCall, encodeFleetCall);
  const answers = fuzzed([encodeFleetAnswer(fleetAnswer)], decodeFleetAnswer, encodeFleetAnswer);
  for (const { accepted, left } of [calls, answers]) expect([accepted > 100, left > 100]).toEqual([true, true]);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});
