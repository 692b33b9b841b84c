import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { History, historyLines } from './history.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-history-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, lines: string[]): string {
  const path = join(folder, name);
  const history = new History(path);
  history.changed(lines);
  history.flush();
  return path;
}

it('gives back what was typed, newest first, from a file only its owner can read', () => {
  const path = written('a', ['newest', 'eve: hello', 'oldest']);
  expect(readFileSync(path, 'utf8')).toBe('oldest\neve: hello\nnewest\n');
  expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  expect(new History(path).read()).toEqual(['newest', 'eve: hello', 'oldest']);
  chmodSync(path, 0o644);
  expect(() => new History(path).read()).toThrow('chmod 600');
});

it('keeps a bounded number of lines, and none that begins with a space or that nobody types', () => {
  const many = Array.from({ length: historyLines + 50 }, (_, i) => `line ${i}`);
  expect(new History(written('b', many)).read()).toEqual(many.slice(0, historyLines));
  const lines = [' eve: between us', 'kept'];
  expect(new History(written('c', lines)).read()).toEqual(['kept']);
  expect(lines).toEqual(['kept']); // nor with the arrow keys
  expect(new History(written('d', ['x'.repeat(1_001), 'kept'])).read()).toEqual(['kept']);
  expect(new History(join(folder, 'none')).read()).toEqual([]);
});
