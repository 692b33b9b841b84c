import { hkdf, Keyring, label, sealTicket, X25519Key } from '@keyway/crypto';
import type { Attach, Attached } from '@keyway/wire';
import { decodeEnvelope, encodeEnvelope, encodeTicketBody, readRecordHead, suiteIds } from '@keyway/wire';
import { acceptAttach, beginAttach, finishAttach, type AcceptedAttach, type PendingAttach } from './attach.js';
import type { Channel } from './channel-grant.js';
import { Session } from './session.js';
import { dayMs, startMs, TestFleet, testSettings } from './testing/fleet.js';
import { counting, ed25519 } from './testing/keys.js';
import { ignore } from './testing/visitor.js';
import { deriveTraffic, type Traffic } from './traffic.js';

const fleet = new TestFleet();
const channel = fleet.channel(ed25519(50));
const router = fleet.routers[0]!.service;
const flip = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes).with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1);

const begin = (of: Channel = channel, to = router, salt = counting(1)): PendingAttach => beginAttach(of, to, X25519Key.generate(), salt)!;
const accept = (hello: Attach, nowMs = startMs, index = 0, tickets = fleet.tickets): AcceptedAttach | string =>
  acceptAttach(hello, fleet.router(index), tickets, X25519Key.generate(), nowMs);
function accepted(hello: Attach): AcceptedAttach {
  const result = accept(hello);
  if (typeof result === 'string') throw new Error(result);
  return result;
}
function finished(pending: PendingAttach, answer: Attached): Traffic {
  const traffic = finishAttach(pending, answer);
  if (traffic === 'router_unproven') throw new Error(traffic);
  return traffic;
}
const reason = (result: AcceptedAttach | string): string => (typeof result === 'string' ? result : 'accepted');

it.each(Object.values(suiteIds))('both ends hold the same keys of suite %d, one set for each direction', (suite) => {
  const pending = begin(fleet.channel(ed25519(50), { suite }));
  const sent = decodeEnvelope(encodeEnvelope({ kind: 'attach', value: pending.hello }));
  if (sent?.kind !== 'attach') throw new Error('not an attach');
  const { answer, ticket, traffic } = accepted(sent.value);
  expect(Buffer.from(ticket.clientId)).toEqual(Buffer.from(ed25519(50).public.fingerprint));
  const ours = finished(pending, answer);
  const sealed = new Uint8Array(ours.c2r.sealedBytes(5));
  ours.c2r.sealInto(1, counting(0, 5), sealed, 0);
  expect([traffic.c2r.open(1, sealed), traffic.r2c.open(1, sealed), ours.r2c.open(1, sealed)]).toEqual([
    counting(0, 5),
    undefined,
    undefined,
  ]);
  traffic.r2c.sealInto(1, counting(0, 5), sealed, 0);
  expect([ours.r2c.open(1, sealed), ours.c2r.open(1, sealed)]).toEqual([counting(0, 5), undefined]);
});

describe('a hello on its way', () => {
  const { hello } = begin();
  it.each(Object.keys(hello) as (keyof Attach)[])('is refused when its %s was changed, before any key agreement', (field) => {
    expect(reason(accept({ ...hello, [field]: flip(hello[field]) }))).toBe(field === 'proof' ? 'unauthorised' : 'malformed');
    expect(reason(accept(hello))).toBe('accepted');
  });

  it('is refused by every other router, and by a router of another fleet with the same keys', () => {
    expect(reason(accept(hello, startMs, 1))).toBe('malformed');
    expect(reason(acceptAttach(hello, { ...fleet.router(), fleet: counting(1) }, fleet.tickets, X25519Key.generate(), startMs))).toBe(
      'malformed',
    );
  });
});

it("a stranger who knows the manifest and somebody else's ticket is unauthorised: a ticket alone is worth nothing", () => {
  const stolen = { ...channel, secret: counting(5) };
  expect(reason(accept(begin(stolen).hello))).toBe('unauthorised');
});

it('unknown epochs, forged tickets, tickets of another fleet and ended epochs are unauthorised alike', () => {
  const body = (secret: Uint8Array): Uint8Array =>
    encodeTicketBody({
      channelId: channel.id,
      clientId: counting(2),
      channelSecret: secret,
      suite: 1,
      issuedMs: startMs,
      validUntilMs: startMs + dayMs,
      rights: 1,
      serial: 1,
    });
  const foreign = new Keyring([{ id: 8, key: counting(9), notBeforeMs: 0, issueUntilMs: startMs + dayMs, acceptUntilMs: startMs + dayMs }]);
  const unknown = sealTicket(foreign, startMs, fleet.fleet, body(channel.secret));
  const elsewhere = sealTicket(fleet.tickets, startMs, counting(3), body(channel.secret));
  for (const ticket of [unknown, elsewhere, flip(channel.ticket), counting(0, 40), counting(0, 512), Uint8Array.of(1)]) {
    expect(reason(accept(begin({ ...channel, ticket }).hello))).toBe('unauthorised');
  }
  expect(reason(accept(begin().hello, startMs + 4 * dayMs))).toBe('unauthorised');
  // the secret that stands in for an unknown ticket is no way in
  expect(reason(accept(begin({ ...channel, ticket: unknown, secret: new Uint8Array(32) }).hello))).toBe('unauthorised');
});

it('T30: the lease ends at its last millisecond, by the clock of the router', () => {
  expect([reason(accept(begin().hello, startMs + dayMs - 1)), reason(accept(begin().hello, startMs + dayMs))]).toEqual([
    'accepted',
    'channel_expired',
  ]);
});

