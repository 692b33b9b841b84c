import { findSuite } from '@keyway/crypto';
import type { ChannelGrant, ChannelRequest, Envelope } from '@keyway/wire';
import { codeOf, decodeEnvelope, encodeEnvelope, groupIds, reasonOf, suiteIds } from '@keyway/wire';
import { openGrant } from './channel-grant.js';
import { checkRequest, verifyRequest, type PendingRequest } from './channel-request.js';
import { choose, nameOffer, offeredGroups, offeredSuites } from './negotiation.js';
import { startMs, TestFleet } from './testing/fleet.js';
import { counting, ed25519, rsa2048 } from './testing/keys.js';

const all = [1, 2, 3, 4];
/** Every list of some of these, in every order. */
function orders(of: readonly number[]): readonly (readonly number[])[] {
  return [[], ...of.flatMap((first) => orders(of.filter((id) => id !== first)).map((rest) => [first, ...rest]))];
}

it('offers every suite there is, AEADs first; and every group', () => {
  expect(offeredSuites).toEqual([
    suiteIds.AES_256_GCM,
    suiteIds.CHACHA20_POLY1305,
    suiteIds.AES_256_CBC_HMAC_SHA512,
    suiteIds.AES_128_CBC_HMAC_SHA256,
  ]);
  expect(offeredSuites.every((id) => findSuite(id) !== undefined)).toBe(true);
  expect([...offeredGroups].sort()).toEqual(Object.values(groupIds).sort());
});

it('over all 65 × 65 pairs of offer and accepted list: the first of the list that is offered, whatever the order of the offer', () => {
  const lists = orders(all);
  expect(lists.length).toBe(65);
  for (const offered of lists)
    for (const accepted of lists) {
      const chosen = choose(offered, accepted);
      const common = accepted.filter((id) => offered.includes(id));
      if (chosen !== common[0]) throw new Error(`${offered.join()} and ${accepted.join()} gave ${chosen}`);
    }
});

it('by the list a fleet is founded with, a CBC-HMAC suite is chosen only when no AEAD is common', () => {
  for (const offered of orders(all).filter((list) => list.length > 0)) {
    const chosen = choose(offered, offeredSuites)!;
    expect([offered, chosen > 2]).toEqual([offered, !offered.includes(1) && !offered.includes(2)]);
  }
});

it.each([[[0]], [[5]], [[7, 300]], [[65_535]], [[]], [[-1, NaN, 1.5]]])('takes nothing of the offer %j', (offered) => {
  expect(choose(offered, offeredSuites)).toBeUndefined();
});

it('DES and what else has no number is no suite by any name', () => {
  const names = Object.keys(suiteIds);
  for (const name of ['DES', 'DES-CBC', '3DES', 'RC4', 'AES_256_CBC', 'NULL', 'constructor', '__proto__', '']) {
    expect([name, names.includes(name), findSuite(name as unknown as number)]).toEqual([name, false, undefined]);
  }
});

it('names an offer, and by its number what has no name', () => {
  expect(nameOffer({ suites: [1, 9, 0], groups: [2] })).toBe('suites AES_256_GCM, 9 (unknown), 0 (unknown); groups X25519');
  expect(nameOffer({ suites: [], groups: [7] })).toBe('suites none; groups 7 (unknown)');
});

/** What a channel-broker and auth do together, without their sockets: bytes in, bytes out. */
class Fleet extends TestFleet {
  readonly clients = new Map([ed25519(50), rsa2048()].map((identity) => [hex(identity.public.fingerprint), identity.public]));

  answer(bytes: Uint8Array, accepted: readonly number[] = this.manifest.manifest.suites): Uint8Array {
    const envelope = decodeEnvelope(bytes);
    if (envelope?.kind !== 'channel_request') return refusal('malformed');
    const request = envelope.value;
    const fault = checkRequest(request, this.fleet, startMs);
    if (fault !== undefined) return refusal(fault);
    const suite = choose(request.suites, accepted);
    const group = choose(request.groups, this.manifest.manifest.groups);
    if (suite === undefined || group === undefined) return refusal('suite_unsupported');
    const client = this.clients.get(hex(request.clientId));
    if (client === undefined || !verifyRequest(request, client)) return refusal('unauthorised');
    const pending = { request, identity: { public: client } } as unknown as PendingRequest;
    return encodeEnvelope({ kind: 'channel_grant', value: this.grant(pending, { suite, group }) });
  }
}
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const refusal = (reason: Parameters<typeof codeOf>[0]): Uint8Array =>
  encodeEnvelope({ kind: 'refusal', value: { code: codeOf(reason), requestHash: new Uint8Array(0), timeMs: 0, retryAfterMs: 0 } });

