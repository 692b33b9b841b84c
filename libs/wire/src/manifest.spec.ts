import { limits } from './limits.js';
import { decodeManifest, decodeSignedManifest, encodeManifest, encodeSignedManifest, roleIds, type Manifest } from './manifest.js';
import { bytes, manifest, signedManifest } from './testing/samples.js';
import { enumOf, plainObject, typeOf } from './testing/stock.js';

const service = manifest.services[2]!;
const withService = (change: object): Manifest => ({ ...manifest, services: [{ ...service, ...change }] });
const decoded = (m: Manifest): Manifest | undefined => decodeManifest(encodeManifest(m));

it('numbers the roles as proto/manifest.proto does', () => {
  const names = Object.entries(roleIds).map(([name, id]) => [name.toUpperCase().replace('-', '_'), id]);
  expect({ ROLE_UNSPECIFIED: 0, ...Object.fromEntries(names) }).toEqual(enumOf('keyway.v1.Role'));
});

it('carries a manifest and a signed manifest there and back', () => {
  expect(decoded(manifest)).toEqual(manifest);
  expect(decodeSignedManifest(encodeSignedManifest(signedManifest))).toEqual(signedManifest);
});

it('loses no 64-bit number on the way: stock protobuf reads every field', () => {
  const read = plainObject(typeOf('keyway.v1.Manifest'), encodeManifest(manifest));
  expect([read.version, read.notBeforeMs, read.expiresMs]).toEqual([manifest.version, manifest.notBeforeMs, manifest.expiresMs]);
});

it('leaves out services of a role that is not known, without looking at their fields', () => {
  const stock = typeOf('keyway.v1.Manifest');
  const message = stock.decode(encodeManifest(withService({}))) as unknown as { services: object[] };
  message.services.push({ role: 9, keyId: bytes(3) });
  expect(decodeManifest(stock.encode(message).finish())?.services).toEqual([service]);
});

it.each<[string, (n: number) => Manifest, readonly number[], readonly number[]]>([
  ['fleet', (n) => ({ ...manifest, fleet: bytes(n) }), [32], [0, 31, 33]],
  ['version', (n) => ({ ...manifest, version: n }), [0, 2 ** 53 - 1], [2 ** 53]],
  ['key id', (n) => withService({ keyId: bytes(n) }), [32], [0, 31, 33]],
  ['signing key', (n) => withService({ signingKey: bytes(n) }), [1, limits.spkiBytes], [0, limits.spkiBytes + 1]],
  ['exchange key', (n) => withService({ exchangeKey: bytes(n) }), [32], [0, 31, 33]],
  ['number of endpoints', (n) => withService({ endpoints: new Array<string>(n).fill('tcp://a:1') }), [0, 8], [9]],
  ['length of an endpoint', (n) => withService({ endpoints: ['x'.repeat(n)] }), [limits.endpointBytes], [limits.endpointBytes + 1]],
  [
    'number of services',
    (n) => ({ ...manifest, services: new Array<typeof service>(n).fill({ ...service, endpoints: [] }) }),
    [limits.manifestServices],
    [limits.manifestServices + 1],
  ],
])('bounds the %s', (_, make, good, bad) => {
  for (const n of good) expect(decoded(make(n))).toEqual(make(n));
  for (const n of bad) expect(decoded(make(n))).toBeUndefined();
});

it('takes encoded manifests up to the limit and refuses one byte more before decoding', () => {
  const encoded = encodeManifest(manifest);
  const padded = (total: number): Uint8Array => {
    const padding = total - encoded.length - 5;
    const head = Buffer.of(0x82, 0x7d, (padding & 0x7f) | 0x80, ((padding >> 7) & 0x7f) | 0x80, padding >> 14);
    return Buffer.concat([encoded, head, new Uint8Array(padding)]);
  };
  expect(decodeManifest(padded(limits.manifestBytes))).toEqual(manifest);
  expect(decodeManifest(padded(limits.manifestBytes + 1))).toBeUndefined();
  expect(decodeSignedManifest(new Uint8Array(limits.answerBytes + 1))).toBeUndefined();
});

it('refuses every cut of a manifest, or reads less of it; it never throws', () => {
  const encoded = encodeManifest(manifest);
  for (let cut = 0; cut < encoded.length; cut += 1) expect(() => decodeManifest(encoded.subarray(0, cut))).not.toThrow();
  expect(decodeManifest(encoded.subarray(0, 20))).toBeUndefined();
});
