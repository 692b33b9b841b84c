import { chmodSync, existsSync, mkdirSync, rmdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { removeSocketFolder, socketFolder } from './socket-folder.js';
import { freshFolder, removeFolders } from './testing/folders.js';

afterEach(removeFolders);
const long = `/home/${'x'.repeat(100)}/run`;

it('stays in the home while the path of a socket fits', () => {
  expect(socketFolder('/home/adam/.keyway/fleet/run', '/tmp')).toBe('/home/adam/.keyway/fleet/run');
});

it('is one folder of ours per home otherwise', () => {
  const temporary = freshFolder();
  const folder = socketFolder(long, temporary);
  expect(folder.startsWith(temporary)).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(socketFolder(long, temporary)).toBe(folder);
  expect(socketFolder(`${long}2`, temporary)).not.toBe(folder);
  removeSocketFolder(long, temporary);
  removeSocketFolder(long, temporary);
  expect(existsSync(folder)).toBe(false);
});

it('refuses one that somebody made for us, open or leading elsewhere', () => {
  const temporary = freshFolder();
  const folder = socketFolder(long, temporary);
  chmodSync(folder, 0o777);
  expect(() => socketFolder(long, temporary)).toThrow(expect.objectContaining({ reason: 'key_exposed' }));
  rmdirSync(folder);
  mkdirSync(join(temporary, 'elsewhere'), { mode: 0o700 });
  symlinkSync(join(temporary, 'elsewhere'), folder);
  expect(() => socketFolder(long, temporary)).toThrow(expect.objectContaining({ reason: 'key_exposed' }));
});
