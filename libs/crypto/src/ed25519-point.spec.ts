import { generateKeyPairSync } from 'node:crypto';
import { isSoundEd25519 } from './ed25519-point.js';
import { hex } from './testing/hex.js';

const P = 2n ** 255n - 19n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n; // RFC 8032 §5.1

const mod = (a: bigint): bigint => ((a % P) + P) % P;
const power = (base: bigint, exponent: bigint): bigint => {
  let [result, square] = [1n, mod(base)];
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = mod(result * square);
    square = mod(square * square);
  }
  return result;
};
const encode = (y: bigint, sign: 0 | 1): Uint8Array => {
  const point = new Uint8Array(32);
  for (let i = 0; i < 32; i += 1) point[i] = Number((y >> BigInt(8 * i)) & 0xffn);
  point[31]! |= sign << 7;
  return point;
};
const ORDER_8 = hex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');
const order8 = BigInt(`0x${Buffer.from(ORDER_8).reverse().toString('hex')}`);

it('its points of order 8 double to the points of order 4: x² = -y² on the curve (RFC 8032 §5.1.4)', () => {
  const yy = mod(order8 * order8);
  const xx = mod((yy - 1n) * power(mod(D * yy + 1n), P - 2n)); // from -x² + y² = 1 + d x² y²
  expect(xx).toBe(mod(-yy));
});

it.each([
  ['neutral element', 1n],
  ['order 2', P - 1n],
  ['order 4', 0n],
  ['order 8', order8],
  ['order 8, the other y', P - order8],
])('refuses the point of %s, whatever its sign bit', (_name, y) => {
  expect(isSoundEd25519(encode(y, 0))).toBe(false);
  expect(isSoundEd25519(encode(y, 1))).toBe(false);
});

it.each([0n, 1n, 3n, 18n])('refuses the encoding of y = p + %d, a second name for y', (n) => {
  expect(isSoundEd25519(encode(P + n, 0))).toBe(false);
});

it('takes real keys', () => {
  for (let i = 0; i < 100; i += 1) {
    expect(isSoundEd25519(generateKeyPairSync('ed25519').publicKey.export({ format: 'raw-public' }))).toBe(true);
  }
});
