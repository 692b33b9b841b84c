import { inspect } from 'node:util';
import { Secret } from './secret.js';
import { utf8 } from './testing/hex.js';

const text = 'correct horse battery staple';

it.each([
  ['util.inspect', (secret: Secret) => inspect({ secret }, { depth: null, showHidden: true })],
  ['JSON', (secret: Secret) => JSON.stringify({ secret })],
  ['a template string', (secret: Secret) => `${String(secret)} ${secret as unknown as string}`],
  ['concatenation', (secret: Secret) => '' + (secret as unknown as string)],
  ['its own properties', (secret: Secret) => JSON.stringify({ ...secret }) + '[secret]'],
])('does not leak through %s', (_name, print) => {
  const printed = print(Secret.of(text));
  expect(printed).toContain('[secret]');
  expect(printed).not.toContain('horse');
});

it('lends its bytes, a string as UTF-8', () => {
  expect(Secret.of('pässword').use((bytes) => Uint8Array.from(bytes))).toEqual(utf8('pässword'));
  expect(Secret.of(Uint8Array.of(1, 2)).use((bytes) => bytes.length)).toBe(2);
});

it('keeps its own copy, so that its owner may wipe the original', () => {
  const original = Uint8Array.of(1, 2, 3);
  const secret = Secret.of(original);
  original.fill(0);
  expect(secret.use((bytes) => [...bytes])).toEqual([1, 2, 3]);
});

it('overwrites its bytes when wiped and lends nothing from then on', () => {
  const secret = Secret.of(text);
  const lent = secret.use((bytes) => bytes);
  secret.wipe();
  secret.wipe();
  expect(lent.every((byte) => byte === 0)).toBe(true);
  expect(() => secret.use(() => 0)).toThrow('wiped');
});
