import { encodeId, findSuite, hkdf, hmacSha256, label, MlKemKey, PrivateIdentity, sha256, X25519Key } from '@keyway/crypto';
import * as wire from '@keyway/wire';
import { acceptAttach, attachMacKey, beginAttach } from '../attach.js';
import { grantTranscript, openGrant, type Channel } from '../channel-grant.js';
import { beginChannelRequest, channelIdOf, type PendingRequest } from '../channel-request.js';
import { tokenKeyOf } from '../enrolment.js';
import { requestClaims, requestTranscript } from '../request-transcript.js';
import { directionBytes } from '../traffic.js';
import { vector } from '../transcript.js';
import { startMs, TestFleet } from './fleet.js';
import { frames, payloads, records } from './frame-vectors.js';
import { counting, ed25519Pem, rsa2048Pem } from './keys.js';
import { adminVectors, auditVectors, fleetVectors } from './service-vectors.js';

/**
 * docs/test-vectors: everything that docs/protocol.md describes, from fixed keys. What cannot be had twice from the same keys (RSA-PSS
 * salts, OAEP seeds, encapsulations, the salt of a ticket) was recorded once, in recorded.json; all else follows from it.
 */
export interface Recorded {
  readonly note: string;
  readonly rsaRequestSignature: string;
  readonly grants: Readonly<Record<CaseName, string>>;
}
type CaseName = (typeof cases)[number]['name'];

const note = 'Fixed keys, for tests only. Bytes are in hexadecimal, times in Unix milliseconds.';
const fleet = new TestFleet();
const clientX25519 = counting(0x61);
const clientMlKem = counting(0x70, 64);
const serverX25519 = counting(0xa1);
const share = counting(0xc1);
const token = { id: counting(0xd1, 16), secret: counting(0xe1) };
const { AES_256_GCM, CHACHA20_POLY1305, AES_256_CBC_HMAC_SHA512, AES_128_CBC_HMAC_SHA256 } = wire.suiteIds;
const { X25519_MLKEM768, X25519 } = wire.groupIds;

const cases = [
  { name: 'ed25519-hybrid', pem: ed25519Pem(50), salt: 0x11, enrol: true, known: false, group: X25519_MLKEM768, suite: AES_256_GCM },
  { name: 'ed25519-x25519', pem: ed25519Pem(50), salt: 0x12, enrol: false, known: true, group: X25519, suite: CHACHA20_POLY1305 },
  { name: 'rsa2048-hybrid', pem: rsa2048Pem, salt: 0x13, enrol: true, known: false, group: X25519_MLKEM768, suite: AES_256_GCM },
  {
    name: 'ed25519-token',
    pem: ed25519Pem(50),
    salt: 0x14,
    enrol: true,
    known: true,
    group: X25519,
    suite: AES_256_CBC_HMAC_SHA512,
    token,
  },
] as const;
type Case = (typeof cases)[number];

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const isRsa = (c: Case): boolean => c.pem === rsa2048Pem;

function requestOf(c: Case, recorded?: Recorded): PendingRequest {
  const pending = beginChannelRequest({
    identity: PrivateIdentity.fromPem(c.pem),
    fleet: fleet.fleet,
    x25519: X25519Key.fromPrivate(clientX25519),
    mlKem: MlKemKey.fromSeed(clientMlKem),
    salt: counting(c.salt),
    nowMs: startMs,
    manifestHash: c.known ? fleet.manifest.hash : undefined,
    enrol: c.enrol,
    token: 'token' in c ? c.token : undefined,
    groups: c.group === X25519 ? [X25519] : undefined,
  });
  if (recorded === undefined || !isRsa(c)) return pending;
  return { ...pending, request: { ...pending.request, signature: unhex(recorded.rsaRequestSignature) } };
}

/** Makes new random parts. */
export function record(): Recorded {
  const grantOf = (c: Case): string => {
    const x25519 = X25519Key.fromPrivate(serverX25519);
    const value = fleet.grant(requestOf(c), { group: c.group, suite: c.suite, x25519, share });
    return hex(wire.encodeEnvelope({ kind: 'channel_grant', value }));
  };
  const rsa = cases.find(isRsa)!;
  return {
    note: `Random parts, recorded once. ${note}`,
    rsaRequestSignature: hex(requestOf(rsa).request.signature),
    grants: Object.fromEntries(cases.map((c) => [c.name, grantOf(c)])) as Record<CaseName, string>,
  };
}

