import { keyway } from '#generated';
import { between, empty, exactly, guarded, plain, toNumber } from './fields.js';
import { limits } from './limits.js';

const rpc = keyway.rpc.v1;

export interface RpcCall {
  readonly id: number;
  readonly pattern: string;
  readonly timeoutMs: number;
  readonly body: Uint8Array;
  readonly trace: string;
}

export interface RpcAnswer {
  readonly id: number;
  /** 0: done; else a code of the error table. */
  readonly code: number;
  readonly body: Uint8Array;
}

export interface RpcBatch {
  readonly calls: readonly RpcCall[];
  readonly answers: readonly RpcAnswer[];
}

export const encodeRpcBatch = ({ calls, answers }: RpcBatch): Uint8Array =>
  rpc.Batch.encode({ calls: calls.map(toCall), answers: answers.map(toAnswer) }).finish();

/** @returns undefined for bytes over the limit or malformed; bodies alias `bytes`. */
export const decodeRpcBatch = (bytes: Uint8Array): RpcBatch | undefined =>
  bytes.length > limits.rpcBytes
    ? undefined
    : guarded(() => {
        const batch = rpc.Batch.decode(plain(bytes));
        return { calls: batch.calls.map(toCall), answers: batch.answers.map(toAnswer) };
      });

const toCall = (m: keyway.rpc.v1.Call.$Properties): RpcCall => ({
  id: m.id ?? 0,
  pattern: m.pattern ?? '',
  timeoutMs: m.timeoutMs ?? 0,
  body: m.body ?? empty,
  trace: m.trace ?? '',
});
const toAnswer = (m: keyway.rpc.v1.Answer.$Properties): RpcAnswer => ({ id: m.id ?? 0, code: m.code ?? 0, body: m.body ?? empty });

export interface AuthorizeCall {
  readonly request: Uint8Array;
  readonly source: string;
  readonly validUntilMs: number;
}
export interface AuthorizeAnswer {
  /** 0: yes. */
  readonly code: number;
  readonly spki: Uint8Array;
  readonly rights: number;
  readonly serial: number;
  readonly known: boolean;
}

export const encodeAuthorizeCall = (call: AuthorizeCall): Uint8Array => rpc.AuthorizeCall.encode(call).finish();
export const decodeAuthorizeCall = (bytes: Uint8Array): AuthorizeCall | undefined =>
  guarded(() => {
    const m = rpc.AuthorizeCall.decode(plain(bytes));
    return { request: between(m.request, 1, limits.helloBytes), source: m.source, validUntilMs: toNumber(m.validUntilMs) };
  });

export const encodeAuthorizeAnswer = (answer: AuthorizeAnswer): Uint8Array => rpc.AuthorizeAnswer.encode(answer).finish();
export const decodeAuthorizeAnswer = (bytes: Uint8Array): AuthorizeAnswer | undefined =>
  guarded(() => {
    const m = rpc.AuthorizeAnswer.decode(plain(bytes));
    return { code: m.code, spki: between(m.spki, 0, limits.spkiBytes), rights: m.rights, serial: toNumber(m.serial), known: m.known };
  });

/** One epoch of a keyring on its way to a service. */
export interface EpochEntry {
  readonly id: number;
  /** 32 bytes, secret. */
  readonly key: Uint8Array;
  readonly notBeforeMs: number;
  readonly issueUntilMs: number;
  readonly acceptUntilMs: number;
}

/** Field by field: protobufjs writes own properties only, and an epoch that hides its key has `key` as an accessor. */
export const encodeEpochList = (epochs: readonly EpochEntry[]): Uint8Array =>
  rpc.EpochList.encode({
    epochs: epochs.map(({ id, key, notBeforeMs, issueUntilMs, acceptUntilMs }) => ({ id, key, notBeforeMs, issueUntilMs, acceptUntilMs })),
  }).finish();
export const decodeEpochList = (bytes: Uint8Array): readonly EpochEntry[] | undefined =>
  guarded(() =>
    rpc.EpochList.decode(plain(bytes)).epochs.map((m) => ({
      id: m.id ?? 0,
      key: exactly(m.key, 32),
      notBeforeMs: toNumber(m.notBeforeMs),
      issueUntilMs: toNumber(m.issueUntilMs),
      acceptUntilMs: toNumber(m.acceptUntilMs),
    })),
  );

export const encodeKeyringCall = (keyId: Uint8Array): Uint8Array => rpc.KeyringCall.encode({ keyId }).finish();
export const decodeKeyringCall = (bytes: Uint8Array): Uint8Array | undefined =>
  guarded(() => exactly(rpc.KeyringCall.decode(plain(bytes)).keyId, 32));
export const encodeKeyringAnswer = (sealed: Uint8Array): Uint8Array => rpc.KeyringAnswer.encode({ sealed }).finish();
export const decodeKeyringAnswer = (bytes: Uint8Array): Uint8Array | undefined =>
  guarded(() => rpc.KeyringAnswer.decode(plain(bytes)).sealed);

export const encodeManifestAnswer = (signedManifest: Uint8Array): Uint8Array => rpc.ManifestAnswer.encode({ signedManifest }).finish();
export const decodeManifestAnswer = (bytes: Uint8Array): Uint8Array | undefined =>
  guarded(() => between(rpc.ManifestAnswer.decode(plain(bytes)).signedManifest, 1, limits.answerBytes));
