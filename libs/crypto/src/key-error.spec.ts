import { isKeyError, KeyError } from './key-error.js';

it('carries its reason, and names what was refused', () => {
  const error = new KeyError('weak_key', 'rsa-1024');
  expect(error).toMatchObject({ name: 'KeyError', reason: 'weak_key', message: 'the key is too weak: rsa-1024' });
});

it('is recognised by its shape', () => {
  expect(isKeyError(new KeyError('key_damaged'))).toBe(true);
  expect(isKeyError({ name: 'KeyError', reason: 'key_damaged' })).toBe(true);
  for (const other of [new Error('key_damaged'), { name: 'KeyError' }, null, undefined, 'KeyError']) expect(isKeyError(other)).toBe(false);
});
