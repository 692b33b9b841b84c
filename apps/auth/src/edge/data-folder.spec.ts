import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { registryIn } from './data-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('is made with its parents, for us alone', () => {
  const path = registryIn(join(folder, 'a', 'b'));
  expect([path, statSync(dirname(path)).mode & 0o777]).toEqual([join(folder, 'a', 'b', 'registry.sqlite'), 0o700]);
});

it.each([
  ['/proc/nope/deeper', 'file_unreadable', '/proc/nope/deeper (ENOENT), which AUTH_DATA names'],
  ['/tmp', 'key_exposed', 'others can enter /tmp, which AUTH_DATA names'],
])('refuses %s at once, as %s', (path, reason, text) => {
  expect(() => registryIn(path)).toThrow(expect.objectContaining({ reason, message: expect.stringContaining(text) as string }) as Error);
});
