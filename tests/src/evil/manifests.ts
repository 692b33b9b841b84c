import { PrivateIdentity, randomBytes, sha256, signedBytes, X25519Key } from '@keyway/crypto';
import { manifestHash, serviceKeyId, type VerifiedManifest } from '@keyway/session';
import { encodeManifest, limits, type Manifest, type ManifestService } from '@keyway/wire';
import { bugsOf, type Row } from './bug.js';
import type { Granting } from './granting.js';
import type { GrantBug } from './grants.js';
import type { HostileFleet } from './hostile-fleet.js';
import { flipped } from './keys.js';
import { bin, num } from './protobuf.js';

/** A channel-broker that sends a manifest along which the root has signed, or should have. Everything else is as it should be. */
type Does = GrantBug['answers'];
type Change = (fleet: HostileFleet) => Partial<Manifest>;

const day = 86_400_000;
const signedAs = (fleet: HostileFleet, manifest: Manifest, bytes: Uint8Array, type = 'manifest'): VerifiedManifest => {
  const signature = fleet.root.sign(signedBytes(type, bytes));
  return { signed: { manifest: bytes, rootKey: fleet.root.public.spki, signature }, manifest, hash: manifestHash(bytes) };
};
/** Signed by the root, whatever it says. */
const says =
  (change: Change): Does =>
  (granting) => {
    const manifest = { ...granting.fleet.manifest().manifest, ...change(granting.fleet) };
    return answer(granting, signedAs(granting.fleet, manifest, encodeManifest(manifest)));
  };
/** Other bytes than any encoder makes. */
const isBytes =
  (make: (honest: Uint8Array, fleet: HostileFleet) => Uint8Array): Does =>
  (granting) => {
    const { manifest, signed } = granting.fleet.manifest();
    return answer(granting, signedAs(granting.fleet, manifest, make(signed.manifest, granting.fleet)));
  };
/** Sent otherwise than it was signed. */
const changed =
  (change: (manifest: VerifiedManifest, fleet: HostileFleet) => Partial<VerifiedManifest['signed']>): Does =>
  (granting) => {
    const manifest = granting.fleet.manifest();
    const signed = { ...manifest.signed, ...change(manifest, granting.fleet) };
    return answer(granting, { ...manifest, signed, hash: manifestHash(signed.manifest) });
  };
const answer = (granting: Granting, manifest: VerifiedManifest): readonly Uint8Array[] => [granting.grant({ manifest })];

const services =
  (change: (services: { readonly broker: ManifestService; readonly router: ManifestService }) => readonly ManifestService[]): Change =>
  (fleet) => ({
    services: change({ broker: fleet.service('channel-broker', fleet.broker), router: fleet.service('router', fleet.router) }),
  });
const rekeyed = (service: ManifestService, keys: Partial<ManifestService>): ManifestService => {
  const changedService = { ...service, ...keys };
  return { ...changedService, keyId: serviceKeyId(changedService.signingKey, changedService.exchangeKey) };
};

const somebody = PrivateIdentity.generate('ed25519');
const weak = PrivateIdentity.generate('rsa-2048');

