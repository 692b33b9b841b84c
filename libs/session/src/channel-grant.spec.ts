import { createHash } from 'node:crypto';
import { createAead, hkdf, Keyring, label, openTicket, X25519Key } from '@keyway/crypto';
import type { ChannelGrant, ChannelRequest } from '@keyway/wire';
import { decodeEnvelope, decodeTicketBody, encodeEnvelope, groupIds, limits, suiteIds } from '@keyway/wire';
import { grantChannel, grantTranscript, openGrant, type GrantInput } from './channel-grant.js';
import { channelIdOf, type PendingRequest } from './channel-request.js';
import { requestTranscript } from './request-transcript.js';
import { dayMs, startMs, TestFleet, testSettings } from './testing/fleet.js';
import { counting, ed25519, rsa2048, rsa3072 } from './testing/keys.js';
import { signaturesIn } from './testing/signatures.js';

const fleet = new TestFleet();
const other = new TestFleet(100);
const adam = ed25519(50);
const flip = (bytes: Uint8Array): Uint8Array =>
  bytes.length === 0 ? Uint8Array.of(1) : bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1);
const opened = (
  pending: PendingRequest,
  grant: ChannelGrant,
  known = undefined as TestFleet['manifest'] | undefined,
  nowMs = startMs,
  newest = 0,
): unknown => {
  const channel = openGrant(pending, grant, nowMs, known, newest);
  return typeof channel === 'string' ? channel : 'opened';
};

const identities = [
  ['Ed25519', adam],
  ['RSA-2048', rsa2048()],
  ['RSA-3072', rsa3072()],
] as const;
const groups = Object.entries(groupIds);
const suites = Object.entries(suiteIds);
const all = identities.flatMap(([kind, identity]) =>
  groups.flatMap(([group, g]) => suites.map(([suite, s]) => [kind, group, suite, identity, g, s] as const)),
);

it.each(all)('%s, %s, %s: both sides hold the same channel', (_kind, _group, _suite, identity, group, suite) => {
  const pending = fleet.request(identity);
  const message = encodeEnvelope({ kind: 'channel_grant', value: fleet.grant(pending, { group, suite }) });
  expect(message.length).toBeLessThanOrEqual(limits.answerBytes);
  const received = decodeEnvelope(message);
  if (received?.kind !== 'channel_grant') throw new Error('not a grant');
  const channel = openGrant(pending, received.value, startMs, undefined);
  if (typeof channel === 'string') throw new Error(channel);
  const ticket = decodeTicketBody(openTicket(fleet.tickets, startMs, fleet.fleet, channel.ticket)!)!;
  expect(ticket).toMatchObject({ suite, rights: 1, serial: 1, issuedMs: startMs, validUntilMs: startMs + dayMs });
  expect(Buffer.from(ticket.channelSecret)).toEqual(Buffer.from(channel.secret));
  expect(Buffer.from(ticket.channelId)).toEqual(Buffer.from(channelIdOf(requestTranscript(pending.request))));
  expect(Buffer.from(ticket.clientId)).toEqual(Buffer.from(identity.public.fingerprint));
  expect(channel).toMatchObject({ suite, issuedMs: startMs, validUntilMs: startMs + dayMs, settings: testSettings });
  expect(channel.routers.map((id) => Buffer.from(id))).toEqual(fleet.routers.map(({ service }) => Buffer.from(service.keyId)));
});

it('brings the manifest along unless the request named that very one', () => {
  const knowing = fleet.request(adam, { manifestHash: fleet.manifest.hash });
  const grant = fleet.grant(knowing);
  expect(grant.manifest).toBeUndefined();
  expect([opened(knowing, grant, fleet.manifest), opened(knowing, grant)]).toEqual(['opened', 'bad_manifest']);
  expect(fleet.grant(fleet.request(adam)).manifest).toBe(fleet.manifest.signed);
  expect(fleet.grant(fleet.request(adam, { manifestHash: counting(1) })).manifest).toBe(fleet.manifest.signed);
});