/** All files but recorded.json, by name. */
export function vectors(recorded: Recorded): Readonly<Record<string, unknown>> {
  return {
    'identities.json': { note, ...identities() },
    'manifest.json': { note, ...manifest() },
    'requests.json': { note, cases: cases.map((c) => request(c, recorded)) },
    'grants.json': { note, cases: cases.map((c) => grant(c, recorded)) },
    'attach.json': { note, cases: [attach(cases[0], recorded), attach(cases[1], recorded), attach(cases[3], recorded)] },
    'records.json': {
      note,
      cases: [AES_256_GCM, CHACHA20_POLY1305, AES_256_CBC_HMAC_SHA512, AES_128_CBC_HMAC_SHA256].map((suite) => records(suite)),
    },
    'frames.json': { note, ...frames() },
    'payload.json': { note, payloads: payloads() },
    'fleet.json': { note, ...fleetVectors() },
    'admin.json': { note, ...adminVectors(fleet) },
    'audit.json': { note, ...auditVectors() },
  };
}

function identities(): object {
  const of = (name: string, pem: string): object => {
    const { spki, fingerprint } = PrivateIdentity.fromPem(pem).public;
    return { name, pem, spki: hex(spki), id: hex(fingerprint), text: encodeId(fingerprint) };
  };
  const { root } = fleet;
  return {
    identities: [of('ed25519', ed25519Pem(50)), of('rsa-2048', rsa2048Pem)],
    fleet: { rootSpki: hex(root.public.spki), fingerprint: hex(fleet.fleet), address: `keyway://${encodeId(fleet.fleet)}@127.0.0.1:7400` },
    texts: {
      valid: [
        { bytes: '00'.repeat(32), text: 'a'.repeat(52) },
        { bytes: 'ff'.repeat(32), text: `${'7'.repeat(51)}q` },
        { bytes: hex(counting(0)), text: encodeId(counting(0)) },
      ],
      invalid: ['', 'a'.repeat(51), 'a'.repeat(53), `${'a'.repeat(51)}b`, `${'a'.repeat(51)}1`, `${'a'.repeat(51)}=`],
    },
  };
}

function manifest(): object {
  const { signed, manifest: m, hash } = fleet.manifest;
  return {
    fleet: hex(fleet.fleet),
    version: m.version,
    notBeforeMs: m.notBeforeMs,
    expiresMs: m.expiresMs,
    services: m.services.map((s) => ({ ...s, keyId: hex(s.keyId), signingKey: hex(s.signingKey), exchangeKey: hex(s.exchangeKey) })),
    suites: m.suites,
    groups: m.groups,
    manifest: hex(signed.manifest),
    hash: hex(hash),
    transcript: hex(Buffer.concat([Buffer.from(`${' '.repeat(64)}keyway/1 manifest\0`), signed.manifest])),
    rootKey: hex(signed.rootKey),
    signature: hex(signed.signature),
    envelope: hex(wire.encodeEnvelope({ kind: 'manifest', value: signed })),
    question: hex(wire.encodeEnvelope({ kind: 'manifest_request', value: { fleet: fleet.fleet } })),
    questionOfAnybody: hex(wire.encodeEnvelope({ kind: 'manifest_request', value: { fleet: new Uint8Array(0) } })),
  };
}

function request(c: Case, recorded: Recorded): object {
  const { request: r, hash } = requestOf(c, recorded);
  const transcript = requestTranscript(r);
  return {
    name: c.name,
    x25519Private: hex(clientX25519),
    mlKemSeed: hex(clientMlKem),
    ...{ version: r.version, fleet: hex(r.fleet), clientId: hex(r.clientId), suites: r.suites, groups: r.groups },
    ...{ salt: hex(r.salt), timeMs: r.timeMs, x25519: hex(r.x25519), mlKem768: hex(r.mlKem) },
    ...{ manifestHash: hex(r.manifestHash), enrolKey: hex(r.enrolKey) },
    ...('token' in c ? tokenOf(r) : {}),
    enrolment: hex(r.enrolment),
    transcript: hex(transcript),
    hash: hex(hash),
    channelId: hex(channelIdOf(transcript)),
    signature: hex(r.signature),
    envelope: hex(wire.encodeEnvelope({ kind: 'channel_request', value: r })),
  };
}

const tokenOf = (r: wire.ChannelRequest): object => ({
  token: {
    ...{ id: hex(token.id), secret: hex(token.secret), key: hex(tokenKeyOf(token.secret, r.fleet)) },
    claims: hex(requestClaims(r)),
    claimsHash: hex(sha256(requestClaims(r))),
  },
});

function grantValue(c: Case, recorded: Recorded): wire.ChannelGrant {
  const envelope = wire.decodeEnvelope(unhex(recorded.grants[c.name]));
  if (envelope?.kind !== 'channel_grant') throw new Error('recorded.json holds no grant: record again');
  return envelope.value;
}

function channelOf(c: Case, recorded: Recorded): Channel {
  const channel = openGrant(requestOf(c, recorded), grantValue(c, recorded), startMs, c.known ? fleet.manifest : undefined);
  if (typeof channel === 'string') throw new Error(channel);
  return channel;
}

