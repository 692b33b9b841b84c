import { openTicket, PrivateIdentity, randomBytes, sha256 } from '@keyway/crypto';
import { openGrant, requestHash, verifyManifest, type Channel } from '@keyway/session';
import { decodeTicketBody, encodeEnvelope, encodeRpcBatch, groupIds, suiteIds, type ChannelRequest } from '@keyway/wire';
import { generateKeyPairSync } from 'node:crypto';
import { connect } from 'node:net';
import { TestFleet } from '../testing/fleet.js';
import type { Service } from '../testing/service.js';
import { bytesOf, opened, requestBy, said, Stranger } from '../testing/stranger.js';

const repeatMs = 1_000;
let fleet: TestFleet;
let auth: Service;
let broker: Service;
let endpoints: readonly string[];
let link: Stranger;
beforeAll(async () => {
  fleet = new TestFleet();
  auth = fleet.startAuth();
  broker = fleet.startBroker({ BROKER_REPEAT_MS: String(repeatMs), BROKER_FIRST_MESSAGE_MS: '700', BROKER_IDLE_MS: '1200' });
  await Promise.all([auth.ready(), broker.ready()]);
  endpoints = await fleet.endpoints(broker);
}, 20_000);
afterAll(() => fleet.stop());
beforeEach(async () => {
  link = await Stranger.at(endpoints[0]!);
});
afterEach(() => link.leave());

const adam = PrivateIdentity.generate('rsa-3072');
const eve = PrivateIdentity.generate('ed25519');
const changed = (request: ChannelRequest, change: Partial<ChannelRequest>): Uint8Array => bytesOf({ ...request, ...change });

describe.each([
  ['TCP', 0],
  ['ZeroMQ', 1],
])('over %s', (_transport, at) => {
  it.each([
    ['RSA-3072', adam],
    ['Ed25519', eve],
  ])('a client with %s gets a channel whose ticket opens with the keyring', async (_name, client) => {
    const own = await Stranger.at(endpoints[at]!);
    const pending = requestBy(client, fleet.fleet);
    const grant = opened('channel_grant', await own.ask(bytesOf(pending.request)));
    const channel = openGrant(pending, grant, Date.now(), undefined) as Channel;
    const ticket = decodeTicketBody(openTicket(await fleet.keyring(), Date.now(), fleet.fleet, channel.ticket)!)!;
    expect(channel).toMatchObject({ suite: suiteIds.AES_256_GCM, routers: [fleet.router.id] });
    expect(ticket).toMatchObject({ rights: 13, validUntilMs: channel.validUntilMs, suite: channel.suite });
    expect(Buffer.from(ticket.channelSecret).equals(channel.secret)).toBe(true);
    expect(Buffer.from(ticket.clientId).equals(client.public.fingerprint)).toBe(true);
    expect(grant.group).toBe(groupIds.X25519_MLKEM768);
    own.leave();
  });

  it('whoever asks gets the manifest, which proves itself by the pin', async () => {
    const own = await Stranger.at(endpoints[at]!);
    const signed = opened('manifest', await own.ask(encodeEnvelope({ kind: 'manifest_request', value: { fleet: fleet.fleet } })));
    expect(verifyManifest(signed, fleet.fleet, Date.now())).toMatchObject({ manifest: { version: 1 } });
    own.leave();
  });
});

it('knows a client by its id once it is enrolled', async () => {
  const client = PrivateIdentity.generate('ed25519');
  expect(said(await link.ask(bytesOf(requestBy(client, fleet.fleet, { enrol: false }).request)))).toBe('unauthorised');
  expect(said(await link.ask(bytesOf(requestBy(client, fleet.fleet).request)))).toBe('channel_grant');
  expect(said(await link.ask(bytesOf(requestBy(client, fleet.fleet, { enrol: false }).request)))).toBe('channel_grant');
});

it('gives each later channel of a client a larger serial, and brings no manifest that the client named', async () => {
  const serials: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const pending = requestBy(eve, fleet.fleet);
    const channel = openGrant(pending, opened('channel_grant', await link.ask(bytesOf(pending.request))), Date.now(), undefined) as Channel;
    serials.push(decodeTicketBody(openTicket(await fleet.keyring(), Date.now(), fleet.fleet, channel.ticket)!)!.serial);
    const named = requestBy(eve, fleet.fleet, { manifestHash: channel.manifest.hash });
    expect(opened('channel_grant', await link.ask(bytesOf(named.request))).manifest).toBeUndefined();
  }
  expect(serials).toEqual([...new Set(serials)].sort((a, b) => a - b));
});

