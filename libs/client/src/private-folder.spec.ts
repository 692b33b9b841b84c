import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from './messages.js';
import { FileReceiver } from './files/file-receiver.js';
import { makeFolder } from './private-folder.js';
import { FileStore } from './store/file.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('is made with its parents, for us alone, and left as it is when it is there', () => {
  const path = join(folder, 'a', 'b');
  makeFolder(path);
  expect([path, join(folder, 'a')].map((made) => statSync(made).mode & 0o777)).toEqual([0o700, 0o700]);
  const { mode } = statSync('/tmp');
  makeFolder(path);
  makeFolder('/tmp');
  makeFolder('/');
  expect(statSync('/tmp').mode).toBe(mode);
});

it('is an error where there is something else', () => {
  writeFileSync(join(folder, 'file'), '');
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
  expect(() => makeFolder(join(folder, 'file'))).toThrow(/EEXIST/);
  expect(() => makeFolder(join(folder, 'file', 'x'))).toThrow(/ENOTDIR/);
  expect(() => makeFolder(join(folder, 'link'))).toThrow(/EEXIST/);
  expect(() => makeFolder(join(folder, 'link', 'x', 'y'))).toThrow(/EEXIST/);
});

it.each(['/proc/nope', '/proc/nope/deeper'])('%s cannot be made: said at once, with its path', async (path) => {
  const refused = { reason: 'file_unreadable', message: expect.stringContaining(`${path} (ENOENT)`) as string };
  await expect(new FileStore(path).open()).rejects.toMatchObject(refused);
  const chunk = { transfer: new Uint8Array(16), index: 0, offset: 0, size: 1, name: 'f', sha256: new Uint8Array(0) };
  const message = { from: 'a'.repeat(52), body: new Uint8Array(1), file: chunk, redelivered: false } as unknown as Message;
  await expect(new FileReceiver(path).accept(message)).rejects.toMatchObject(refused);
});