const rows: readonly Row<Does>[] = [
  [
    'T22',
    'of another fleet, signed by its root',
    changed((manifest) => ({ rootKey: somebody.public.spki, signature: somebody.sign(signedBytes('manifest', manifest.signed.manifest)) })),
    'fleet_key_mismatch',
  ],
  ['T22', 'a root key that is none', changed(() => ({ rootKey: randomBytes(44) })), 'fleet_key_mismatch'],
  [
    'T22',
    'signed by somebody, under the name of the root',
    changed((manifest) => ({ signature: somebody.sign(signedBytes('manifest', manifest.signed.manifest)) })),
    'bad_manifest',
  ],
  [
    'T22',
    'signed by the channel-broker',
    changed((manifest, fleet) => ({ signature: fleet.broker.signer.sign(signedBytes('manifest', manifest.signed.manifest)) })),
    'bad_manifest',
  ],
  ['T2', 'signed as a grant', retyped, 'bad_manifest'],
  ['T22', 'one bit of its signature changed', changed(({ signed }) => ({ signature: flipped(signed.signature) })), 'bad_manifest'],
  ['T22', 'one bit of its text changed', changed(({ signed }) => ({ manifest: flipped(signed.manifest) })), 'bad_manifest'],
  ['T22', 'names another fleet', says(() => ({ fleet: randomBytes(32) })), 'bad_manifest'],
  ['T22', 'names no fleet', isBytes((bytes) => Buffer.from(bytes).subarray(34)), 'bad_manifest'],
  ['T31', 'expired', says(() => ({ notBeforeMs: Date.now() - day, expiresMs: Date.now() - 1 })), 'bad_manifest'],
  ['T31', 'not valid for another two minutes', says(() => ({ notBeforeMs: Date.now() + 120_000 })), 'bad_manifest'],
  [
    'T31',
    'valid for thirty days and a millisecond',
    says(() => ({ notBeforeMs: 1_000 + Date.now() - day, expiresMs: 1_001 + Date.now() + 29 * day })),
    'bad_manifest',
  ],
  ['T31', 'valid until 2^53', says(() => ({ expiresMs: 2 ** 53 })), 'bad_manifest'],
  [
    'T22',
    'a key id that is not made of the keys',
    says(services(({ broker, router }) => [{ ...broker, exchangeKey: randomBytes(32) }, router])),
    'bad_manifest',
  ],
  [
    'T22',
    'a router with a key id that is not made of its keys',
    says(services(({ broker, router }) => [broker, { ...router, keyId: sha256(router.keyId) }])),
    'bad_manifest',
  ],
  ['T23', 'no service', says(() => ({ services: [] })), 'bad_grant'],
  ['T23', 'the channel-broker as a router', says(services(({ broker, router }) => [{ ...broker, role: 'router' }, router])), 'bad_grant'],
  ['T23', 'the channel-broker as something that nobody knows', isBytes((bytes, fleet) => renamedRole(bytes, fleet)), 'bad_grant'],
  ['T5', 'a channel-broker that signs with RSA-2048', weakBroker, 'bad_grant'],
  [
    'T5',
    'a channel-broker whose key is none',
    says(services(({ broker, router }) => [rekeyed(broker, { signingKey: randomBytes(44) }), router])),
    'bad_grant',
  ],
  ['T23', 'no router', says(services(({ broker }) => [broker])), 'unavailable'],
  ['T23', 'a router without endpoints', says(services(({ broker, router }) => [broker, { ...router, endpoints: [] }])), 'unavailable'],
  [
    'T1',
    'a router with a point of small order',
    says(services(({ broker, router }) => [broker, rekeyed(router, { exchangeKey: new Uint8Array(32) })])),
    'bad_manifest',
  ],
  [
    'T8',
    'the keys of another router at its endpoint',
    says(services(({ broker, router }) => [broker, rekeyed(router, { exchangeKey: X25519Key.generate().publicKey })])),
    'peer_unreachable',
  ],
  [
    'T25',
    '257 services',
    says(services(({ broker, router }) => [broker, ...Array.from({ length: limits.manifestServices }, () => slim(router))])),
    'bad_manifest',
  ],
  [
    'T25',
    'nine endpoints',
    says(
      services(({ broker, router }) => [broker, { ...router, endpoints: Array.from({ length: 9 }, (_, i) => `tcp://127.0.0.1:${i + 1}`) }]),
    ),
    'bad_manifest',
  ],
  [
    'T25',
    'an endpoint of 256 characters',
    says(services(({ broker, router }) => [broker, { ...router, endpoints: [`tcp://${'a'.repeat(248)}:1`] }])),
    'bad_manifest',
  ],
  [
    'T25',
    '49,153 bytes',
    isBytes((bytes) => Buffer.concat([bytes, bin(99, randomBytes(limits.manifestBytes - bytes.length - 4))])),
    'bad_grant',
  ],
  ['T24', 'cut short', isBytes((bytes) => bytes.subarray(0, -1)), 'bad_manifest'],
  ['T24', 'empty', isBytes(() => new Uint8Array(0)), 'bad_grant'],
  ['T24', 'junk', isBytes(() => new Uint8Array(40).fill(0xff)), 'bad_manifest'],
];

export const manifestBugs = bugsOf('broker', 'manifest', rows);

/** Small enough for 257 of them to come near no other limit. */
const slim = (service: ManifestService): ManifestService => ({ ...service, endpoints: [] });

/** The first service's role is a varint behind its tag 0x08. */
function renamedRole(bytes: Uint8Array, fleet: HostileFleet): Uint8Array {
  const role = Buffer.from(bytes).indexOf(Buffer.concat([num(1, 2), bin(2, fleet.id.broker)]));
  if (role < 0) throw new Error('no channel-broker in there');
  return Buffer.from(bytes).fill(99, role + 1, role + 2);
}

function retyped(granting: Granting): readonly Uint8Array[] {
  const { manifest, signed } = granting.fleet.manifest();
  return answer(granting, signedAs(granting.fleet, manifest, signed.manifest, 'channel-grant'));
}

function weakBroker(granting: Granting): readonly Uint8Array[] {
  const { fleet } = granting;
  const broker = rekeyed(fleet.service('channel-broker', fleet.broker), { signingKey: weak.public.spki });
  const manifest = { ...fleet.manifest().manifest, services: [broker, fleet.service('router', fleet.router)] };
  const signed = signedAs(fleet, manifest, encodeManifest(manifest));
  return [granting.grant({ manifest: signed, head: { keyId: broker.keyId }, signer: weak })];
}
