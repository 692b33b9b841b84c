import { AES_256_GCM, CHACHA20_POLY1305, findSuite, suites } from './suite.js';

it('has these suites and these sizes, in this order', () => {
  expect(suites).toEqual([
    { id: 1, name: 'AES_256_GCM', keyBytes: 32, ivBytes: 12, tagBytes: 16 },
    { id: 2, name: 'CHACHA20_POLY1305', keyBytes: 32, ivBytes: 12, tagBytes: 16 },
  ]);
  expect([AES_256_GCM, CHACHA20_POLY1305]).toEqual([1, 2]);
});

it.each([0, 3, 4, 5, -1, 255, 1.5, NaN])('does not know suite %d', (id) => {
  expect(findSuite(id)).toBeUndefined();
});

it('cannot be extended at run time', () => {
  expect(Object.isFrozen(suites) && suites.every((suite) => Object.isFrozen(suite))).toBe(true);
});