it('T7: a replayed hello is answered with keys its sender cannot have', () => {
  const pending = begin();
  const first = accepted(pending.hello);
  const second = accepted(pending.hello);
  const ours = finished(pending, first.answer);
  expect(Buffer.from(second.answer.x25519)).not.toEqual(Buffer.from(first.answer.x25519));
  const record = new Uint8Array(20);
  ours.c2r.sealInto(1, counting(0, 4), record, 0);
  expect([first.traffic.c2r.open(1, record), second.traffic.c2r.open(1, record)]).toEqual([counting(0, 4), undefined]);
});

it('an answer of which any bit was changed, or to another hello, is router_unproven', () => {
  for (const change of [(a: Attached) => ({ ...a, x25519: flip(a.x25519) }), (a: Attached) => ({ ...a, confirm: flip(a.confirm) })]) {
    const pending = begin();
    expect(finishAttach(pending, change(accepted(pending.hello).answer))).toBe('router_unproven');
  }
  const pending = begin();
  expect(finishAttach(pending, accepted(begin().hello).answer)).toBe('router_unproven');
});

it('a router without its static key is router_unproven, even with every epoch key and channel secret', () => {
  const pending = begin();
  const imposter = { ...fleet.router(), key: X25519Key.generate() };
  const result = acceptAttach(pending.hello, imposter, fleet.tickets, X25519Key.generate(), startMs);
  if (typeof result === 'string') throw new Error(result);
  expect(finishAttach(pending, result.answer)).toBe('router_unproven');
});

it('refuses points of small order, whose shared secret is zero, on both sides', () => {
  const small = [new Uint8Array(32), new Uint8Array(32).with(0, 1), new Uint8Array(32).fill(0xff).with(0, 0xec).with(31, 0x7f)];
  for (const x25519 of small) {
    expect(finishAttach(begin(), { x25519, confirm: counting(0) })).toBe('router_unproven');
    expect(beginAttach(channel, { ...router, exchangeKey: x25519 }, X25519Key.generate(), counting(1))).toBeUndefined();
    const ephemeral = { ...X25519Key.generate(), publicKey: x25519, agree: () => counting(1), wipe: () => undefined };
    const proven = beginAttach(channel, router, ephemeral as unknown as X25519Key, counting(1))!;
    expect(reason(accept(proven.hello))).toBe('malformed');
  }
});

it('refuses a ticket of a suite it does not know', () => {
  const ticket = sealTicket(
    fleet.tickets,
    startMs,
    fleet.fleet,
    encodeTicketBody({
      channelId: channel.id,
      clientId: counting(2),
      channelSecret: channel.secret,
      suite: 5,
      issuedMs: startMs,
      validUntilMs: startMs + dayMs,
      rights: 1,
      serial: 1,
    }),
  );
  expect(reason(accept(begin({ ...channel, ticket }).hello))).toBe('suite_unsupported');
});

it('wipes what it no longer needs: the pre-shared key, the static secret and both ephemeral keys', () => {
  const pending = begin();
  const ephemeral = X25519Key.generate();
  const result = acceptAttach(pending.hello, fleet.router(), fleet.tickets, ephemeral, startMs);
  if (typeof result === 'string') throw new Error(result);
  finished(pending, result.answer);
  expect([...pending.psk, ...pending.es, ...result.ticket.channelSecret].every((byte) => byte === 0)).toBe(true);
  expect(() => ephemeral.agree(counting(9))).toThrow();
  expect(() => pending.ephemeral.agree(counting(9))).toThrow();
});

it('T16: every long-term key, epoch key and channel secret with the recorded traffic reads no record; an ephemeral key does', () => {
  const clientKey = X25519Key.generate();
  const pending = beginAttach(channel, router, clientKey, counting(1))!;
  // the thief copies an ephemeral key while it lives: the control that shows the derivation below is the right one
  const stolen = clone(clientKey);
  const { answer } = accepted(pending.hello);
  const { helloHash } = pending;
  const client = new Session('client', finished(pending, answer), testSettings, startMs, Infinity);
  client.out.heartbeat(startMs);
  const record = client.flush(startMs)!;

  const head = { seq: 0, start: 0 };
  readRecordHead(record, head);
  const reads = (psk: Uint8Array, es: Uint8Array, ee: Uint8Array): boolean =>
    deriveTraffic(channel.suite, psk, es, ee, helloHash, answer.x25519)!.traffic.c2r.open(head.seq, record.subarray(head.start)) !==
    undefined;

  const psk = hkdf(channel.secret, new Uint8Array(0), label('attach'), 64).subarray(0, 32); // from the channel secret
  const es = fleet.routers[0]!.exchange.agree(pending.hello.x25519)!; // from the router's static key
  const longTerm = [fleet.routers[0]!.exchange, fleet.routers[1]!.exchange, fleet.broker.exchange];
  const peers = [pending.hello.x25519, answer.x25519, ...longTerm.map((key) => key.publicKey)];
  const guesses = [
    ...longTerm.flatMap((key) => peers.map((peer) => key.agree(peer)!)),
    psk,
    es,
    channel.secret,
    new Uint8Array(32),
    ...peers,
  ];
  expect(guesses.map((ee) => reads(psk, es, ee))).toEqual(guesses.map(() => false));
  expect(reads(psk, es, stolen.agree(answer.x25519)!)).toBe(true);

  const routerSide = new Session(
    'router',
    deriveTraffic(channel.suite, psk, es, stolen.agree(answer.x25519)!, helloHash, answer.x25519)!.traffic,
    testSettings,
    startMs,
    Infinity,
  );
  expect(routerSide.receive(record, startMs, ignore)).toBe('taken');
});

const clone = (key: X25519Key): X25519Key => X25519Key.fromPem(key.toPem());
