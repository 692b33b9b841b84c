import { isServiceName } from './service-name.js';

it('takes 1 to 64 characters of a-z 0-9 . _ -, and nothing else', () => {
  for (const name of ['a', 'prices', 'keyway.fleet', '0._-', 'x'.repeat(64)]) expect(isServiceName(name)).toBe(true);
  for (const name of ['', 'x'.repeat(65), 'Prices', 'a b', 'a\n', 'a/b', 'ä', 'a\0', '\u0430']) expect(isServiceName(name)).toBe(false);
});
