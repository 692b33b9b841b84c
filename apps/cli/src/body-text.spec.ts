import { bodyText, contentTypeOf, textOf } from './body-text.js';

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const binary = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0xff);

it('shows what says it is text and is not by its kind and size, so that it cannot fill the terminal', () => {
  expect(bodyText('text/plain', binary, Infinity)).toBe('<text/plain, 6 B>');
  expect(bodyText('image/png\u001b[2J', utf8('text'), Infinity)).toBe('<image/png\ufffd[2J, 4 B>');
  expect(bodyText('', binary, Infinity)).toBe('<bytes, 6 B>');
});

it('indents the lines of a text and cuts a long one', () => {
  expect(bodyText('text/plain; charset=utf-8', utf8('a\nb\n'), Infinity)).toBe('a\n    b');
  expect(bodyText('text/plain', utf8('x'.repeat(50)), 10)).toBe('xxxxxxxxxx… (40 more characters)');
});

it.each([
  ['text/html', '<p>', '<p>'],
  ['application/json', '{}', '{}'],
  ['application/problem+json', '{}', '{}'],
  ['application/octet-stream', 'abc', undefined],
  ['text/plain', 'a\0b', undefined],
])('takes %s %j as %j', (type, body, text) => {
  expect(textOf(type, utf8(body))).toBe(text);
});

it('names what is sent by what it is', () => {
  expect([utf8('ü'), 'any', binary].map(contentTypeOf)).toEqual([
    'text/plain; charset=utf-8',
    'text/plain; charset=utf-8',
    'application/octet-stream',
  ]);
});
