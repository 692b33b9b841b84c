import { connect } from '@keyway/client';
import { PrivateIdentity, PublicIdentity, randomBytes } from '@keyway/crypto';
import { codeOf, encodeEnvelope, groupIds, suiteIds } from '@keyway/wire';
import { aKey, reasonOf } from '../harness/places.js';
import { aRequest } from '../harness/stranger.js';
import { bugsOf, type Arena, type Row } from './bug.js';
import { Granting, usual, type GrantChange } from './granting.js';
import type { Answer, HostileFleet } from './hostile-fleet.js';
import { flipped, smallPoints } from './keys.js';
import { bin, num } from './protobuf.js';

export interface GrantBug {
  readonly answers: (granting: Granting) => Answer;
  /** Who asks; an Ed25519 key unless given. */
  readonly identity?: PrivateIdentity;
  readonly suites?: readonly number[];
  readonly groups?: readonly number[];
}
type Does = GrantBug | GrantBug['answers'];

/** How long a client waits for what never comes. */
const stepMs = 200;

/** The real SDK asks an evil channel-broker. */
export const grantArena = (fleet: HostileFleet): Arena<Does> => ({
  honest: 'succeeded',
  async play(bug) {
    const { answers, ...asks } = typeof bug === 'object' ? bug : { answers: bug };
    let said: readonly Uint8Array[] = [];
    let meant: readonly Uint8Array[] = [];
    fleet.grants = (granting) => {
      meant = [granting.grant()];
      const answer = answers?.(granting) ?? meant;
      said = typeof answer === 'string' ? [] : answer.map((message) => new Uint8Array(message));
      return answer;
    };
    const attempt = connect({ fleet: fleet.address, identity: aKey(), stepMs: 5_000, ...patience.get(answers), ...asks });
    const outcome = await reasonOf(attempt.then((client) => client.close()));
    return { outcome, said, meant };
  },
});

const none = new Uint8Array(0);
const rsa = PrivateIdentity.generate('rsa-2048');
const otherRsa = PrivateIdentity.generate('rsa-2048');
const makes =
  (change: GrantChange | ((granting: Granting) => GrantChange)): GrantBug['answers'] =>
  (granting) => [granting.grant(typeof change === 'function' ? change(granting) : change)];
const sends =
  (change: Parameters<Granting['grant']>[1] | ((granting: Granting) => Parameters<Granting['grant']>[1])): GrantBug['answers'] =>
  (granting) => [granting.grant({}, typeof change === 'function' ? change(granting) : change)];
const toRsa = (change: GrantChange | ((granting: Granting) => GrantChange)): GrantBug => ({ answers: makes(change), identity: rsa });
const says =
  (...messages: readonly Uint8Array[]): GrantBug['answers'] =>
  () =>
    messages;
const refusal = (code: number, requestHash: Uint8Array = none): Uint8Array =>
  encodeEnvelope({ kind: 'refusal', value: { code, requestHash, timeMs: Date.now(), retryAfterMs: 0 } });

const silent: GrantBug['answers'] = () => [];
const half: GrantBug['answers'] = () => 'hangs up';
const patience = new Map<unknown, { readonly stepMs: number }>([[silent, { stepMs }]]);