function grant(c: Case, recorded: Recorded): object {
  const pending = requestOf(c, recorded);
  const value = grantValue(c, recorded);
  const channel = channelOf(c, recorded);
  const transcript = grantTranscript(value, value.sealed);
  const head = grantTranscript(value, new Uint8Array(0)).subarray(64 + 'keyway/1 channel-grant\0'.length, -2);
  const headHash = sha256(label('grant-hash', head));
  const secrets = {
    x25519: pending.x25519.agree(value.x25519)!,
    mlKem: c.group === X25519 ? new Uint8Array(0) : pending.mlKem.decapsulate(value.mlKemCiphertext)!,
    share: isRsa(c) ? pending.identity.openShare(value.oaepShare)! : new Uint8Array(0),
  };
  const okm = hkdf(Buffer.concat([secrets.x25519, secrets.mlKem, secrets.share]), new Uint8Array(0), label('grant-key', headHash), 64);
  return {
    name: c.name,
    nowMs: startMs,
    envelope: recorded.grants[c.name],
    transcript: hex(transcript),
    head: hex(head),
    headHash: hex(headHash),
    secrets: { x25519: hex(secrets.x25519), mlKem: hex(secrets.mlKem), share: hex(secrets.share) },
    bodyKey: hex(okm.subarray(0, 32)),
    channelSecret: hex(okm.subarray(32)),
    body: {
      ...{ channelId: hex(channel.id), ticket: hex(channel.ticket), suite: channel.suite },
      ...{ issuedMs: channel.issuedMs, validUntilMs: channel.validUntilMs, settings: channel.settings },
      routers: channel.routers.map(hex),
    },
  };
}

function attach(c: Case, recorded: Recorded): object {
  const channel = channelOf(c, recorded);
  const { service, exchange } = fleet.routers[0]!;
  const clientPrivate = counting(0x21);
  const routerPrivate = counting(0x31);
  const salt = counting(0x41);
  const pending = beginAttach(channel, service, X25519Key.fromPrivate(clientPrivate), salt)!;
  const { hello } = pending;
  const router = X25519Key.fromPrivate(routerPrivate);
  const accepted = acceptAttach(hello, fleet.router(), fleet.tickets, router, startMs);
  if (typeof accepted === 'string') throw new Error(accepted);
  const transcript = label('attach-hash', fleet.fleet, hello.router, hello.salt, hello.x25519, vector(hello.ticket));
  const keys = hkdf(channel.secret, new Uint8Array(0), label('attach'), 64);
  const es = X25519Key.fromPrivate(clientPrivate).agree(service.exchangeKey)!;
  const ee = X25519Key.fromPrivate(clientPrivate).agree(accepted.answer.x25519)!;
  const trafficSalt = sha256(label('traffic-hash', pending.helloHash, accepted.answer.x25519));
  const info = label('traffic', Uint8Array.of(0, channel.suite));
  const okm = hkdf(Buffer.concat([keys.subarray(0, 32), es, ee]), trafficSalt, info, 2 * directionBytes(findSuite(channel.suite)!) + 32);
  return {
    name: c.name,
    ...{ fleet: hex(fleet.fleet), routerId: hex(service.keyId), routerExchangeKey: hex(service.exchangeKey) },
    ...{ suite: channel.suite, channelSecret: hex(channel.secret), ticket: hex(channel.ticket) },
    ...{
      clientPrivate: hex(clientPrivate),
      routerPrivate: hex(routerPrivate),
      routerStaticPrivate: exchangePrivate(exchange),
      salt: hex(salt),
    },
    transcript: hex(transcript),
    macKey: hex(attachMacKey(fleet.fleet, service.exchangeKey)),
    mac: hex(hello.mac),
    ...{ psk: hex(keys.subarray(0, 32)), proofKey: hex(keys.subarray(32)) },
    proof: hex(hmacSha256(keys.subarray(32), transcript, hello.mac)),
    helloHash: hex(pending.helloHash),
    hello: hex(wire.encodeEnvelope({ kind: 'attach', value: hello })),
    ...{ es: hex(es), ee: hex(ee), trafficSalt: hex(trafficSalt), trafficInfo: hex(info), okm: hex(okm) },
    answer: hex(wire.encodeEnvelope({ kind: 'attached', value: accepted.answer })),
  };
}

/** The router's static private key in raw form, from its PKCS#8. */
function exchangePrivate(key: X25519Key): string {
  const base64 = key
    .toPem()
    .split('-----END PRIVATE KEY-----')[0]!
    .replace(/-----.*-----|\s/g, '');
  return hex(Buffer.from(base64, 'base64').subarray(-32));
}
