import { encodeId } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import { detailOf } from './detail.js';
import { ticketRights } from './rights.js';
import { whyOf } from './why.js';

it('the detail of an entry has its keys in one order, ids as text, other bytes in hex, and nothing that is undefined', () => {
  const id = new Uint8Array(32).fill(7);
  expect(detailOf({ name: 'eve', client: id, before: undefined, rights: 13, token: Uint8Array.of(0xab, 1) })).toBe(
    `{"client":"${encodeId(id)}","name":"eve","rights":13,"token":"ab01"}`,
  );
  expect(detailOf({ b: 1, a: 2 })).toBe(detailOf({ a: 2, b: 1 }));
});

it('why says what an error adds to the sentence of its reason', () => {
  expect(whyOf(new WireError('name_taken'))).toBe('');
  expect(whyOf(new WireError('malformed', 'not both'))).toBe('not both');
});

it('a ticket says `hidden` of who is hidden, and of everybody where nobody sees members', () => {
  expect([ticketRights(13, false, 'members'), ticketRights(13, true, 'members'), ticketRights(15, false, 'nobody')]).toEqual([13, 29, 31]);
});
