import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockHolder, takeLock } from './lock.js';
import { markOf } from './process-mark.js';
import { freshFolder, removeFolders } from './testing/folders.js';

afterEach(removeFolders);
const place = (): string => join(freshFolder(), 'lock');

it('lets one hold it and names the holder and the folder to others', () => {
  const path = place();
  takeLock(path, '/somewhere');
  expect(lockHolder(path)?.pid).toBe(process.pid);
  expect(() => takeLock(path, '/somewhere')).toThrow(
    expect.objectContaining({ reason: 'state_locked', message: expect.stringMatching(`process ${process.pid} .* /somewhere`) as string }),
  );
});

it('is free again once released', () => {
  const path = place();
  takeLock(path, '').release();
  expect(existsSync(path)).toBe(false);
  takeLock(path, '');
});

it('is taken over from a process that ended', async () => {
  const path = place();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(path, JSON.stringify(markOf(child.pid!)), { mode: 0o600 });
  expect(() => takeLock(path, '')).toThrow(expect.objectContaining({ reason: 'state_locked' }));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(lockHolder(path)).toBeUndefined();
  takeLock(path, '');
});

it.each([
  ['a later process with the same pid', JSON.stringify({ pid: process.pid, started: 'long ago' })],
  ['a text that was cut off', '{"pid":1'],
])('is taken over from %s', (_, text) => {
  const path = place();
  writeFileSync(path, text, { mode: 0o600 });
  takeLock(path, '');
  expect(lockHolder(path)?.pid).toBe(process.pid);
});

it('is not released by who lost it', () => {
  const path = place();
  const lost = takeLock(path, '');
  writeFileSync(path, JSON.stringify({ pid: 1, started: 'x' }), { mode: 0o600 });
  lost.release();
  expect(existsSync(path)).toBe(true);
});
