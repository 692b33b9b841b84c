import { PrivateIdentity, randomBytes, sha256, signedBytes } from '@keyway/crypto';
import { requestTranscript } from '@keyway/session';
import { encodeEnvelope, groupIds, suiteIds, type ChannelRequest } from '@keyway/wire';
import { aKey } from '../harness/places.js';
import { aRequest, requestBytes, sayTo, wordOf } from '../harness/stranger.js';
import { bugsOf, type Arena, type Row } from './bug.js';
import { ed25519Spki, flipped, malleated, p256Key, pkcs1, pss, rsaKey, signerOf, smallPoints, type Signer } from './keys.js';
import { bin, num } from './protobuf.js';

/** A client that is about to ask for a channel, with its key and everything honest at hand. */
export class Asking {
  constructor(
    readonly signer: Signer,
    readonly fleet: Uint8Array,
    readonly honest: ChannelRequest,
  ) {}

  /** Changed before it was signed: whoever made it stands by it. */
  signed(change: Partial<ChannelRequest>): Uint8Array {
    const unsigned = { ...this.honest, ...change };
    return requestBytes({ ...unsigned, signature: this.signer.sign(requestTranscript(unsigned)) });
  }
  /** Changed behind its back. */
  changed(change: Partial<ChannelRequest>): Uint8Array {
    return requestBytes({ ...this.honest, ...change });
  }
  /** The same words signed in another way. */
  signedBy(sign: (transcript: Uint8Array) => Uint8Array): Uint8Array {
    return this.changed({ signature: sign(requestTranscript(this.honest)) });
  }
  /** To be enrolled with another key. */
  enrolling(signer: Signer, sign: (transcript: Uint8Array) => Uint8Array = (transcript) => signer.sign(transcript)): Uint8Array {
    const unsigned = { ...this.honest, enrolKey: signer.spki, clientId: sha256(signer.spki) };
    return requestBytes({ ...unsigned, signature: sign(requestTranscript(unsigned)) });
  }
}

type Ask = (asking: Asking) => Uint8Array;

/** Evil clients ask the real channel-broker, and behind it auth. */
export const requestArena = (port: number, fleet: Uint8Array): Arena<Ask> => ({
  honest: 'channel_grant',
  async play(bug) {
    const identity = aKey();
    const { request } = aRequest(identity, fleet);
    const asking = new Asking(signerOf(identity), fleet, request);
    const [said, meant] = [bug?.(asking) ?? requestBytes(request), requestBytes(request)];
    const outcome = wordOf(await sayTo(port, said));
    return { outcome, said: [said], meant: [meant] };
  },
});

const none = new Uint8Array(0);
const refusedBy = (reason: string): string => `auth auth_refused_total{reason="${reason}"}`;
const forged = refusedBy('bad_transcript');
const malformedHere = 'channel-broker broker_malformed_total';
/** A whole field of an envelope: tag, length, contents. */
const inner = (envelope: Uint8Array): Buffer => {
  let at = 1;
  while (envelope[at]! >= 0x80) at += 1;
  return Buffer.from(envelope.subarray(at + 1));
};
const other = PrivateIdentity.generate('ed25519');
const rsa = rsaKey(2048);
const minute = 60_000;

