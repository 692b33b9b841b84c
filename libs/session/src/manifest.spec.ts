import { sha256 } from '@keyway/crypto';
import type { Manifest, SignedManifest } from '@keyway/wire';
import { encodeManifest } from '@keyway/wire';
import { longestManifestMs, serviceOf, signManifest, verifyManifest } from './manifest.js';
import { dayMs, startMs, TestFleet } from './testing/fleet.js';
import { counting, rsa2048, rsa3072 } from './testing/keys.js';

const fleet = new TestFleet();
const other = new TestFleet(100);
const verified = (signed: SignedManifest, nowMs = startMs, newest = 0): unknown => {
  const result = verifyManifest(signed, fleet.fleet, nowMs, newest);
  return typeof result === 'string' ? result : 'verified';
};
const withManifest = (change: Partial<Manifest>): SignedManifest => fleet.signed(change).signed;

it('takes the manifest of the pinned fleet', () => {
  expect(verifyManifest(fleet.manifest.signed, fleet.fleet, startMs)).toEqual(fleet.manifest);
});

it('T1, T22: another root key is fleet_key_mismatch, whatever it signed', () => {
  expect(verified(other.manifest.signed)).toBe('fleet_key_mismatch');
  expect(verified({ ...fleet.manifest.signed, rootKey: other.root.public.spki })).toBe('fleet_key_mismatch');
});

it('refuses a manifest of which any byte was changed, and any other signature', () => {
  const { signed } = fleet.manifest;
  for (let i = 0; i < signed.manifest.length; i += 1) {
    const manifest = new Uint8Array(signed.manifest);
    manifest[i]! ^= 1;
    expect(verified({ ...signed, manifest })).toBe('bad_manifest');
  }
  for (let bit = 0; bit < 8; bit += 1) {
    const signature = new Uint8Array(signed.signature);
    signature[5]! ^= 1 << bit;
    expect(verified({ ...signed, signature })).toBe('bad_manifest');
  }
});

it('T2: takes no signature that the root made for another purpose', () => {
  const { signed } = fleet.manifest;
  expect(verified({ ...signed, signature: fleet.root.sign(signed.manifest) })).toBe('bad_manifest');
});

it('is valid from a minute before its first millisecond to the one before its last', () => {
  const { notBeforeMs, expiresMs } = fleet.manifest.manifest;
  const at = (nowMs: number): unknown => verified(fleet.manifest.signed, nowMs);
  expect([at(notBeforeMs - 60_001), at(notBeforeMs - 60_000)]).toEqual(['bad_manifest', 'verified']);
  expect([at(expiresMs - 1), at(expiresMs)]).toEqual(['verified', 'bad_manifest']);
});

it('may last thirty days and no millisecond more', () => {
  const lasting = (ms: number): SignedManifest => withManifest({ notBeforeMs: startMs - dayMs, expiresMs: startMs - dayMs + ms });
  expect([verified(lasting(longestManifestMs)), verified(lasting(longestManifestMs + 1))]).toEqual(['verified', 'bad_manifest']);
});

it('T32: a manifest older than the newest known one is refused; the same version is not', () => {
  expect([verified(fleet.manifest.signed, startMs, 3), verified(fleet.manifest.signed, startMs, 4)]).toEqual(['verified', 'bad_manifest']);
});

it('refuses a manifest whose content names another fleet, though the right root signed it', () => {
  const bytes = encodeManifest({ ...fleet.manifest.manifest, fleet: other.fleet });
  const head = Buffer.from(`${' '.repeat(64)}keyway/1 manifest\0`);
  expect(verified({ ...fleet.manifest.signed, manifest: bytes, signature: fleet.root.sign(Buffer.concat([head, bytes])) })).toBe(
    'bad_manifest',
  );
});

it('refuses a service whose key id is not made of its two keys', () => {
  const service = fleet.routers[0]!.service;
  const exchangeKey = counting(9);
  expect(verified(withManifest({ services: [{ ...service, exchangeKey }] }))).toBe('bad_manifest');
  expect(verified(withManifest({ services: [{ ...service, exchangeKey, keyId: sha256(service.signingKey, exchangeKey) }] }))).toBe(
    'verified',
  );
});

it('finds a service by role and key id: a router is no channel-broker', () => {
  const { manifest } = fleet.manifest;
  const router = fleet.routers[0]!.service;
  expect(serviceOf(manifest, 'router', router.keyId)).toEqual(router);
  expect(serviceOf(manifest, 'channel-broker', router.keyId)).toBeUndefined();
});

it('takes RSA root keys from 3072 bits on', () => {
  const rsa = rsa3072();
  const manifest = { ...fleet.manifest.manifest, fleet: rsa.public.fingerprint };
  expect(verifyManifest(signManifest(manifest, rsa), rsa.public.fingerprint, startMs)).toMatchObject({ manifest: { version: 3 } });
  const weak = rsa2048();
  expect(() => signManifest({ ...manifest, fleet: weak.public.fingerprint }, weak)).toThrow(RangeError);
  const bytes = encodeManifest({ ...manifest, fleet: weak.public.fingerprint });
  const signature = weak.sign(Buffer.concat([Buffer.from(`${' '.repeat(64)}keyway/1 manifest\0`), bytes]));
  expect(verifyManifest({ manifest: bytes, rootKey: weak.public.spki, signature }, weak.public.fingerprint, startMs)).toBe('bad_manifest');
});

it('signs for its own fleet only', () => {
  expect(() => signManifest({ ...fleet.manifest.manifest, fleet: other.fleet }, fleet.root)).toThrow(RangeError);
});

it('refuses a root key that is no key', () => {
  const rootKey = counting(1, 44);
  expect(verifyManifest({ ...fleet.manifest.signed, rootKey }, sha256(rootKey), startMs)).toBe('bad_manifest');
});
