import { decodeAdminAnswer, encodeAdminAnswer, type AdminAnswer } from './admin-answer.js';
import { decodeAdminCall, encodeAdminCall, enrolmentIds, seeingIds, servingIds, type AdminCall, type AdminCalls } from './admin-call.js';
import { decodeSealedAdminCall, decodeSignedAdminCall, encodeSealedAdminCall, encodeSignedAdminCall } from './admin-seal.js';
import { limits } from './limits.js';
import { encodePayload } from './payload.js';
import { adminAnswer, adminCalls } from './testing/admin-samples.js';
import { fuzzed } from './testing/mutated.js';
import { bytes } from './testing/samples.js';
import { enumOf, plainObject, typeOf } from './testing/stock.js';

const Stock = typeOf('keyway.v1.AdminCall');
const all: readonly AdminCall[] = Object.values(adminCalls);
const before = Object.getOwnPropertyNames(Object.prototype);
const many = <T>(count: number, entry: T): readonly T[] => new Array<T>(count).fill(entry);
const id = bytes(32);
const call = <K extends keyof AdminCalls>(kind: K, change: Partial<AdminCalls[K]>): AdminCall =>
  ({ kind, value: { ...adminCalls[kind].value, ...change } }) as AdminCall;
const signed = { clientId: id, timeMs: 2 ** 41, nonce: bytes(16), answerKey: bytes(32, 1), call: bytes(9), signature: bytes(64) };
const sealed = { keyId: id, sealed: bytes(90) };

it('numbers the choices of a policy as proto/admin.proto does', () => {
  const upper = (names: object): object => Object.fromEntries(Object.entries(names).map(([name, number]) => [name.toUpperCase(), number]));
  expect({ ENROLMENT_UNSPECIFIED: 0, ...upper(enrolmentIds) }).toEqual(enumOf('keyway.v1.Enrolment'));
  expect({ SEEING_UNSPECIFIED: 0, ...upper(seeingIds) }).toEqual(enumOf('keyway.v1.Seeing'));
  expect({ SERVING_UNSPECIFIED: 0, ...upper(servingIds) }).toEqual(enumOf('keyway.v1.Serving'));
});

it.each(all)('carries $kind there and back; stock protobuf reads it as the same', (one) => {
  const encoded = encodeAdminCall(one);
  expect(decodeAdminCall(encoded)).toEqual(one);
  expect(Object.keys(plainObject(Stock, encoded))).toEqual([one.kind]);
  expect(decodeAdminCall(Stock.encode(Stock.decode(encoded)).finish())).toEqual(one);
});

it('has a kind for each field of the contract, in the order of their numbers', () => {
  expect(Stock.fieldsArray.map((field) => [field.id, field.name])).toEqual(all.map(({ kind }, i) => [i + 1, kind]));
});

it('takes exactly one field, once: nothing, a newer kind, two, and bytes behind or missing are no call', () => {
  const one = encodeAdminCall(adminCalls.removeService); // a tag of two bytes
  const newer = Buffer.of(0x9a, 0x01, 0); // field 19
  const two = Buffer.concat([one, encodeAdminCall(adminCalls.getHealth)]);
  for (const wrong of [new Uint8Array(0), newer, two, Buffer.concat([one, one]), Buffer.concat([one, Buffer.of(0)])]) {
    expect(decodeAdminCall(wrong)).toBeUndefined();
  }
  for (let cut = 0; cut < one.length; cut += 1) expect(decodeAdminCall(one.subarray(0, cut))).toBeUndefined();
});

it('takes settings of which only one is given: the others are zeros, as they are', () => {
  expect(decodeAdminCall(encodeAdminCall({ kind: 'setSettings', value: { heartbeatMs: 5 } }))?.value).toMatchObject({
    heartbeatMs: 5,
    timeoutMs: 0,
    maxStreams: 0,
  });
});

