import { unwrapEpoch, wrapEpoch } from './epoch-wrap.js';
import { createEpoch } from './keyring.js';
import { randomBytes } from './random.js';
import { flip, utf8 } from './testing/hex.js';

const kek = randomBytes(32);
const ring = utf8('ticket');
const epoch = createEpoch({
  id: 0xffffffff,
  key: randomBytes(32),
  notBeforeMs: 1,
  issueUntilMs: 1_800_000_000_000,
  acceptUntilMs: Number.MAX_SAFE_INTEGER,
});
const wrapped = wrapEpoch(kek, epoch, ring);

it('takes 108 bytes and comes back whole', () => {
  expect(wrapped.length).toBe(108);
  const back = unwrapEpoch(kek, wrapped, ring)!;
  expect(back).toEqual(epoch);
  expect(back.key).toEqual(epoch.key);
});

it('is different each time', () => {
  expect(wrapEpoch(kek, epoch, ring)).not.toEqual(wrapped);
});

it('answers undefined to every flipped bit and every truncation', () => {
  for (let bit = 0; bit < wrapped.length * 8; bit += 1) expect(unwrapEpoch(kek, flip(wrapped, bit), ring)).toBeUndefined();
  for (let length = 0; length < wrapped.length; length += 1) expect(unwrapEpoch(kek, wrapped.subarray(0, length), ring)).toBeUndefined();
});

it('answers undefined under another key, and in the keyring of another purpose', () => {
  expect(unwrapEpoch(randomBytes(32), wrapped, ring)).toBeUndefined();
  expect(unwrapEpoch(kek, wrapped, utf8('storage'))).toBeUndefined();
});

it('refuses a key-encryption key of other than 32 bytes', () => {
  expect(() => wrapEpoch(new Uint8Array(16), epoch, ring)).toThrow(RangeError);
  expect(() => unwrapEpoch(new Uint8Array(0), wrapped, ring)).toThrow(RangeError);
});