const rows: readonly Row<Does>[] = [
  ['T1', 'the id of a key that is in no manifest', makes({ head: { keyId: randomBytes(32) } }), 'bad_grant'],
  [
    'T1',
    'a router signs, in its own name',
    makes((g) => ({ head: { keyId: g.fleet.id.router }, signer: g.fleet.router.signer })),
    'bad_grant',
  ],
  ['T1', 'a router signs, in the name of the channel-broker', makes((g) => ({ signer: g.fleet.router.signer })), 'bad_grant'],
  ['T1', 'the root signs', makes((g) => ({ signer: g.fleet.root })), 'bad_grant'],
  ['T1', 'somebody signs', makes({ signer: aKey() }), 'bad_grant'],
  ['T2', 'signed as a manifest', makes({ type: 'manifest' }), 'bad_grant'],
  ['T2', 'signed as a request', makes({ type: 'channel-request' }), 'bad_grant'],
  ['T2', 'signed over another request', makes({ signedHead: { requestHash: randomBytes(32) } }), 'bad_grant'],
  ['T13', 'signed over another group', makes({ signedHead: { group: groupIds.X25519 } }), 'bad_grant'],
  ['T1', 'signed over another X25519 key', makes({ signedHead: { x25519: randomBytes(32) } }), 'bad_grant'],
  ['T5', 'one bit of the signature changed', sends((g) => ({ signature: flipped(g.made().signature) })), 'bad_grant'],
  ['T24', 'no signature', sends({ signature: none }), 'bad_grant'],
  ['T7', 'the answer to another request, signed', makes({ head: { requestHash: randomBytes(32) } }), 'bad_grant'],
  ['T7', 'the recorded answer to an earlier request', recorded, 'bad_grant'],
  [
    'T13',
    'a group that was not offered',
    { answers: makes({ head: { group: groupIds.X25519 } }), groups: [groupIds.X25519_MLKEM768] },
    'bad_grant',
  ],
  ['T13', 'a group that nobody knows', makes({ head: { group: 77 } }), 'bad_grant'],
  ['T13', 'a group of 65,538, whose two bytes are those of 2', makes({ head: { group: 65_538 } }), 'bad_grant'],
  ['T13', 'ML-KEM without its ciphertext', makes({ head: { mlKemCiphertext: none }, kem: none }), 'bad_grant'],
  ['T13', 'ML-KEM with a secret of zeros', makes({ kem: new Uint8Array(32) }), 'bad_grant'],
  ['T13', 'ML-KEM left out of the keys', makes({ kem: none }), 'bad_grant'],
  [
    'T13',
    'a ciphertext where none belongs',
    { answers: makes({ head: { mlKemCiphertext: randomBytes(1_088) } }), groups: [groupIds.X25519] },
    'bad_grant',
  ],
  ['T24', 'a ciphertext one byte short', sends((g) => ({ mlKemCiphertext: g.made().mlKemCiphertext.subarray(1) })), 'bad_grant'],
  ['T13', 'one bit of the ciphertext changed', makes({ head: { mlKemCiphertext: randomBytes(1_088) } }), 'bad_grant'],
  ...smallPoints.map((x25519, i): Row<Does> => [
    'T1',
    `X25519 point ${i} of small order, and zeros as the secret`,
    makes({ head: { x25519 }, agreed: new Uint8Array(32) }),
    'bad_grant',
  ]),
  ['T1', 'another secret than the two keys have', makes({ agreed: randomBytes(32) }), 'bad_grant'],
  ['T15', 'no share for an RSA identity', toRsa({ head: { oaepShare: none }, share: none }), 'bad_grant'],
  ['T15', 'a share that is not encrypted to it', toRsa(otherShare), 'bad_grant'],
  ['T15', 'a share that is no ciphertext', toRsa({ head: { oaepShare: randomBytes(256).fill(1, 0, 1) } }), 'bad_grant'],
  ['T15', 'a share over the modulus', toRsa({ head: { oaepShare: new Uint8Array(256).fill(0xff) } }), 'bad_grant'],
  ['T15', 'a share one byte short', toRsa({ head: { oaepShare: randomBytes(255) } }), 'bad_grant'],
  [
    'T15',
    'another share in the keys',
    toRsa((g) => ({ head: { oaepShare: PublicIdentity.fromSpki(g.request.enrolKey).sealShare(randomBytes(32)) } })),
    'bad_grant',
  ],
  ['T15', 'a share for an Ed25519 identity', makes({ head: { oaepShare: randomBytes(256) } }), 'bad_grant'],
  ['T1', 'a body under another key', makes({ bodyKey: randomBytes(32) }), 'bad_grant'],
  ['T12', 'a body under another nonce', makes({ nonce: new Uint8Array(12).fill(1) }), 'bad_grant'],
  ['T1', 'a body bound to another head', makes({ aad: randomBytes(32) }), 'bad_grant'],
  ['T1', 'one bit of the body changed', sends((g) => ({ sealed: flipped(g.made().sealed) })), 'bad_grant'],
  ['T24', 'a body that is junk', makes({ plaintext: new Uint8Array(64).fill(0xff) }), 'bad_grant'],
  ['T24', 'an empty body', makes({ plaintext: none }), 'bad_grant'],
  ['T1', 'the channel of another request', makes({ body: { channelId: randomBytes(32) } }), 'bad_grant'],
  [
    'T13',
    'a suite that was not offered',
    { answers: makes({ body: { suite: suiteIds.AES_256_GCM } }), suites: [suiteIds.CHACHA20_POLY1305] },
    'bad_grant',
  ],
  ['T13', 'a suite that nobody knows', makes({ body: { suite: 99 } }), 'bad_grant'],
  ['T13', 'no suite', makes({ body: { suite: 0 } }), 'bad_grant'],
  ['T30', 'a lease that is over as it begins', makes(lease(0)), 'bad_grant'],
  ['T30', 'a lease that ends before it begins', makes(lease(-1)), 'bad_grant'],
  ['T30', 'a lease until 2^53', makes({ body: { validUntilMs: 2 ** 53 } }), 'bad_grant'],
  ['T25', 'a ticket of 513 bytes', makes({ body: { ticket: randomBytes(513) } }), 'bad_grant'],
  ['T24', 'no ticket', makes({ body: { ticket: none } }), 'bad_grant'],
  ['T24', 'a router id of 31 bytes', makes({ body: { routers: [randomBytes(31)] } }), 'bad_grant'],
  ...Object.entries({
    heartbeatMs: 0,
    timeoutMs: usual.heartbeatMs,
    maxBodyBytes: 262_145,
    windowMessages: 0,
    windowBytes: 0,
    maxStreams: 0,
  }).map(([name, value]): Row<Does> => [
    'T36',
    `settings with a ${name} of ${value}`,
    makes({ body: { settings: { ...usual, [name]: value } } }),
    'bad_grant',
  ]),
  ['T22', 'the hash of another manifest', makes({ head: { manifestHash: randomBytes(32) } }), 'bad_manifest'],
  ['T22', 'no manifest', makes({ along: 'none' }), 'bad_manifest'],
  ['T22', 'another manifest than it names', makes((g) => ({ along: g.fleet.manifest({ version: 8 }).signed })), 'bad_manifest'],
  ['T24', 'bytes behind the message', (g) => [Buffer.concat([g.grant(), Buffer.of(0)])], 'bad_grant'],
  ['T24', 'the message twice in one', (g) => [Buffer.concat([g.grant(), g.grant()])], 'bad_grant'],
  ['T25', 'one byte less than it announces', (g) => [g.grant().subarray(0, -1)], 'bad_grant'],
  ['T25', '65,537 bytes', (g) => [bin(2, g.grant().subarray(4), bin(99, randomBytes(65_536)))], 'bad_grant'],
  ['T24', 'what is nothing', says(Buffer.of(0xff)), 'bad_grant'],
  ['T23', 'a manifest instead', (g) => [encodeEnvelope({ kind: 'manifest', value: g.fleet.manifest().signed })], 'bad_grant'],
  ['T23', 'an answer to a hello instead', says(bin(7, bin(1, randomBytes(32)), bin(2, randomBytes(32)))), 'bad_grant'],
  ['T9', 'the request sent back', (g) => [encodeEnvelope({ kind: 'channel_request', value: g.request })], 'bad_grant'],
  ['T23', 'a record instead', says(bin(8, randomBytes(60))), 'bad_grant'],
  ['T1', 'a refusal that says unauthorised', says(refusal(codeOf('unauthorised'))), 'unauthorised'],
  ['T1', 'a refusal of a request of somebody else', says(refusal(codeOf('unauthorised'), randomBytes(32))), 'unavailable'],
  ['T24', 'a refusal with a code that nobody knows', says(refusal(4_294_967_295)), 'unavailable'],
  ['T24', 'a refusal without a code', says(bin(3, num(3, 1))), 'unavailable'],
  ['T24', 'a refusal with a hash of 31 bytes', says(bin(3, num(1, 2_001), bin(2, randomBytes(31)))), 'bad_grant'],
  ['T7', 'a bad answer in front of a good one', (g) => [g.grant({ signer: aKey() }), g.grant()], 'bad_grant'],
  ['T7', 'a bad answer behind a good one', (g) => [g.grant(), g.grant({ signer: aKey() })], 'succeeded'],
  ['T36', 'silence', silent, 'timed_out'],
  ['T36', 'hangs up', half, 'peer_unreachable'],
];

export const grantBugs = bugsOf('broker', 'grant', rows);

function recorded({ fleet }: Granting): Answer {
  return [new Granting(fleet, aRequest(aKey(), fleet.root.public.fingerprint).request).grant()];
}
function otherShare(): GrantChange {
  const share = randomBytes(32);
  return { share, head: { oaepShare: otherRsa.public.sealShare(share) } };
}
function lease(ms: number): GrantChange {
  const issuedMs = Date.now();
  return { body: { issuedMs, validUntilMs: issuedMs + ms } };
}