describe('a bad request', () => {
  const spkiOf = (key: { export(options: { type: 'spki'; format: 'der' }): Buffer }): Uint8Array =>
    key.export({ type: 'spki', format: 'der' });
  const weak = spkiOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey);
  const good = (): ChannelRequest => requestBy(eve, fleet.fleet).request;

  it.each<[string, string, (request: ChannelRequest) => Partial<ChannelRequest>]>([
    ['with a forged signature', 'unauthorised', () => ({ signature: randomBytes(64) })],
    ['of a known client, signed by somebody with only its public key', 'unauthorised', () => forgedBy(adam)],
    [
      'of an unknown client, signed by somebody with only its public key',
      'unauthorised',
      () => forgedBy(PrivateIdentity.generate('ed25519')),
    ],
    ['whose suites were stripped on the way', 'unauthorised', () => ({ suites: [suiteIds.CHACHA20_POLY1305] })],
    ['of an unknown client without a key', 'unauthorised', () => ({ clientId: randomBytes(32), enrolKey: new Uint8Array(0) })],
    ['that would enrol a weak key', 'unauthorised', () => ({ clientId: sha256(weak), enrolKey: weak })],
    ['for another fleet', 'fleet_wrong', () => ({ fleet: randomBytes(32) })],
    ['made two minutes ago', 'request_stale', ({ timeMs }) => ({ timeMs: timeMs - 120_000 })],
    ['of another version', 'version_unsupported', () => ({ version: 7 })],
    ['that offers DES and unknown suites only', 'suite_unsupported', () => ({ suites: [7, 300] })],
    ['whose key is not the one of its id', 'malformed', () => ({ enrolKey: adam.public.spki })],
  ])('%s is refused: %s', async (_what, reason, change) => {
    const request = { ...good(), ...change(good()) };
    const answer = await link.ask(bytesOf(request));
    expect(said(answer)).toBe(reason);
    expect(Buffer.from(opened('refusal', answer).requestHash)).toEqual(requestHash(request));
  });

  it.each([
    ['records', 'record', Buffer.of(0x42, 2, 0, 0)],
    ['an attach', 'attach', Buffer.of(0x32, 2, 0, 0)],
  ])('%s has no place here, which is said and counted, and the link stays', async (_what, kind, bytes) => {
    const before = await broker.count('broker_forbidden_total', `kind="${kind}"`);
    expect(said(await link.ask(bytes))).toBe('frame_forbidden');
    expect(await broker.count('broker_forbidden_total', `kind="${kind}"`)).toBe(before + 1);
    expect(said(await link.ask(bytesOf(good())))).toBe('channel_grant');
  });

  it.each<[string, () => Uint8Array]>([
    ['is cut short', () => bytesOf(good()).subarray(0, 900)],
    [
      'is a batch of calls between services',
      () => encodeRpcBatch({ calls: [{ id: 1, pattern: 'auth.manifest', timeoutMs: 1, body: bytesOf(good()), trace: '' }], answers: [] }),
    ],
    ['is over the limit of a request', () => Buffer.concat([Buffer.of(0x0a, 0x80, 0x40), new Uint8Array(8_192)])],
  ])('that %s closes its link and is counted', async (_what, bytes) => {
    const before = await broker.count('broker_malformed_total');
    expect(said(await link.ask(bytes()))).toMatch(/^(ended|peer_unreachable)$/);
    expect(await broker.count('broker_malformed_total')).toBe(before + 1);
  });

  it('is told apart in our counters, not in its answer', async () => {
    const reasons = ['unauthorised', 'bad_transcript', 'weak_key'] as const;
    const counts = await Promise.all(reasons.map((reason) => auth.count('auth_refused_total', `reason="${reason}"`)));
    for (const count of counts) expect(count).toBeGreaterThan(0);
    const unknown = changed(good(), { clientId: randomBytes(32), enrolKey: new Uint8Array(0) });
    const forged = changed(good(), { signature: randomBytes(64) });
    const [one, other] = [await link.ask(unknown), await link.ask(forged)].map((answer) => ({
      ...opened('refusal', answer),
      requestHash: 0,
      timeMs: 0,
    }));
    expect(one).toEqual(other);
  });

  const forgedBy = (victim: PrivateIdentity): Partial<ChannelRequest> => ({
    clientId: victim.public.fingerprint,
    enrolKey: victim.public.spki,
  });
});

describe('the same bytes again', () => {
  it('get the same grant on another link, and after a while nothing', async () => {
    const bytes = bytesOf(requestBy(eve, fleet.fleet).request);
    const first = (await link.ask(bytes)) as Uint8Array;
    const other = await Stranger.at(endpoints[1]!);
    expect(Buffer.from((await other.ask(bytes)) as Uint8Array).equals(first)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, repeatMs));
    expect(said(await other.ask(bytes))).toBe('unauthorised');
    other.leave();
  });

  it('get the same grant when they come ten times at once', async () => {
    const bytes = bytesOf(requestBy(eve, fleet.fleet).request);
    const answers = await Promise.all(Array.from({ length: 10 }, () => link.ask(bytes)));
    expect(new Set(answers.map((answer) => Buffer.from(answer as Uint8Array).toString('hex'))).size).toBe(1);
    expect(said(answers[0]!)).toBe('channel_grant');
  });
});

describe('a link', () => {
  const raw = (bytes: Uint8Array): Promise<number> =>
    new Promise((resolve) => {
      const since = performance.now();
      const { port } = new URL(endpoints[0]!.replace('tcp:', 'http:'));
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
      socket.on('error', () => undefined).on('close', () => resolve(performance.now() - since));
    });

  it('that announces 4 GiB is cut before anything is held for it', async () =>
    expect(await raw(Buffer.of(0xff, 0xff, 0xff, 0xff))).toBeLessThan(500));

  it('that never ends its first message is cut after the deadline', async () => {
    const ms = await raw(Buffer.of(0, 0, 4, 0, 0x0a));
    expect(ms).toBeGreaterThan(600);
    expect(ms).toBeLessThan(2_000);
  });

  it('that has nothing to say any more is closed', async () => {
    expect(said(await link.ask(bytesOf(requestBy(eve, fleet.fleet).request)))).toBe('channel_grant');
    expect(said(await link.next())).toMatch(/^(ended|peer_unreachable)$/);
  });
});

describe('a second channel-broker', () => {
  it('on the same port does not start, and says which port', async () => {
    const second = fleet.startBroker();
    expect(await second.ended).toBe(69);
    expect(JSON.stringify(await second.line('start_failed'))).toMatch(/port_taken.*127\.0\.0\.1/);
  });

  it('with a damaged key file says which variable, and does not start', async () => {
    const second = fleet.startBroker({ BROKER_SIGNING_KEY_FILE: `${fleet.folder}/kek` });
    expect(await second.ended).toBe(78);
    expect(JSON.stringify(second.lines)).toMatch(/BROKER_SIGNING_KEY_FILE/);
  });
});
