import { Content, decodeContent, encodeContent } from './content.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const there = (value: unknown): unknown => {
  const { body, contentType = typeof body === 'string' ? 'text/plain; charset=utf-8' : '' } = encodeContent(value);
  return decodeContent(contentType, typeof body === 'string' ? bytes(body) : body);
};

it.each([[{ a: [1, null, 'ü'] }], [[]], [0], [false], [null], ['text'], [''], [Uint8Array.of(1, 2)], [undefined]])(
  '%j arrives as it left',
  (value) => {
    expect(there(value)).toEqual(value);
  },
);

it('a content keeps its type', () => {
  expect(encodeContent(new Content('<b>', 'text/html'))).toMatchObject({ body: '<b>', contentType: 'text/html' });
});

it.each(['application/json', 'application/json; charset=utf-8', 'Application/problem+JSON'])('%s is read as JSON', (type) => {
  expect(decodeContent(type, bytes('{"a":1}'))).toEqual({ a: 1 });
  expect(() => decodeContent(type, bytes('{"a":'))).toThrow(expect.objectContaining({ reason: 'malformed' }));
});

it.each(['application/jsonlines', 'application/octet-stream', 'image/png', ''])('%j stays bytes', (type) => {
  expect(decodeContent(type, Uint8Array.of(1))).toEqual(Uint8Array.of(1));
});

it('what JSON cannot hold is a fault of the program', () => {
  expect(() => encodeContent({ big: 1n })).toThrow(TypeError);
});
