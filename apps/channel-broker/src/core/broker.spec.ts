import { openTicket, randomBytes } from '@keyway/crypto';
import { openGrant, requestHash, type Channel } from '@keyway/session';
import {
  codeOf,
  decodeAuthorizeCall,
  decodeEnvelope,
  decodeTicketBody,
  encodeEnvelope,
  encodeRpcBatch,
  errorTable,
  limits,
  suiteIds,
  type ChannelGrant,
  type ErrorReason,
  type Refusal,
} from '@keyway/wire';
import * as bench from '../testing/workbench.js';
import type { Authorize, Broker, Reply } from './broker.js';

const { adam, askedOf, bytesOf, eve, fleet, grantOf, manifestAt, noon, openBroker, pendingBy, ticketsAt, yes } = bench;

const receive = (broker: Broker, bytes: Uint8Array, now = noon): Reply | Authorize => broker.receive(bytes, 'tcp:192.0.2.1', now);
const refusalIn = (step: { readonly bytes?: Uint8Array }): Refusal => {
  const envelope = step.bytes && decodeEnvelope(step.bytes);
  if (envelope?.kind !== 'refusal') throw new Error('no refusal');
  return envelope.value;
};
/** What a stranger hears. */
const heard = (step: { readonly kind: string; readonly bytes?: Uint8Array }): string | number =>
  step.kind === 'refused' ? (Object.keys(errorTable) as ErrorReason[]).find((name) => codeOf(name) === refusalIn(step).code)! : step.kind;

describe('issuing', () => {
  it.each([
    ['RSA', adam],
    ['Ed25519', eve],
  ])('gives a client with an %s key a channel that both ends and the ticket agree on', (_name, client) => {
    const broker = openBroker();
    const pending = pendingBy(client);
    const envelope = decodeEnvelope(grantOf(broker, pending));
    const channel = openGrant(pending, envelope!.value as ChannelGrant, noon, undefined) as Channel;
    const ticket = decodeTicketBody(openTicket(ticketsAt(noon), noon, fleet, channel.ticket)!)!;
    expect(channel).toMatchObject({
      suite: suiteIds.AES_256_GCM,
      issuedMs: noon,
      validUntilMs: noon + 86_400_000,
      settings: bench.settings,
    });
    expect(ticket).toMatchObject({ rights: 1, serial: 7, issuedMs: noon, validUntilMs: noon + 86_400_000 });
    expect([ticket.channelSecret, ticket.clientId].map((bytes) => Buffer.from(bytes))).toEqual(
      [channel.secret, client.public.fingerprint].map((bytes) => Buffer.from(bytes)),
    );
  });

  it('gives each channel the settings of the moment', () => {
    let now = bench.settings;
    const broker = openBroker({ settings: () => now });
    const settingsOf = (): unknown => {
      const pending = pendingBy();
      const envelope = decodeEnvelope(grantOf(broker, pending));
      return (openGrant(pending, envelope!.value as ChannelGrant, noon, undefined) as Channel).settings;
    };
    expect(settingsOf()).toEqual(bench.settings);
    now = { ...now, heartbeatMs: 2_000, timeoutMs: 5_000 };
    expect(settingsOf()).toEqual(now);
  });

  it('asks auth with the request as it came, where it came from and the lease it would give', () => {
    const bytes = bytesOf(pendingBy().request);
    const { body } = receive(openBroker({ leaseMs: 1_000 }), bytes) as Authorize;
    expect(decodeAuthorizeCall(body)).toMatchObject({ source: 'tcp:192.0.2.1', validUntilMs: noon + 1_000 });
    expect(Buffer.from(decodeAuthorizeCall(body)!.request).equals(bytes)).toBe(true);
  });

  it('names all routers of the manifest, each once', () => {
    const [service] = manifestAt(noon).manifest.services;
    const ids = Array.from({ length: 8 }, () => randomBytes(32));
    const plain = manifestAt(noon);
    const routers = ids.map((id) => ({ ...service!, role: 'router' as const, keyId: id }));
    const manifest = { ...plain, manifest: { ...plain.manifest, services: [...plain.manifest.services.slice(0, 1), ...routers] } };
    const pending = pendingBy(eve, { manifestHash: plain.hash });
    const envelope = decodeEnvelope(grantOf(openBroker({}, { manifest }), pending));
    const channel = openGrant(pending, envelope!.value as ChannelGrant, noon, manifest) as Channel;
    const hex = (list: readonly Uint8Array[]): readonly string[] => list.map((id) => Buffer.from(id).toString('hex')).sort();
    expect(hex(channel.routers)).toEqual(hex(ids));
  });

  it('uses the values made for a grant once, and leaves no share behind', () => {
    const broker = openBroker();
    const pending = pendingBy(adam);
    const values = bench.fresh();
    broker.issue(askedOf(broker, pending.request), yes(adam), values, noon);
    expect(() => values.x25519.agree(randomBytes(32))).toThrow(/wiped/);
    expect(values.share.every((byte) => byte === 0)).toBe(true);
  });
});

