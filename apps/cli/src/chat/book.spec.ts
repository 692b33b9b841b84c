import type { Member } from '@keyway/client';
import { Book } from './book.js';

const idOf = (text: string): string => text.padEnd(52, 'a');
const member = (id: string, name?: string, online = true): Member => ({ id: idOf(id), name, online, since: undefined });
const bookOf = (...members: Member[]): Book => {
  const book = new Book();
  for (const one of members) book.learn(one);
  return book;
};
const found = (book: Book, text: string): string | readonly string[] => {
  const result = book.find(text);
  return result.kind === 'one' ? book.called(result.member.id) : result.kind === 'several' ? result.names : result.kind;
};

it('finds a name, the only beginning of one, and the only beginning of an id', () => {
  const book = bookOf(member('e1', 'eve'), member('e2', 'evelyn'), member('zzzzzz2', undefined), member('a1', 'adam'));
  expect(['eve', 'evel', 'a', 'ADAM', 'zzzzzz', 'zz', 'x'].map((text) => found(book, text))).toEqual([
    ...['eve', 'evelyn', 'adam', 'adam', 'zzzzzz2aaaaa…', 'nobody', 'nobody'],
  ]);
  expect(found(book, 'ev')).toEqual(['eve', 'evelyn']);
});

it('takes a person with several sessions for one, and a session for itself when it is named whole', () => {
  const book = bookOf(member('1', 'adam'), member('2', 'adam-2'), member('3', 'adam-3'), member('4', 'node-1'), member('5', 'node-2'));
  expect(['ad', 'adam-2', 'adam'].map((text) => found(book, text))).toEqual(['adam', 'adam-2', 'adam']);
  expect(found(book, 'adam-')).toEqual(['adam-2', 'adam-3']);
  expect(found(book, 'no')).toEqual(['node-1', 'node-2']);
  expect(book.sessionsOf('adam').map(({ name }) => name)).toEqual(['adam-2', 'adam-3']);
});

it('keeps a name with the key that had it first: somebody else who carries it is shown by his id', () => {
  const book = bookOf(member('first', 'eve'));
  expect(book.learn(member('other', 'eve'))).toBe(idOf('first'));
  expect(book.called(idOf('other'))).toBe('otheraaaaaaa…');
  expect(found(book, 'eve')).toBe('eve');
  expect(book.find('eve')).toMatchObject({ member: { id: idOf('first') } });
});

it('completes names, and nothing a terminal would obey', () => {
  const book = bookOf(member('1', 'eve'), member('2', 'evelyn'), member('3', 'ev\u001b[2J'), member('4'));
  expect(book.names('EV')).toEqual(['eve', 'evelyn', 'ev\ufffd[2J']);
});