const rows: readonly Row<Ask>[] = [
  ['T13', 'version 0', (a) => a.signed({ version: 0 }), 'version_unsupported'],
  ['T13', 'version 2', (a) => a.signed({ version: 2 }), 'version_unsupported'],
  ['T13', 'version 257, whose low byte is 1', (a) => a.signed({ version: 257 }), 'version_unsupported'],
  ['T1', 'signed for another fleet', (a) => a.signed({ fleet: randomBytes(32) }), 'fleet_wrong'],
  ['T1', 'signed for another fleet, and rewritten', (a) => a.changed({ ...signedElsewhere(a), fleet: a.fleet }), 'unauthorised', forged],
  ['T4', 'a minute and a second old', (a) => a.signed({ timeMs: a.honest.timeMs - minute - 1_000 }), 'request_stale'],
  ['T4', 'a minute and a second early', (a) => a.signed({ timeMs: a.honest.timeMs + minute + 1_000 }), 'request_stale'],
  ['T24', 'a time of 2^53', (a) => a.signed({ timeMs: 2 ** 53 }), 'closed', malformedHere],
  ['T13', 'no suites', (a) => a.signed({ suites: [] }), 'closed', malformedHere],
  ['T13', 'nine suites', (a) => a.signed({ suites: [1, 2, 3, 4, 5, 6, 7, 8, 9] }), 'closed', malformedHere],
  ['T13', 'a suite that nobody knows, where DES would be', (a) => a.signed({ suites: [99] }), 'suite_unsupported'],
  ['T13', 'suite 0', (a) => a.signed({ suites: [0] }), 'suite_unsupported'],
  ['T13', 'suite 65,537, whose two bytes are those of 1', (a) => a.signed({ suites: [65_537] }), 'closed', malformedHere],
  ['T13', 'no groups', (a) => a.signed({ groups: [], mlKem: none }), 'closed', malformedHere],
  ['T13', 'five groups', (a) => a.signed({ groups: [1, 2, 3, 4, 5] }), 'closed', malformedHere],
  ['T13', 'a group that nobody knows', (a) => a.signed({ groups: [77], mlKem: none }), 'suite_unsupported'],
  ['T13', 'no ML-KEM, where the fleet insists', (a) => a.signed({ groups: [groupIds.X25519], mlKem: none }), 'suite_unsupported'],
  ['T13', 'offers ML-KEM and sends no key', (a) => a.signed({ mlKem: none }), 'malformed'],
  ['T13', 'sends an ML-KEM key and does not offer it', (a) => a.signed({ groups: [groupIds.X25519] }), 'malformed'],
  ['T24', 'an ML-KEM key one byte short', (a) => a.signed({ mlKem: a.honest.mlKem.subarray(1) }), 'closed', malformedHere],
  ['T13', 'an ML-KEM key whose numbers are over the modulus', (a) => a.signed({ mlKem: new Uint8Array(1_184).fill(0xff) }), 'malformed'],
  ...smallPoints.map((x25519, i): Row<Ask> => ['T1', `X25519 point ${i} of small order`, (a) => a.signed({ x25519 }), 'malformed']),
  ['T24', 'an X25519 key of 31 bytes', (a) => a.signed({ x25519: randomBytes(31) }), 'closed', malformedHere],
  ['T24', 'a salt of 31 bytes', (a) => a.signed({ salt: randomBytes(31) }), 'closed', malformedHere],
  ['T24', 'a fleet of 33 bytes', (a) => a.signed({ fleet: randomBytes(33) }), 'closed', malformedHere],
  ['T24', 'a manifest hash of 16 bytes', (a) => a.signed({ manifestHash: randomBytes(16) }), 'closed', malformedHere],
  ['T5', 'the key of somebody else', (a) => a.signed({ enrolKey: other.public.spki }), 'malformed'],
  ['T5', 'the key and the id of somebody else', (a) => a.signed(whoIs(signerOf(other))), 'unauthorised', forged],
  ['T5', 'the id of somebody else, and no key', (a) => a.signed({ clientId: sha256(other.public.spki), enrolKey: none }), 'unauthorised'],
  ['T5', 'unknown, and does not enrol', (a) => a.signed({ enrolKey: none }), 'unauthorised', refusedBy('unauthorised')],
  ['T37', 'a proof of enrolment without a key', (a) => a.signed({ enrolKey: none, enrolment: randomBytes(48) }), 'malformed'],
  ['T24', 'a proof of enrolment of 47 bytes', (a) => a.signed({ enrolment: randomBytes(47) }), 'closed', malformedHere],
  ['T5', 'RSA with 1,024 bits', (a) => a.enrolling(rsaKey(1_024)), 'unauthorised', refusedBy('weak_key')],
  ['T5', 'RSA with e = 3', (a) => a.enrolling(rsaKey(2_048, 3)), 'unauthorised', refusedBy('weak_key')],
  ['T5', 'RSA with 2,056 bits', (a) => a.enrolling(rsaKey(2_056)), 'unauthorised', refusedBy('key_unsupported')],
  ['T5', 'ECDSA on P-256', (a) => a.enrolling(p256Key()), 'unauthorised', refusedBy('key_unsupported')],
  ['T5', 'an Ed25519 key of small order', (a) => a.enrolling({ ...a.signer, spki: neutral }), 'unauthorised', refusedBy('weak_key')],
  ['T24', 'a key with bytes behind it', (a) => a.enrolling(padded(a.signer)), 'malformed', refusedBy('malformed')],
  ['T24', 'a key with a length in long form', (a) => a.enrolling(longForm(a.signer)), 'malformed', refusedBy('malformed')],
  ['T24', 'a key that is none', (a) => a.enrolling({ ...a.signer, spki: randomBytes(44) }), 'malformed', refusedBy('malformed')],
  ['T24', 'a key of 1,025 bytes', (a) => a.enrolling({ ...a.signer, spki: randomBytes(1_025) }), 'closed', malformedHere],
  ['T5', 'one bit of the signature changed', (a) => a.changed({ signature: flipped(a.honest.signature) }), 'unauthorised', forged],
  ['T5', 'a signature without its last byte', (a) => a.changed({ signature: a.honest.signature.subarray(1) }), 'unauthorised', forged],
  ['T5', 'a signature of zeros', (a) => a.changed({ signature: new Uint8Array(64) }), 'unauthorised', forged],
  ['T24', 'no signature', (a) => a.changed({ signature: none }), 'closed', malformedHere],
  ['T24', 'a signature of 513 bytes', (a) => a.changed({ signature: randomBytes(513) }), 'closed', malformedHere],
  ['T5', 'Ed25519 with S + L', (a) => a.changed({ signature: malleated(a.honest.signature) }), 'unauthorised', forged],
  ['T5', 'an RSA signature under an Ed25519 key', (a) => a.signedBy((t) => rsa.sign(t)), 'unauthorised', forged],
  ['T5', 'PKCS#1 v1.5 instead of PSS', (a) => a.enrolling(rsa, (t) => pkcs1(rsa.key, t)), 'unauthorised', forged],
  ['T5', 'PSS with a salt of 20', (a) => a.enrolling(rsa, (t) => pss(rsa.key, t, 20)), 'unauthorised', forged],
  ['T5', 'PSS with a salt of 0', (a) => a.enrolling(rsa, (t) => pss(rsa.key, t, 0)), 'unauthorised', forged],
  ['T5', 'PSS with SHA-512', (a) => a.enrolling(rsa, (t) => pss(rsa.key, t, 32, 'sha512')), 'unauthorised', forged],
  ['T2', 'signed as a grant', (a) => a.signedBy((t) => a.signer.sign(retyped(t, 'channel-grant'))), 'unauthorised', forged],
  ['T2', 'signed as a manifest', (a) => a.signedBy((t) => a.signer.sign(retyped(t, 'manifest'))), 'unauthorised', forged],
  ['T2', 'signed without the type', (a) => a.signedBy((t) => a.signer.sign(t.subarray(headBytes))), 'unauthorised', forged],
  ['T2', 'signed over its hash', (a) => a.signedBy((t) => a.signer.sign(sha256(t))), 'unauthorised', forged],
  ['T2', 'an old signature under a new salt', (a) => a.changed({ salt: randomBytes(32) }), 'unauthorised', forged],
  ['T13', 'a stripped offer', (a) => a.changed({ suites: [suiteIds.CHACHA20_POLY1305] }), 'unauthorised', forged],
  ['T13', 'an offer in another order', (a) => a.changed({ suites: [...a.honest.suites].reverse() }), 'unauthorised', forged],
  ['T13', 'an offer without X25519 alone', (a) => a.changed({ groups: [groupIds.X25519_MLKEM768] }), 'unauthorised', forged],
  ['T1', 'the X25519 key of another', (a) => a.changed({ x25519: aRequest(aKey(), a.fleet).request.x25519 }), 'unauthorised', forged],
  ['T1', 'the ML-KEM key of another', (a) => a.changed({ mlKem: aRequest(aKey(), a.fleet).request.mlKem }), 'unauthorised', forged],
  ['T22', 'another manifest than was signed', (a) => a.changed({ manifestHash: randomBytes(32) }), 'unauthorised', forged],
  ['T5', 'a proof of enrolment put in', (a) => a.changed({ enrolment: randomBytes(48) }), 'unauthorised'],
  ['T24', 'bytes behind the message', (a) => Buffer.concat([a.changed({}), Buffer.of(0)]), 'closed', malformedHere],
  ['T24', 'the message twice', (a) => Buffer.concat([a.changed({}), a.changed({})]), 'closed', malformedHere],
  ['T24', 'a second field in front', (a) => Buffer.concat([bin(4, bin(1, a.fleet)), a.changed({})]), 'closed', malformedHere],
  ['T24', 'a field of an unknown number', (a) => bin(9, inner(a.changed({}))), 'closed', malformedHere],
  ['T24', 'a varint where the message should be', () => num(1, 7), 'closed', malformedHere],
  ['T25', 'one byte less than it announces', (a) => a.changed({}).subarray(0, -1), 'closed', malformedHere],
  ['T25', 'more than it has', (a) => Buffer.concat([Buffer.of(0x0a, 0xff, 0x1f), inner(a.changed({}))]), 'closed', malformedHere],
  ['T25', '4,097 bytes', (a) => bin(1, inner(a.changed({})), bin(99, randomBytes(4_096))), 'closed'],
  ['T24', 'ten bytes of 0xff', () => new Uint8Array(10).fill(0xff), 'closed', malformedHere],
  [
    'T22',
    'the manifest of another fleet',
    () => encodeEnvelope({ kind: 'manifest_request', value: { fleet: randomBytes(32) } }),
    'fleet_wrong',
  ],
  ['T24', 'the manifest of a fleet of 31 bytes', () => bin(4, bin(1, randomBytes(31))), 'closed', malformedHere],
  ['T23', 'a hello for a router', () => bin(6, randomBytes(200)), 'frame_forbidden', forbidden('attach')],
  ['T23', 'a record', () => bin(8, randomBytes(200)), 'frame_forbidden', forbidden('record')],
  ['T23', 'a refusal', () => bin(3, num(1, 2_001)), 'frame_forbidden', forbidden('refusal')],
];

export const requestBugs = bugsOf('client', 'request', rows);

function forbidden(kind: string): string {
  return `channel-broker broker_forbidden_total{kind="${kind}"}`;
}

function signedElsewhere(asking: Asking): ChannelRequest {
  const unsigned = { ...asking.honest, fleet: randomBytes(32) };
  return { ...unsigned, signature: asking.signer.sign(requestTranscript(unsigned)) };
}

const whoIs = ({ spki }: Signer): Partial<ChannelRequest> => ({ enrolKey: spki, clientId: sha256(spki) });

/** The neutral element: everything is a signature of somebody. */
const neutral = ed25519Spki(new Uint8Array(32).with(0, 1));
const padded = (signer: Signer): Signer => ({ ...signer, spki: Buffer.concat([signer.spki, Buffer.of(0)]) });
const longForm = (signer: Signer): Signer => ({
  ...signer,
  spki: Buffer.concat([Buffer.of(0x30, 0x81), signer.spki.subarray(1)]),
});

const headBytes = signedBytes('channel-request').length;
const retyped = (transcript: Uint8Array, type: string): Uint8Array => signedBytes(type, transcript.subarray(headBytes));
