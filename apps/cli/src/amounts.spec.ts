import { bytesText, durationText, parseBytes, parseDuration } from './amounts.js';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1.0 kB'],
  [24_000_000, '24.0 MB'],
  [123_400_000, '123 MB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

it.each([
  ['1000', 1_000],
  ['500k', 500_000],
  ['24MB', 24_000_000],
  ['1.5 gb', 1_500_000_000],
  ['24MiB', undefined],
  ['-1', undefined],
  ['much', undefined],
])('reads %s as %s bytes', (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes);
});

it.each([
  ['1500ms', 1_500],
  ['90s', 90_000],
  ['7d', 604_800_000],
  ['0s', undefined],
  ['10', undefined],
  ['s', undefined],
])('reads %s as %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

it.each([
  [840, '0.8 s'],
  [245_000, '4 min 5 s'],
  [12_000_000, '3 h 20 min'],
  [2_505_600_000, '29 d'],
])('writes %d ms as %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
