import { curvePublicKey, newCurveKey } from './curve.js';
import { backOff } from './link.js';
import { decodeZ85, encodeZ85 } from './z85.js';

it('writes and reads the example of ZeroMQ RFC 32', () => {
  const bytes = Uint8Array.of(0x86, 0x4f, 0xd2, 0x6f, 0xb5, 0x59, 0xf7, 0x5b);
  expect(encodeZ85(bytes)).toBe('HelloWorld');
  expect(decodeZ85('HelloWorld')).toEqual(bytes);
});

it.each(['Hell', 'Hell~', '#####'])('refuses %s: length, foreign character, over 32 bits', (text) => {
  expect(decodeZ85(text)).toBeUndefined();
});

it('finds the same public key to a CURVE secret as libzmq', () => {
  for (let i = 0; i < 20; i += 1) {
    const { publicKey, secretKey } = newCurveKey();
    expect(curvePublicKey(secretKey)).toBe(publicKey);
  }
});

it('backs off with full jitter: from nothing up to a bound that doubles, half a second at most', () => {
  expect([0, 1, 2, 10, 1_000].map((attempt) => backOff(attempt, 1))).toEqual([20, 40, 80, 500, 500]);
  expect(backOff(5, 0)).toBe(0);
});