describe('what comes in', () => {
  const others = [
    encodeEnvelope({ kind: 'channel_grant', value: decodeEnvelope(grantOf(openBroker(), pendingBy()))!.value as ChannelGrant }),
    encodeEnvelope({ kind: 'refusal', value: { code: 1, requestHash: new Uint8Array(0), timeMs: 1, retryAfterMs: 0 } }),
    encodeEnvelope({ kind: 'manifest', value: manifestAt(noon).signed }),
    Buffer.from([0x32, 0]),
    Buffer.from([0x3a, 0]),
    Buffer.from([0x42, 0]),
  ];
  it.each(['channel_grant', 'refusal', 'manifest', 'attach', 'attached', 'record'].map((kind, i) => [kind, others[i]!] as const))(
    'refuses a %s by name and says which kind to count',
    (kind, bytes) => {
      const step = receive(openBroker(), bytes);
      expect(step).toMatchObject({ kind: 'forbidden', what: kind });
      expect(refusalIn(step as Reply).code).toBe(codeOf('frame_forbidden'));
    },
  );

  const good = bytesOf(pendingBy().request);
  it.each([
    ['nothing', new Uint8Array(0)],
    ['a field nobody knows', Buffer.from([0x4a, 1, 0])],
    ['a truncated request', good.subarray(0, good.length - 1)],
    ['a request with bytes behind it', Buffer.concat([good, Buffer.of(0)])],
    ['a request over the limit', Buffer.concat([Buffer.of(0x0a, 0xff, 0x3f), new Uint8Array(limits.helloBytes)])],
    [
      'calls of the services among themselves',
      encodeRpcBatch({ calls: [{ id: 1, pattern: 'auth.authorize', timeoutMs: 1, body: good, trace: '' }], answers: [] }),
    ],
    ['a manifest request for half a fleet', Buffer.from([0x22, 3, 0x0a, 1, 7])],
    ['an empty offer of suites', bytesOf({ ...pendingBy().request, suites: [] })],
  ])('closes the link on %s, without a word', (_what, bytes) => {
    expect(receive(openBroker(), bytes)).toEqual({ kind: 'malformed' });
  });

  it('never throws, whatever one byte is changed to', () => {
    const broker = openBroker();
    for (let at = 0; at < good.length; at += 7) {
      const changed = Uint8Array.from(good);
      changed[at]! ^= 0xff;
      expect(() => receive(broker, changed)).not.toThrow();
    }
  });

  it.each([
    ['another protocol version', { version: 2 }, 'version_unsupported'],
    ['another fleet', { fleet: randomBytes(32) }, 'fleet_wrong'],
    ['a time over a minute ago', { timeMs: noon - 60_001 }, 'request_stale'],
    ['a time over a minute ahead', { timeMs: noon + 60_001 }, 'request_stale'],
    ['DES, or what else there is', { suites: [99, 3, 4] }, 'suite_unsupported'],
    ['X25519 alone', { groups: [2], mlKem: new Uint8Array(0) }, 'suite_unsupported'],
    ['unknown groups', { groups: [9], mlKem: new Uint8Array(0) }, 'suite_unsupported'],
    ['the hybrid group without its key', { mlKem: new Uint8Array(0) }, 'malformed'],
  ] as const)('refuses %s by name, with the hash of the request and our time, and asks nobody', (_what, changed, reason) => {
    const request = { ...pendingBy().request, ...changed };
    const step = receive(openBroker(), bytesOf(request)) as Reply;
    expect(refusalIn(step)).toMatchObject({ code: codeOf(reason), timeMs: noon, retryAfterMs: 0 });
    expect(Buffer.from(refusalIn(step).requestHash)).toEqual(requestHash(request));
  });

  it('says what is first wrong: version, fleet, time, then the suites', () => {
    const all = { ...pendingBy().request, version: 2, fleet: randomBytes(32), timeMs: 0, suites: [99] };
    const say = (request: typeof all): string | number => heard(receive(openBroker(), bytesOf(request)));
    expect(say(all)).toBe('version_unsupported');
    expect(say({ ...all, version: 1 })).toBe('fleet_wrong');
    expect(say({ ...all, version: 1, fleet })).toBe('request_stale');
    expect(say({ ...all, version: 1, fleet, timeMs: noon })).toBe('suite_unsupported');
  });
});