it.each<[string, (n: number) => AdminCall, readonly number[], readonly number[]]>([
  ['an enrolment', (n) => call('setPolicy', { enrolment: n }), [0, 1, 2], [3, -1]],
  ['a seeing', (n) => call('setPolicy', { seeing: n }), [0, 1, 2], [3, -1]],
  ['a serving', (n) => call('setPolicy', { serving: n }), [0, 1, 2], [3, -1]],
  [
    'new clients',
    (n) => call('addClients', { clients: many(n, adminCalls.addClients.value.clients[0]!) }),
    [1, limits.entries],
    [0, limits.entries + 1],
  ],
  [
    'a key',
    (n) => call('addClients', { clients: [{ ...adminCalls.addClients.value.clients[0]!, spki: bytes(n) }] }),
    [0, limits.spkiBytes],
    [limits.spkiBytes + 1],
  ],
  ['the id to list after', (n) => call('listClients', { after: bytes(n) }), [0, 32], [31, 33]],
  ['the id to list', (n) => call('listClients', { client: bytes(n) }), [0, 32], [31, 33]],
  ['a page of clients', (n) => call('listClients', { limit: n }), [1, limits.entries], [0, limits.entries + 1]],
  ['the beginning of a name', (n) => call('listClients', { name: 'x'.repeat(n) }), [0, limits.nameBytes], [limits.nameBytes + 1]],
  ['who is changed', (n) => call('changeClient', { client: bytes(n) }), [32], [0, 31, 33]],
  ['who is blocked', (n) => call('block', { client: bytes(n) }), [32], [0, 31, 33]],
  ['a reason', (n) => call('block', { reason: 'x'.repeat(n) }), [0, limits.reasonBytes], [limits.reasonBytes + 1]],
  ['who is unblocked', (n) => call('unblock', { client: bytes(n) }), [32], [0, 31, 33]],
  ['who is revoked', (n) => call('revoke', { client: bytes(n) }), [32], [0, 31, 33]],
  ['the life of a token', (n) => call('createToken', { lifetimeS: n }), [1, limits.tokenLifetimeS], [0, limits.tokenLifetimeS + 1]],
  ['the uses of a token', (n) => call('createToken', { uses: n }), [1, limits.tokenUses], [0, limits.tokenUses + 1]],
  ['a token', (n) => call('revokeToken', { id: bytes(n) }), [16], [0, 15, 17]],
  ['a page of the log', (n) => call('listAudit', { limit: n }), [1, limits.entries], [0, limits.entries + 1]],
  ['a place in the log', (n) => call('listAudit', { after: n }), [0, 2 ** 53 - 1], [2 ** 53]],
  ['a service', (n) => call('removeService', { name: 'x'.repeat(n) }), [0, limits.nameBytes], [limits.nameBytes + 1]],
  ['workers', (n) => call('declareService', { workers: many(n, id) }), [0, limits.entries], [limits.entries + 1]],
  ['workers that leave', (n) => call('declareService', { noMore: many(n, id) }), [0, limits.entries], [limits.entries + 1]],
  ['a worker', (n) => call('declareService', { workers: [bytes(n)] }), [32], [0, 31, 33]],
])('bounds %s', (_, make, good, bad) => {
  for (const n of good) expect(decodeAdminCall(encodeAdminCall(make(n)))).toEqual(make(n));
  for (const n of bad) expect(decodeAdminCall(encodeAdminCall(make(n)))).toBeUndefined();
});

it('carries an answer there and back, and an empty one', () => {
  expect(decodeAdminAnswer(encodeAdminAnswer(adminAnswer))).toEqual(adminAnswer);
  const nothing = { code: 0, detail: '', policy: undefined, clients: [], more: false, added: [], token: undefined, tokens: [] };
  expect(decodeAdminAnswer(encodeAdminAnswer({}))).toEqual({
    ...nothing,
    ...{ settings: undefined, audit: [], services: [], health: undefined },
  });
});

