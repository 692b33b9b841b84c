import { hkdf, label, X25519Key } from '@keyway/crypto';
import * as wire from '@keyway/wire';
import { adminCallHash, adminCallTranscript, openAdminCall, sealAdminAnswer, sealAdminCall } from '../admin-call.js';
import { auditHash, auditStart } from '../audit-chain.js';
import { nameShareTranscript, signNameShare } from '../name-share.js';
import { adminAnswers, adminCallInput, adminCalls, fleetAnswer, fleetCalls, operator } from './calls.js';
import { startMs, type TestFleet } from './fleet.js';
import { counting, ed25519 } from './keys.js';

/** What docs/protocol.md says of services, administration and the audit log, as vectors. */
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Bytes in hexadecimal, lists and objects likewise: what is left of a message in JSON. */
const plainJson = (value: unknown): unknown =>
  value instanceof Uint8Array
    ? hex(value)
    : Array.isArray(value)
      ? value.map(plainJson)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainJson(one)]))
        : value;

export function fleetVectors(): object {
  const owner = ed25519(50);
  const clientId = ed25519(52).public.fingerprint;
  const fleet = counting(0x10);
  const name = 'adam-2';
  return {
    calls: fleetCalls.map((call) => ({ kind: call.kind, value: plainJson(call.value), bytes: hex(wire.encodeFleetCall(call)) })),
    answer: { value: plainJson(fleetAnswer), bytes: hex(wire.encodeFleetAnswer(fleetAnswer)) },
    nameShare: {
      ...{ fleet: hex(fleet), owner: hex(owner.public.fingerprint), clientId: hex(clientId), name },
      transcript: hex(nameShareTranscript(fleet, clientId, name)),
      consent: hex(signNameShare(owner, fleet, clientId, name)),
    },
  };
}

export function adminVectors(fleet: TestFleet): object {
  const input = adminCallInput(fleet);
  const sealed = sealAdminCall(input);
  const { service, exchange } = fleet.auth;
  const signed = openAdminCall(sealed, { fleet: fleet.fleet, keyId: service.keyId, exchangeKey: exchange })!;
  const callHash = adminCallHash(sealed);
  const answer = wire.encodeAdminAnswer(adminAnswers[0]!);
  return {
    ...{ fleet: hex(fleet.fleet), keyId: hex(service.keyId), exchangeKey: hex(service.exchangeKey) },
    ...{ exchangePem: exchange.toPem(), operatorSpki: hex(operator.public.spki), ephemeralPrivate: hex(counting(0x71)) },
    ephemeral: hex(X25519Key.fromPrivate(counting(0x71)).publicKey),
    ...{ clientId: hex(signed.clientId), timeMs: signed.timeMs, nonce: hex(signed.nonce), answerKey: hex(signed.answerKey) },
    call: hex(signed.call),
    transcript: hex(adminCallTranscript(signed, fleet.fleet, service.keyId)),
    signature: hex(signed.signature),
    signed: hex(wire.encodeSignedAdminCall(signed)),
    ...{ info: hex(label('admin-call')), aad: hex(Buffer.concat([fleet.fleet, service.keyId])) },
    sealed: hex(sealed),
    callHash: hex(callHash),
    answer: {
      plaintext: hex(answer),
      key: hex(hkdf(signed.answerKey, new Uint8Array(0), label('admin-answer', callHash), 32)),
      sealed: hex(sealAdminAnswer(signed.answerKey, callHash, answer)),
    },
    calls: adminCalls.map((call) => ({ kind: call.kind, value: plainJson(call.value), bytes: hex(wire.encodeAdminCall(call)) })),
  };
}

export function auditVectors(): object {
  const entry = (seq: number, actor: Uint8Array, action: string, detail: string): Omit<wire.AuditEntry, 'hash'> => ({
    ...{ seq, timeMs: startMs + seq, actor, action, detail },
  });
  const entries = [
    entry(1, new Uint8Array(32), 'founded', '{}'),
    entry(2, counting(0x20), 'token_created', '{"id":"d1d2d3","uses":1}'),
    entry(3, counting(0x20), 'block', '{"client":"…","reason":"left the company"}'),
  ];
  let previous: Uint8Array = auditStart;
  return {
    start: hex(auditStart),
    entries: entries.map((one) => {
      previous = auditHash(previous, one);
      return { ...one, actor: hex(one.actor), hash: hex(previous) };
    }),
  };
}