describe('the choice', () => {
  const chosen = (broker: Broker, suites: readonly number[], groups: readonly number[]): readonly number[] => {
    const { suite, group } = askedOf(broker, pendingBy(eve, { suites, groups }).request);
    return [suite, group];
  };

  it("follows the fleet's order, not the client's", () => {
    expect(chosen(openBroker(), [2, 1], [1])).toEqual([1, 1]);
    const reversed = openBroker({}, { manifest: manifestAt(noon, { suites: [2, 1] }) });
    expect(chosen(reversed, [1, 2], [1])).toEqual([2, 1]);
  });

  it('takes no suite the manifest leaves out', () => {
    const narrow = openBroker({}, { manifest: manifestAt(noon, { suites: [1] }) });
    expect(heard(receive(narrow, bytesOf(pendingBy(eve, { suites: [2] }).request)))).toBe('suite_unsupported');
  });

  it('takes X25519 alone only where it is allowed, and prefers the hybrid group there too', () => {
    const broker = openBroker({ allowX25519: true });
    expect(chosen(broker, [1], [2, 1])).toEqual([1, 1]);
    const classic = { ...pendingBy().request, groups: [2], mlKem: new Uint8Array(0) };
    expect(askedOf(broker, classic).group).toBe(2);
  });
});

describe('what strangers hear', () => {
  const hears = (outcome: Parameters<Broker['decide']>[1]): Reply => {
    const broker = openBroker();
    return broker.decide(askedOf(broker, pendingBy().request), outcome, noon) as Reply;
  };
  const no = (reason: ErrorReason): Reply => hears(yes(eve, { code: codeOf(reason), spki: new Uint8Array(0) }));

  it('is one answer for unknown, forged, weak and repeated, the same bytes but for the hash', () => {
    const broker = openBroker();
    const { request } = pendingBy();
    const answers = [
      ...(['unauthorised', 'bad_transcript', 'weak_key', 'key_unsupported'] as const).map((reason) => yes(eve, { code: codeOf(reason) })),
      yes(eve, { known: true }),
    ].map((outcome) => broker.decide(askedOf(broker, request), outcome, noon) as Reply);
    expect(answers.map(heard)).toEqual(answers.map(() => 'unauthorised'));
    expect(new Set(answers.map(({ bytes }) => Buffer.from(bytes!).toString('hex'))).size).toBe(1);
  });

  it('keeps the true reason for our counters', () => expect(no('bad_transcript')).toMatchObject({ reason: 'bad_transcript' }));

  it.each(['request_stale', 'fleet_wrong', 'version_unsupported', 'suite_unsupported'] as const)('names %s', (reason) =>
    expect(heard(no(reason))).toBe(reason),
  );

  it.each(['unavailable', 'backpressure', 'store_full', 'store_failed'] as const)(
    'is unavailable, with a time to come back, for %s',
    (reason) => {
      expect(heard(hears(reason))).toBe('unavailable');
      expect(refusalIn(hears(reason)).retryAfterMs).toBe(1_000);
    },
  );

  it('is forbidden, with a time to come back, for a client that proved its key and is blocked', () => {
    expect(heard(no('forbidden'))).toBe('forbidden');
    expect(refusalIn(no('forbidden')).retryAfterMs).toBe(10_000);
  });

  it.each(['internal', 'forbidden', 'state_damaged'] as const)('is internal for %s, which is our fault', (reason) =>
    expect(heard(hears(reason))).toBe('internal'),
  );

  it('is unavailable while there is no manifest, an expired one, or no epoch to issue under', () => {
    const { request } = pendingBy(eve, { nowMs: noon });
    const bytes = bytesOf(request);
    expect(heard(receive(openBroker({}, { manifest: undefined }), bytes))).toBe('unavailable');
    expect(heard(receive(openBroker({}, { manifest: manifestAt(noon - 86_400_000) }), bytes))).toBe('unavailable');
    expect(heard(receive(openBroker({}, { tickets: ticketsAt(noon - 3_600_000) }), bytes))).toBe('unavailable');
  });
});

