import { jsonLine, oneLine, printable } from './printable.js';

it('shows what would move the cursor, colour or turn the text as a mark', () => {
  expect(printable('a\u061c\u200b')).toBe('a\ufffd\u200b'); // the Arabic letter mark turns text as well; a space without width does not
  expect(printable('a\u001b[31mred\u0007\u202eevil\u009b2J')).toBe('a\ufffd[31mred\ufffd\ufffdevil\ufffd2J');
});

it('keeps line feeds and tabs, or makes them spaces where a line is wanted', () => {
  expect(printable('one\r\n\ttwo ü 🙂')).toBe('one\n\ttwo ü 🙂');
  expect(oneLine('one\n\ttwo')).toBe('one two');
  expect(printable('over\rwritten')).toBe('over\ufffdwritten');
});

it('writes JSON that reads the same, and in which nothing is left for a terminal to obey', () => {
  const value = { text: 'a\u001b[31m\u009b2J\u007f\u202eb\u2028\n"ü 🙂' };
  const line = jsonLine(value);
  expect(line).toBe('{"text":"a\\u001b[31m\\u009b2J\\u007f\\u202eb\\u2028\\n\\"ü 🙂"}');
  expect(JSON.parse(line)).toEqual(value);
});
