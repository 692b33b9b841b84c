import { decodeGrantBody, decodeTicketBody, encodeGrantBody, encodeTicketBody, groupIds, suiteIds } from './channel.js';
import { limits } from './limits.js';
import { bytes, grantBody, ticketBody } from './testing/samples.js';
import { enumOf, plainObject, typeOf } from './testing/stock.js';

it('numbers suites and groups as proto/channel.proto does', () => {
  expect({ SUITE_UNSPECIFIED: 0, ...suiteIds }).toEqual(enumOf('keyway.v1.Suite'));
  expect({ GROUP_UNSPECIFIED: 0, ...groupIds }).toEqual(enumOf('keyway.v1.Group'));
});

it('carries a GrantBody and a TicketBody there and back', () => {
  expect(decodeGrantBody(encodeGrantBody(grantBody))).toEqual(grantBody);
  expect(decodeTicketBody(encodeTicketBody(ticketBody))).toEqual(ticketBody);
});

it('loses no 64-bit number on the way: stock protobuf reads every field', () => {
  const { routers: _r, settings: _s, ...numbers } = plainObject(typeOf('keyway.v1.GrantBody'), encodeGrantBody(grantBody));
  expect([numbers.issuedMs, numbers.validUntilMs]).toEqual([grantBody.issuedMs, grantBody.validUntilMs]);
  const ticket = plainObject(typeOf('keyway.v1.TicketBody'), encodeTicketBody(ticketBody));
  expect([ticket.issuedMs, ticket.validUntilMs, ticket.serial]).toEqual([ticketBody.issuedMs, ticketBody.validUntilMs, 2 ** 40]);
});

it('refuses numbers of 2^53 and more instead of rounding them', () => {
  expect(decodeTicketBody(encodeTicketBody({ ...ticketBody, serial: 2 ** 53 - 1 }))?.serial).toBe(2 ** 53 - 1);
  expect(decodeTicketBody(encodeTicketBody({ ...ticketBody, serial: 2 ** 53 }))).toBeUndefined();
});

it.each<[string, (n: number) => object, readonly number[], readonly number[]]>([
  ['channel id', (n) => ({ channelId: bytes(n) }), [32], [0, 31, 33]],
  ['ticket', (n) => ({ ticket: bytes(n) }), [1, limits.ticketBytes], [0, limits.ticketBytes + 1]],
  ['router id', (n) => ({ routers: [bytes(32), bytes(n)] }), [32], [31, 33]],
])('bounds the %s of a grant body', (_, change, good, bad) => {
  const read = (n: number): unknown => decodeGrantBody(encodeGrantBody({ ...grantBody, ...change(n) }));
  for (const n of good) expect(read(n)).toEqual({ ...grantBody, ...change(n) });
  for (const n of bad) expect(read(n)).toBeUndefined();
});

it.each(['channelId', 'clientId', 'channelSecret'])('wants 32 bytes of %s in a ticket', (name) => {
  for (const n of [0, 31, 33]) expect(decodeTicketBody(encodeTicketBody({ ...ticketBody, [name]: bytes(n) }))).toBeUndefined();
});

it('reads a grant body without settings as zeros, for its reader to refuse', () => {
  const stock = typeOf('keyway.v1.GrantBody');
  const bare = stock.encode({ channelId: bytes(32), ticket: bytes(9) }).finish();
  expect(decodeGrantBody(bare)?.settings).toEqual({
    heartbeatMs: 0,
    timeoutMs: 0,
    maxBodyBytes: 0,
    windowMessages: 0,
    windowBytes: 0,
    maxStreams: 0,
  });
});
