import { oneLine, printable } from './printable.js';

it('shows what would move the cursor, colour or turn the text as a mark', () => {
  expect(printable('a\u061c\u200b')).toBe('a\ufffd\u200b'); // the Arabic letter mark turns text as well; a space without width does not
  expect(printable('a\u001b[31mred\u0007\u202eevil\u009b2J')).toBe('a\ufffd[31mred\ufffd\ufffdevil\ufffd2J');
});

it('keeps line feeds and tabs, or makes them spaces where a line is wanted', () => {
  expect(printable('one\r\n\ttwo ü 🙂')).toBe('one\n\ttwo ü 🙂');
  expect(oneLine('one\n\ttwo')).toBe('one two');
  expect(printable('over\rwritten')).toBe('over\ufffdwritten');
});
