import { createDecipheriv, hkdfSync } from 'node:crypto';
import { Keyring } from './keyring.js';
import { randomBytes } from './random.js';
import { flip, utf8 } from './testing/hex.js';
import { openTicket, sealTicket, TICKET_OVERHEAD } from './ticket.js';

const key = randomBytes(32);
const keyring = new Keyring([{ id: 0x01020304, key, notBeforeMs: 0, issueUntilMs: 100, acceptUntilMs: 200 }]);
const aad = utf8('fleet');
const plaintext = utf8('channel, client, secret, suite, lease');
const ticket = sealTicket(keyring, 50, aad, plaintext);

it('opens what it sealed, until the epoch ends', () => {
  expect(openTicket(keyring, 199, aad, ticket)).toEqual(Buffer.from(plaintext));
  expect(openTicket(keyring, 200, aad, ticket)).toBeUndefined();
});

it('has the documented layout: id, salt, and AES-256-GCM under HKDF(epoch key, salt, label) with id ‖ aad bound', () => {
  expect(ticket.length).toBe(plaintext.length + TICKET_OVERHEAD);
  const [id, salt, body, tag] = [ticket.subarray(0, 4), ticket.subarray(4, 36), ticket.subarray(36, -16), ticket.subarray(-16)];
  expect([...id]).toEqual([1, 2, 3, 4]);
  const derived = Buffer.from(hkdfSync('sha256', key, salt, utf8('keyway/1 ticket\0'), 32));
  const decipher = createDecipheriv('aes-256-gcm', derived, Buffer.alloc(12), { authTagLength: 16 }).setAAD(Buffer.concat([id, aad]));
  decipher.setAuthTag(tag);
  expect(Buffer.concat([decipher.update(body), decipher.final()])).toEqual(Buffer.from(plaintext));
});

it('is different each time, under another derived key', () => {
  expect(sealTicket(keyring, 50, aad, plaintext)).not.toEqual(ticket);
});

it('answers undefined to every flipped bit, the epoch id included', () => {
  for (let bit = 0; bit < ticket.length * 8; bit += 1) expect(openTicket(keyring, 50, aad, flip(ticket, bit))).toBeUndefined();
});

it('answers undefined to every truncation and to an extension', () => {
  for (let length = 0; length < ticket.length; length += 1)
    expect(openTicket(keyring, 50, aad, ticket.subarray(0, length))).toBeUndefined();
  expect(openTicket(keyring, 50, aad, Buffer.concat([ticket, Uint8Array.of(0)]))).toBeUndefined();
});

it('answers undefined under another AAD, another key of the same id, and an empty keyring', () => {
  expect(openTicket(keyring, 50, utf8('fleeT'), ticket)).toBeUndefined();
  const foreign = new Keyring([{ id: 0x01020304, key: randomBytes(32), notBeforeMs: 0, issueUntilMs: 100, acceptUntilMs: 200 }]);
  expect(openTicket(foreign, 50, aad, ticket)).toBeUndefined();
  expect(openTicket(new Keyring(), 50, aad, ticket)).toBeUndefined();
});

it('cannot be moved to another epoch that has the same key', () => {
  const twin = new Keyring([{ id: 5, key, notBeforeMs: 0, issueUntilMs: 100, acceptUntilMs: 200 }]);
  const moved = Buffer.from(ticket);
  moved.writeUInt32BE(5);
  expect(openTicket(twin, 50, aad, moved)).toBeUndefined();
});

it('is not sealed where no epoch may issue', () => {
  expect(() => sealTicket(keyring, 100, aad, plaintext)).toThrow(RangeError);
});

it('does the same work for an unknown epoch as for a forged ticket of a known one (T17)', () => {
  const [unknown, forged] = [flip(ticket, 0), flip(ticket, 400)];
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < 4000; i += 1) {
    [unknown, forged].forEach((each, which) => {
      const start = process.hrtime.bigint();
      openTicket(keyring, 50, aad, each);
      times[which]!.push(Number(process.hrtime.bigint() - start));
    });
  }
  const [a, b] = times.map((each) => each.sort((x, y) => x - y)[2000]!);
  expect(a! / b!).toBeGreaterThan(0.7); // without the dummy key the ratio is 0.1
  expect(a! / b!).toBeLessThan(1.4);
});
