import * as wire from './index.js';
import { limits } from './limits.js';
import type { EpochEntry, RpcBatch } from './rpc.js';
import { bytes } from './testing/samples.js';

const batch: RpcBatch = {
  calls: [{ id: 1, pattern: 'auth.authorize', timeoutMs: 500, body: bytes(9), trace: 'abc' }],
  answers: [{ id: 2, code: 2001, body: bytes(3) }],
};
const epoch: EpochEntry = { id: 7, key: bytes(32), notBeforeMs: 2 ** 41, issueUntilMs: 2 ** 41 + 1, acceptUntilMs: 2 ** 42 };
const authorize = { request: bytes(100), source: 'tcp:127.0.0.1', validUntilMs: 2 ** 41 };
const yes = { code: 0, spki: bytes(44), rights: 3, serial: 2 ** 40, known: true };

it('carries every body there and back, 64-bit numbers and zeros included', () => {
  expect(wire.decodeRpcBatch(wire.encodeRpcBatch(batch))).toEqual(batch);
  expect(wire.decodeRpcBatch(wire.encodeRpcBatch({ calls: [], answers: [{ id: 0, code: 0, body: bytes(0) }] }))?.answers).toEqual([
    { id: 0, code: 0, body: bytes(0) },
  ]);
  expect(wire.decodeAuthorizeCall(wire.encodeAuthorizeCall(authorize))).toEqual(authorize);
  expect(wire.decodeAuthorizeAnswer(wire.encodeAuthorizeAnswer(yes))).toEqual(yes);
  expect(wire.decodeEpochList(wire.encodeEpochList([epoch, { ...epoch, id: 0 }]))).toEqual([epoch, { ...epoch, id: 0 }]);
  expect(wire.decodeKeyringCall(wire.encodeKeyringCall(bytes(32)))).toEqual(bytes(32));
  expect(wire.decodeKeyringAnswer(wire.encodeKeyringAnswer(bytes(90)))).toEqual(bytes(90));
  expect(wire.decodeManifestAnswer(wire.encodeManifestAnswer(bytes(90)))).toEqual(bytes(90));
});

it('loses no field of an object whose fields are accessors: an epoch that hides its key is still sent', () => {
  class Held implements EpochEntry {
    readonly #key = bytes(32);
    readonly id = 7;
    readonly notBeforeMs = epoch.notBeforeMs;
    readonly issueUntilMs = epoch.issueUntilMs;
    readonly acceptUntilMs = epoch.acceptUntilMs;
    get key(): Uint8Array {
      return this.#key;
    }
  }
  class Call {
    readonly id = 1;
    readonly pattern = 'auth.authorize';
    readonly timeoutMs = 500;
    readonly trace = 'abc';
    get body(): Uint8Array {
      return bytes(9);
    }
  }
  expect(wire.decodeEpochList(wire.encodeEpochList([new Held()]))).toEqual([epoch]);
  expect(wire.decodeRpcBatch(wire.encodeRpcBatch({ ...batch, calls: [new Call()] }))).toEqual(batch);
});

it('bounds what it reads', () => {
  expect(wire.decodeRpcBatch(new Uint8Array(limits.rpcBytes + 1))).toBeUndefined();
  const call = (n: number): unknown => wire.decodeAuthorizeCall(wire.encodeAuthorizeCall({ ...authorize, request: bytes(n) }));
  expect([call(1), call(limits.helloBytes)].every(Boolean)).toBe(true);
  expect([call(0), call(limits.helloBytes + 1)]).toEqual([undefined, undefined]);
  const answer = (change: object): unknown => wire.decodeAuthorizeAnswer(wire.encodeAuthorizeAnswer({ ...yes, ...change }));
  expect([answer({ spki: bytes(limits.spkiBytes + 1) }), answer({ serial: 2 ** 53 })]).toEqual([undefined, undefined]);
  for (const n of [0, 31, 33]) {
    expect(wire.decodeKeyringCall(wire.encodeKeyringCall(bytes(n)))).toBeUndefined();
    expect(wire.decodeEpochList(wire.encodeEpochList([{ ...epoch, key: bytes(n) }]))).toBeUndefined();
  }
  expect(wire.decodeManifestAnswer(new Uint8Array(0))).toBeUndefined();
});

it('T24: dangerous names are only text', () => {
  const evil = { calls: [{ ...batch.calls[0]!, pattern: '__proto__', trace: 'constructor' }], answers: [] };
  expect(wire.decodeRpcBatch(wire.encodeRpcBatch(evil))).toEqual(evil);
  expect(({} as Record<string, unknown>).pattern).toBeUndefined();
});
