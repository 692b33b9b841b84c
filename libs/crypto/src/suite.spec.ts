import {
  AES_128_CBC_HMAC_SHA256,
  AES_256_CBC_HMAC_SHA512,
  AES_256_GCM,
  CHACHA20_POLY1305,
  findSuite,
  sealedBytes,
  suites,
} from './suite.js';

it('has these suites and these sizes, in this order', () => {
  const aead = { keyBytes: 32, ivBytes: 12, nonceBytes: 12, tagBytes: 16, blockBytes: 0 };
  const cbc = { nonceBytes: 16, blockBytes: 16 };
  expect(suites).toEqual([
    { id: 1, name: 'AES_256_GCM', ...aead },
    { id: 2, name: 'CHACHA20_POLY1305', ...aead },
    { id: 3, name: 'AES_256_CBC_HMAC_SHA512', keyBytes: 64, ivBytes: 32, tagBytes: 32, ...cbc },
    { id: 4, name: 'AES_128_CBC_HMAC_SHA256', keyBytes: 32, ivBytes: 16, tagBytes: 16, ...cbc },
  ]);
  expect([AES_256_GCM, CHACHA20_POLY1305, AES_256_CBC_HMAC_SHA512, AES_128_CBC_HMAC_SHA256]).toEqual([1, 2, 3, 4]);
});

it('knows how much a sealing adds: a tag, and for CBC 1 to 16 bytes of padding', () => {
  const added = (id: number, plainBytes: number): number => sealedBytes(findSuite(id)!, plainBytes) - plainBytes;
  expect([0, 1, 15, 16, 17].map((n) => [1, 2, 3, 4].map((id) => added(id, n)))).toEqual([
    [16, 16, 48, 32],
    [16, 16, 47, 31],
    [16, 16, 33, 17],
    [16, 16, 48, 32],
    [16, 16, 47, 31],
  ]);
});

it.each([0, 5, 6, -1, 255, 1.5, NaN])('does not know suite %d', (id) => {
  expect(findSuite(id)).toBeUndefined();
});

it('cannot be extended at run time', () => {
  expect(Object.isFrozen(suites) && suites.every((suite) => Object.isFrozen(suite))).toBe(true);
});