describe('a grant on its way', () => {
  const pending = fleet.request(rsa2048(), { manifestHash: fleet.manifest.hash });
  const grant = fleet.grant(pending);
  const { manifest: _, ...fields } = grant;
  const changed: Partial<Record<keyof ChannelGrant, ChannelGrant>> = {};
  for (const name of Object.keys(fields) as (keyof typeof fields)[]) {
    const value = fields[name];
    changed[name] = { ...grant, [name]: typeof value === 'number' ? 3 - value : flip(value) };
  }

  it.each(Object.keys(changed))('T1: is refused when its %s was changed', (name) => {
    const reason = name === 'manifestHash' ? 'bad_manifest' : 'bad_grant';
    expect(opened(pending, changed[name as keyof ChannelGrant]!, fleet.manifest)).toBe(reason);
    expect(opened(pending, grant, fleet.manifest)).toBe('opened');
  });

  it.each([65_537, 65_538, -1])('is refused when its group reads %d, which is another number with the same two bytes', (group) => {
    expect(opened(pending, { ...grant, group }, fleet.manifest)).toBe('bad_grant');
  });

  it('T13: is refused for a group or a suite that was not offered, though the fleet signed it', () => {
    const small = fleet.request(adam, { groups: [groupIds.X25519], suites: [suiteIds.AES_256_GCM] });
    expect(opened(small, fleet.grant(small, { group: groupIds.X25519 }))).toBe('opened');
    expect(opened(small, fleet.grant(small, { group: groupIds.X25519, suite: suiteIds.CHACHA20_POLY1305 }))).toBe('bad_grant');
    const hybrid = fleet.request(adam, { groups: [groupIds.X25519_MLKEM768] });
    expect(opened(hybrid, fleet.grant(hybrid, { group: groupIds.X25519 }))).toBe('bad_grant');
  });

  it('is refused for another request of the same client', () => {
    const again = fleet.request(rsa2048(), { manifestHash: fleet.manifest.hash });
    expect(opened(again, grant, fleet.manifest)).toBe('bad_grant');
  });

  it('is refused when a router or auth signed it: only a channel-broker grants', () => {
    const router = fleet.routers[0]!;
    expect(opened(pending, fleet.grant(pending, { keyId: router.service.keyId }, router.identity), fleet.manifest)).toBe('bad_grant');
    expect(opened(pending, fleet.grant(pending, {}, router.identity), fleet.manifest)).toBe('bad_grant');
    expect(opened(pending, fleet.grant(pending, {}, fleet.root), fleet.manifest)).toBe('bad_grant');
  });

  it('T2: is refused under a signature that was made for a manifest or a request', () => {
    const bare = grantTranscript(grant, grant.sealed).subarray(64 + 'keyway/1 channel-grant\0'.length);
    for (const type of ['manifest', 'channel-request', 'channel-grant']) {
      const head = Buffer.from(`${' '.repeat(64)}keyway/1 ${type}\0`);
      const signature = fleet.broker.identity.sign(Buffer.concat([head, bare]));
      expect(opened(pending, { ...grant, signature }, fleet.manifest)).toBe(type === 'channel-grant' ? 'opened' : 'bad_grant');
    }
  });

  it('T1: of a deceptive server, which holds keys and a manifest of its own, is fleet_key_mismatch', () => {
    expect(opened(pending, other.grant(pending), fleet.manifest)).toBe('fleet_key_mismatch');
    expect(opened(pending, { ...other.grant(pending), manifest: undefined }, fleet.manifest)).toBe('bad_manifest');
    expect(opened(pending, { ...other.grant(pending), manifest: undefined, manifestHash: fleet.manifest.hash }, fleet.manifest)).toBe(
      'bad_grant',
    );
  });
});

describe('the manifest behind a grant', () => {
  const by = (manifest: TestFleet['manifest'], known?: TestFleet['manifest'], nowMs = startMs, newest = 0): unknown => {
    const pending = fleet.request(adam, { manifestHash: known?.hash });
    return opened(pending, fleet.grant(pending, { manifest }), known, nowMs, newest);
  };

  it('must be valid now, also when the client has known it for long', () => {
    const expired = fleet.signed({ notBeforeMs: startMs - 2 * dayMs, expiresMs: startMs });
    expect([by(expired), by(expired, expired)]).toEqual(['bad_manifest', 'bad_manifest']);
    expect(by(fleet.manifest, fleet.manifest, fleet.manifest.manifest.expiresMs)).toBe('bad_manifest');
  });

  it('may be newer than the known one, never older', () => {
    const older = fleet.signed({ version: 2 });
    const newer = fleet.signed({ version: 4 });
    expect([
      by(newer, fleet.manifest),
      by(older, fleet.manifest),
      by(older, undefined, startMs, 3),
      by(fleet.manifest, fleet.manifest, startMs, 4),
    ]).toEqual(['opened', 'bad_manifest', 'bad_manifest', 'bad_manifest']);
  });

  it('must be signed: one changed bit is bad_manifest', () => {
    const pending = fleet.request(adam);
    const grant = fleet.grant(pending);
    const forged = { ...fleet.manifest.signed, signature: flip(fleet.manifest.signed.signature) };
    expect(opened(pending, { ...grant, manifest: forged })).toBe('bad_manifest');
  });

  it('must be the one the grant names', () => {
    const pending = fleet.request(adam);
    const newer = fleet.signed({ version: 4 });
    expect(opened(pending, { ...fleet.grant(pending), manifest: newer.signed })).toBe('bad_manifest');
  });

  it('must be of the pinned fleet, also when it is the known one', () => {
    const pending = fleet.request(adam, { manifestHash: other.manifest.hash });
    expect(opened(pending, { ...other.grant(pending), manifest: undefined }, other.manifest)).toBe('bad_manifest');
  });
});