const fleet = new Fleet();
type Meddle<T> = (value: T) => T;
/** One exchange with a man in the middle; what the client has in the end. */
function exchange(
  pending: PendingRequest,
  onRequest: Meddle<ChannelRequest> = (r) => r,
  onGrant: Meddle<ChannelGrant> = (g) => g,
  accepted?: readonly number[],
): unknown {
  const sent = encodeEnvelope({ kind: 'channel_request', value: onRequest(pending.request) });
  const answer: Envelope | undefined = decodeEnvelope(fleet.answer(sent, accepted));
  if (answer?.kind === 'refusal') return reasonOf(answer.value.code);
  if (answer?.kind !== 'channel_grant') throw new Error('no answer');
  const channel = openGrant(pending, onGrant(answer.value), startMs, undefined);
  return typeof channel === 'string' ? channel : channel.suite;
}

describe.each([
  ['Ed25519', ed25519(50)],
  ['RSA-2048', rsa2048()],
])('a client with an %s key', (_, identity) => {
  const ask = (suites?: readonly number[], groups?: readonly number[]): PendingRequest => fleet.request(identity, { suites, groups });

  it.each(orders(all).filter((list) => list.length === 1 || list.length === 4))('gets the best of what it offers: %j', (...suites) => {
    expect(exchange(ask(suites))).toBe(Math.min(...suites));
  });

  it('is refused by name when nothing is common: DES and all unknown ids, and a fleet without its suites', () => {
    for (const suites of [[0], [5], [7, 300], [65_535]]) expect(exchange(ask(suites))).toBe('suite_unsupported');
    expect(exchange(ask([3, 4]), undefined, undefined, [1, 2])).toBe('suite_unsupported');
    expect(exchange(ask([99, 4]))).toBe(suiteIds.AES_128_CBC_HMAC_SHA256);
  });

  it('T13: a man in the middle who strips, adds or reorders offers gets nothing from the fleet but unauthorised', () => {
    const pending = ask();
    for (const suites of [[4], [3, 4], [1], [4, 3, 2, 1], [1, 2, 3, 4, 9], [1, 1, 2, 3, 4]])
      expect([suites, exchange(pending, (r) => ({ ...r, suites }))]).toEqual([suites, 'unauthorised']);
    expect(exchange(pending, (r) => ({ ...r, suites: [5] }))).toBe('suite_unsupported'); // nothing is granted either
    expect(exchange(pending, (r) => ({ ...r, groups: [groupIds.X25519], mlKem: new Uint8Array(0) }))).toBe('unauthorised');
    expect(exchange(pending)).toBe(1);
  });

  it('T13: nor does he bring the client to another choice than the fleet made for this offer', () => {
    const weak = ask([4], [groupIds.X25519]);
    const weakAnswer = decodeEnvelope(fleet.answer(encodeEnvelope({ kind: 'channel_request', value: weak.request })));
    if (weakAnswer?.kind !== 'channel_grant') throw new Error('no grant');
    const pending = ask();
    expect(exchange(pending, undefined, () => weakAnswer.value)).toBe('bad_grant'); // of another, weaker request of the same client
    expect(exchange(pending, undefined, (g) => ({ ...g, requestHash: weak.hash }))).toBe('bad_grant');
    expect(exchange(pending, undefined, (g) => ({ ...g, group: groupIds.X25519, mlKemCiphertext: new Uint8Array(0) }))).toBe('bad_grant');
    const manifest = fleet.signed({ suites: [4] });
    const deceptive = { ...manifest.signed, rootKey: ed25519(99).public.spki };
    expect(exchange(pending, undefined, (g) => ({ ...g, manifest: deceptive }))).toBe('fleet_key_mismatch'); // a list of his own
  });

  it('T13: and a fleet that chose what was not offered is not believed, though it signed', () => {
    const pending = ask([1, 2]);
    for (const suite of [3, 4]) expect(openGrant(pending, fleet.grant(pending, { suite }), startMs, undefined)).toBe('bad_grant');
    expect(openGrant(pending, fleet.grant(pending, { suite: 2, share: counting(1) }), startMs, undefined)).toMatchObject({ suite: 2 });
  });
});