describe('a manifest request', () => {
  it('is answered with the signed manifest', () => {
    const step = receive(openBroker(), encodeEnvelope({ kind: 'manifest_request', value: { fleet } }));
    const envelope = decodeEnvelope((step as Reply).bytes!);
    expect(envelope?.kind).toBe('manifest');
  });

  it('that names no fleet is answered too: a person compares the fingerprint', () => {
    const step = receive(openBroker(), encodeEnvelope({ kind: 'manifest_request', value: { fleet: new Uint8Array(0) } }));
    const envelope = decodeEnvelope((step as Reply).bytes!);
    expect(envelope).toEqual({ kind: 'manifest', value: manifestAt(noon).signed });
  });

  it('for another fleet is refused by name, and while there is none it is unavailable', () => {
    expect(heard(receive(openBroker(), encodeEnvelope({ kind: 'manifest_request', value: { fleet: randomBytes(32) } })))).toBe(
      'fleet_wrong',
    );
    const empty = openBroker({}, { manifest: undefined });
    expect(heard(receive(empty, encodeEnvelope({ kind: 'manifest_request', value: { fleet } })))).toBe('unavailable');
  });
});

describe('a request that comes again', () => {
  const again = (broker: Broker, request: Parameters<typeof askedOf>[1], now: number) =>
    broker.decide(askedOf(broker, request, now), yes(eve, { known: true }), now);

  it('gets the same bytes for half a minute, then nothing that tells it from a stranger', () => {
    const broker = openBroker();
    const pending = pendingBy();
    const first = grantOf(broker, pending);
    for (const now of [noon, noon + 29_999]) {
      const step = again(broker, pending.request, now);
      expect(step.kind).toBe('repeated');
      expect(Buffer.from((step as { bytes: Uint8Array }).bytes).equals(first)).toBe(true);
    }
    expect(heard(again(broker, pending.request, noon + 30_000) as Reply)).toBe('unauthorised');
  });

  it('waits for the grant that is being signed, and is unauthorised when that is abandoned', () => {
    const broker = openBroker();
    const pending = pendingBy();
    const grant = bench.unsignedOf(broker, pending);
    expect(again(broker, pending.request, noon)).toEqual({ kind: 'wait', name: grant.name });
    broker.abandon(grant);
    expect(heard(again(broker, pending.request, noon) as Reply)).toBe('unauthorised');
  });

  it('is unauthorised at a broker that did not make the grant', () => {
    const pending = pendingBy();
    grantOf(openBroker(), pending);
    expect(heard(again(openBroker(), pending.request, noon) as Reply)).toBe('unauthorised');
  });
});