it.each<[string, Partial<GrantInput>]>([
  ['no heartbeat', { settings: { ...testSettings, heartbeatMs: 0 } }],
  ['a timeout within the heartbeat', { settings: { ...testSettings, timeoutMs: 15_000 } }],
  ['a window of no messages', { settings: { ...testSettings, windowMessages: 0 } }],
  ['a window of no bytes', { settings: { ...testSettings, windowBytes: 0 } }],
  ['no streams', { settings: { ...testSettings, maxStreams: 0 } }],
  ['bodies over the limit of the protocol', { settings: { ...testSettings, maxBodyBytes: limits.bodyBytes + 1 } }],
  ['a lease that is over as it begins', { validUntilMs: startMs }],
])('refuses a grant with %s: no session could live with it', (_, change) => {
  const pending = fleet.request(adam);
  expect(opened(pending, fleet.grant(pending, change))).toBe('bad_grant');
});

it('T3: the fleet signs exactly once', () => {
  const pending = fleet.request(adam);
  expect(signaturesIn(() => fleet.grant(pending))).toBe(1);
});

it('is not made for ephemeral values that are no keys, nor without an open epoch', () => {
  const { request } = fleet.request(adam);
  const grant = (change: Partial<ChannelRequest>, more: Partial<GrantInput> = {}): unknown =>
    grantChannel({
      request: { ...request, ...change },
      client: adam.public,
      rights: 1,
      serial: 1,
      suite: 1,
      group: groupIds.X25519_MLKEM768,
      validUntilMs: startMs + dayMs,
      nowMs: startMs,
      settings: testSettings,
      routers: [],
      keyId: fleet.broker.service.keyId,
      manifest: fleet.manifest,
      tickets: fleet.tickets,
      x25519: X25519Key.generate(),
      share: counting(1),
      ...more,
    });
  expect(grant({})).toBeDefined();
  expect(grant({ x25519: new Uint8Array(32) })).toBeUndefined();
  expect(grant({ x25519: new Uint8Array(32).with(0, 1) })).toBeUndefined();
  expect(grant({ mlKem: new Uint8Array(1184).fill(0xff) })).toBeUndefined();
  expect(grant({ mlKem: new Uint8Array(0) })).toBeUndefined();
  expect(grant({}, { tickets: new Keyring() })).toBeUndefined();
  expect(grant({}, { nowMs: startMs + 3 * dayMs })).toBeUndefined();
});

it('needs every secret: the body opens with all of them and with none left out', () => {
  const identity = rsa2048();
  const pending = fleet.request(identity);
  const grant = fleet.grant(pending);
  const agreed = pending.x25519.agree(grant.x25519)!;
  const kem = pending.mlKem.decapsulate(grant.mlKemCiphertext)!;
  const share = identity.openShare(grant.oaepShare)!;
  const head = grantTranscript(grant, new Uint8Array(0)).subarray(64 + 'keyway/1 channel-grant\0'.length, -2);
  const headHash = hashOf(label('grant-hash', head));
  const open = (...secrets: readonly Uint8Array[]): boolean => {
    const keys = hkdf(Buffer.concat(secrets), new Uint8Array(0), label('grant-key', headHash), 64);
    return createAead(suiteIds.AES_256_GCM, keys.subarray(0, 32)).open(new Uint8Array(12), grant.sealed, headHash) !== undefined;
  };
  const zeros = new Uint8Array(32);
  expect(open(agreed, kem, share)).toBe(true);
  expect([open(zeros, kem, share), open(agreed, zeros, share), open(agreed, kem, zeros), open(agreed, kem), open(agreed, share)]).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

function hashOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}
