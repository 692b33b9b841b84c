import { appendFileSync, closeSync, existsSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { logTail, openLog } from './log-file.js';
import { freshFolder, removeFolders } from './testing/folders.js';

afterEach(removeFolders);

const run = (path: string, text: string): number => {
  const { descriptor, from } = openLog(path, 10);
  writeSync(descriptor, text);
  closeSync(descriptor);
  return from;
};

it('keeps two older files and lets the third go', () => {
  const path = join(freshFolder(), 'router.log');
  for (const text of ['first first', 'second second', 'third third', 'fourth fourth']) run(path, text);
  expect(readFileSync(path, 'utf8')).toBe('fourth fourth');
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('third third');
  expect(readFileSync(`${path}.2`, 'utf8')).toBe('second second');
  expect(existsSync(`${path}.3`)).toBe(false);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('shows the last lines of one run only', () => {
  const path = join(freshFolder(), 'auth.log');
  run(path, 'before\n');
  const from = run(path, 'one\n\ntwo\n');
  expect(logTail(path, from)).toEqual(['one', 'two']);
  appendFileSync(path, 'x'.repeat(10_000));
  expect(logTail(path, from).at(-1)).toHaveLength(400);
  expect(logTail(`${path}.none`, 0)).toEqual([]);
});