const { clients, added, audit, services, tokens, token, health } = adminAnswer;
const empty = decodeAdminAnswer(new Uint8Array(0))!;
it.each<[string, (n: number) => Partial<AdminAnswer>, readonly number[], readonly number[]]>([
  ['clients', (n) => ({ clients: many(n, clients[0]!) }), [0, limits.entries], [limits.entries + 1]],
  ['the id of a client', (n) => ({ clients: [{ ...clients[0]!, id: bytes(n) }] }), [32], [0, 31, 33]],
  ['added clients', (n) => ({ added: many(n, added[0]!) }), [0, limits.entries], [limits.entries + 1]],
  ['the id of an added client', (n) => ({ added: [{ ...added[0]!, id: bytes(n) }] }), [0, 32], [31, 33]],
  ['the log', (n) => ({ audit: many(n, audit[0]!) }), [0, limits.entries], [limits.entries + 1]],
  ['the hash of an entry', (n) => ({ audit: [{ ...audit[0]!, hash: bytes(n) }] }), [32], [0, 31, 33]],
  ['the actor of an entry', (n) => ({ audit: [{ ...audit[0]!, actor: bytes(n) }] }), [32], [0, 31, 33]],
  ['the owner of a service', (n) => ({ services: [{ ...services[0]!, owner: bytes(n) }] }), [32], [0, 31, 33]],
  ['a worker', (n) => ({ services: [{ ...services[0]!, workers: [bytes(n)] }] }), [32], [0, 31, 33]],
  ['the id of a token', (n) => ({ tokens: [{ ...tokens[0]!, id: bytes(n) }] }), [16], [0, 15, 17]],
  ['a secret', (n) => ({ token: { ...token!, secret: bytes(n) } }), [32], [0, 31, 33]],
  ['the head of the log', (n) => ({ health: { ...health!, auditHash: bytes(n) } }), [0, 32], [31, 33]],
  ['free bytes', (n) => ({ health: { ...health!, diskFreeBytes: n } }), [0, 2 ** 53 - 1], [2 ** 53]],
  ['the whole', (n) => ({ ...empty, detail: 'x'.repeat(n - 4) }), [limits.adminBytes], [limits.adminBytes + 1]],
])('bounds %s of an answer', (_, make, good, bad) => {
  const answer = (n: number): AdminAnswer => ({ ...adminAnswer, ...make(n) });
  for (const n of good) expect(decodeAdminAnswer(encodeAdminAnswer(answer(n)))).toEqual(answer(n));
  for (const n of bad) expect(decodeAdminAnswer(encodeAdminAnswer(answer(n)))).toBeUndefined();
});

it('carries sealed and signed calls there and back, and wants the size of every field', () => {
  expect(decodeSealedAdminCall(encodeSealedAdminCall(sealed))).toEqual(sealed);
  expect(decodeSignedAdminCall(encodeSignedAdminCall(signed))).toEqual(signed);
  const read = (change: object): unknown => decodeSignedAdminCall(encodeSignedAdminCall({ ...signed, ...change }));
  for (const field of ['clientId', 'nonce', 'answerKey', 'call', 'signature'] as const) {
    expect(read({ [field]: bytes(0) })).toBeUndefined();
  }
  for (const [field, size] of [
    ['clientId', 32],
    ['nonce', 16],
    ['answerKey', 32],
  ] as const) {
    for (const n of [size - 1, size + 1]) expect(read({ [field]: bytes(n) })).toBeUndefined();
  }
  expect([read({ call: bytes(limits.adminBytes) }), read({ signature: bytes(512) })].every(Boolean)).toBe(true);
  expect([read({ call: bytes(limits.adminBytes + 1) }), read({ signature: bytes(513) }), read({ timeMs: 2 ** 53 })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const seal = (change: object): unknown => decodeSealedAdminCall(encodeSealedAdminCall({ ...sealed, ...change }));
  expect([seal({ sealed: bytes(49) }), seal({ sealed: bytes(limits.bodyBytes) })].every(Boolean)).toBe(true);
  for (const wrong of [{ keyId: bytes(31) }, { sealed: bytes(48) }, { sealed: bytes(limits.bodyBytes + 1) }]) {
    expect(seal(wrong)).toBeUndefined();
  }
});

it('fits the largest call, signed and sealed, into a body; and 256 RSA-4096 keys into a call', () => {
  const largest = encodeSignedAdminCall({ ...signed, call: bytes(limits.adminBytes), signature: bytes(limits.signatureBytes) });
  const body = encodePayload({
    contentType: 'x'.repeat(127),
    data: encodeSealedAdminCall({ keyId: id, sealed: bytes(48 + largest.length) }),
  });
  expect(body.length).toBeLessThanOrEqual(limits.bodyBytes);
  const rsa = { spki: bytes(550), name: 'ü'.repeat(limits.nameBytes), hidden: true, operator: true };
  expect(encodeAdminCall(call('addClients', { clients: many(limits.entries, rsa) })).length).toBeLessThanOrEqual(limits.adminBytes);
});

it('T24: mutated calls and answers never throw, and dangerous names are only text', () => {
  const found = [
    fuzzed(all.map(encodeAdminCall), decodeAdminCall, encodeAdminCall),
    fuzzed([encodeAdminAnswer(adminAnswer)], decodeAdminAnswer, encodeAdminAnswer),
    fuzzed([encodeSignedAdminCall(signed)], decodeSignedAdminCall, encodeSignedAdminCall),
    fuzzed([encodeSealedAdminCall(sealed)], decodeSealedAdminCall, encodeSealedAdminCall),
  ];
  for (const { accepted, left } of found) expect([accepted > 100, left > 100]).toEqual([true, true]);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});
