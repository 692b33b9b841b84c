import { progressLine } from './progress.js';

it('shows share, amount, speed and time left in the width that is there', () => {
  const half = { done: 12_000_000, total: 24_000_000, elapsedMs: 4_000 };
  expect(progressLine('file', half, 80)).toBe(`file ${'█'.repeat(13)}${'░'.repeat(13)}  50 %  12.0 MB of 24.0 MB  3.0 MB/s  4.0 s left`);
  expect(progressLine('file', half, 40)).toHaveLength(39);
});

it('says what it waits for', () => {
  expect(progressLine('file', { done: 0, total: 10, elapsedMs: 0, waiting: 'mailbox full' }, 80)).toMatch(
    / 0 % {2}0 B of 10 B.*mailbox full$/,
  );
});

it('is full for an empty file', () => {
  expect(progressLine('file', { done: 0, total: 0, elapsedMs: 1 }, 80)).toContain('100 %');
});
