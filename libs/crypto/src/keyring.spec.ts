import { inspect } from 'node:util';
import { createEpoch, Keyring, type Epoch } from './keyring.js';
import { randomBytes } from './random.js';
import { toHex } from './testing/hex.js';

const epoch = (id: number, notBeforeMs: number, issueUntilMs: number, acceptUntilMs: number): Epoch => ({
  id,
  key: randomBytes(32),
  notBeforeMs,
  issueUntilMs,
  acceptUntilMs,
});
const first = epoch(1, 0, 100, 200);
const second = epoch(2, 50, 150, 250);

describe('current', () => {
  const keyring = new Keyring([first, second]);

  it.each([
    [-1, undefined],
    [0, 1],
    [49, 1],
    [50, 2],
    [99, 2],
    [149, 2],
    [150, undefined],
  ])('at %i is epoch %s: the one of those that may issue which began last', (now, id) => {
    expect(keyring.current(now)?.id).toBe(id);
  });

  it('is the higher id of two that began together', () => {
    expect(new Keyring([epoch(9, 0, 10, 10), epoch(8, 0, 10, 10)]).current(5)?.id).toBe(9);
    expect(new Keyring([epoch(8, 0, 10, 10), epoch(9, 0, 10, 10)]).current(5)?.id).toBe(9);
  });
});

describe('find', () => {
  it('finds an epoch until just before its acceptance ends', () => {
    const keyring = new Keyring([first]);
    expect(keyring.find(1, 199)?.key).toEqual(first.key);
    expect(keyring.find(1, 200)).toBeUndefined();
    expect(keyring.find(7, 0)).toBeUndefined();
  });

  it('finds one that has not begun: the clock of the sealer may be ahead', () => {
    expect(new Keyring([second]).find(2, 0)?.id).toBe(2);
  });
});

it('holds its own copy of each key', () => {
  const given = epoch(3, 0, 10, 10);
  const kept = Uint8Array.from(given.key);
  const keyring = new Keyring([given]);
  given.key.fill(0);
  expect(keyring.find(3, 0)?.key).toEqual(kept);
});

it('forgets and zeroes what has ended', () => {
  const keyring = new Keyring([first, second]);
  const key = keyring.find(1, 0)!.key;
  expect(keyring.expire(199)).toEqual([]);
  expect(keyring.expire(200)).toEqual([1]);
  expect(keyring.ids).toEqual([2]);
  expect(key.every((byte) => byte === 0)).toBe(true);
});

it('zeroes all keys when wiped', () => {
  const keyring = new Keyring([first, second]);
  const keys = keyring.ids.map((id) => keyring.find(id, 0)!.key);
  keyring.wipe();
  expect(keys.every((key) => key.every((byte) => byte === 0))).toBe(true);
  expect(keyring.ids).toEqual([]);
  expect(keyring.current(60)).toBeUndefined();
});

it('takes an id once', () => {
  expect(() => new Keyring([first, first])).toThrow(RangeError);
});

it.each([
  ['a negative id', { id: -1 }],
  ['an id above 32 bits', { id: 2 ** 32 }],
  ['a fractional id', { id: 1.5 }],
  ['a short key', { key: new Uint8Array(31) }],
  ['an end before the begin', { issueUntilMs: -1 }],
  ['acceptance that ends before issuing does', { acceptUntilMs: 99 }],
  ['a fractional time', { notBeforeMs: 0.5 }],
  ['a time that is not a number', { acceptUntilMs: NaN }],
])('refuses %s', (_name, fault) => {
  expect(() => createEpoch({ ...first, ...fault })).toThrow(RangeError);
});

it('prints no key, neither itself nor an epoch it hands out', () => {
  const keyring = new Keyring([first]);
  const held = keyring.find(1, 0)!;
  const printed = inspect([keyring, held], { depth: null, showHidden: true }) + JSON.stringify([keyring, held, { ...held }]) + String(held);
  expect(printed).not.toContain(toHex(first.key).slice(0, 8));
  expect(printed).not.toContain([...first.key.subarray(0, 4)].join(', '));
  expect(printed).not.toContain([...first.key.subarray(0, 4)].join(','));
});
