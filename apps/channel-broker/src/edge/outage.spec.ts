import { PrivateIdentity } from '@keyway/crypto';
import { openGrant } from '@keyway/session';
import { encodeEnvelope } from '@keyway/wire';
import { TestFleet } from '../testing/fleet.js';
import type { Service } from '../testing/service.js';
import { bytesOf, opened, requestBy, said, Stranger } from '../testing/stranger.js';

const eve = PrivateIdentity.generate('ed25519');

describe('one after the other, a fleet whose parts come and go', () => {
  const fleet = new TestFleet();
  afterAll(() => fleet.stop());
  let auth: Service;
  let broker: Service;
  let link: Stranger;

  const requestBytes = (): Uint8Array => bytesOf(requestBy(eve, fleet.fleet).request);
  const ask = async (): Promise<string> => said(await link.ask(requestBytes()));
  const dial = async (): Promise<Stranger> => Stranger.at((await fleet.endpoints(broker))[0]!);

  it('a channel-broker without auth is not ready, tells clients so, and issues once auth is there', async () => {
    broker = fleet.startBroker();
    link = await dial();
    expect(await ask()).toBe('unavailable');
    const { http } = await broker.line('listening');
    expect((await fetch(`${String(http)}/ready`)).status).toBe(503);
    auth = fleet.startAuth();
    await Promise.all([auth.ready(), broker.ready()]);
    expect(await ask()).toBe('channel_grant');
  }, 20_000);

  it('auth is killed: requests in the gap are unavailable with a time to come back, the manifest is still given, and then all goes on', async () => {
    const before = requestBytes();
    const first = await link.ask(before);
    await auth.kill('SIGKILL');
    const inTheGap = await Promise.all(Array.from({ length: 20 }, () => link.ask(requestBytes())));
    expect(new Set(inTheGap.map(said))).toEqual(new Set(['unavailable']));
    expect(opened('refusal', inTheGap[0]!).retryAfterMs).toBeGreaterThan(0);
    expect(said(await link.ask(encodeEnvelope({ kind: 'manifest_request', value: { fleet: fleet.fleet } })))).toBe('manifest');
    auth = await fleet.startAuth().ready();
    expect(await ask()).toBe('channel_grant');
    expect(await link.ask(before)).toEqual(first); // admitted by the auth that was killed, known to the next one
  }, 20_000);

  it('the channel-broker is killed: the next one issues at once and has no answer for old requests', async () => {
    const before = requestBytes();
    expect(said(await link.ask(before))).toBe('channel_grant');
    await broker.kill('SIGKILL');
    broker = await fleet.startBroker().ready();
    link = await dial();
    expect(said(await link.ask(before))).toBe('unauthorised');
    expect(await ask()).toBe('channel_grant');
  }, 20_000);

  it('both end by themselves on SIGTERM, with 0 and without losing an answer', async () => {
    const waiting = ask();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await broker.kill('SIGTERM')).toBe(0);
    expect(await waiting).toBe('channel_grant');
    expect(await auth.kill('SIGTERM')).toBe(0);
  }, 20_000);
});

it('a channel-broker is ready as soon as a manifest names it; with an RSA key, requests that come while it signs get the same grant', async () => {
  const fleet = new TestFleet('rsa-3072');
  try {
    fleet.writeManifest({ services: [] });
    const auth = fleet.startAuth();
    const broker = fleet.startBroker({ BROKER_REFRESH_MS: '200' });
    await auth.ready();
    const link = await Stranger.at((await fleet.endpoints(broker))[0]!);
    const pending = requestBy(eve, fleet.fleet);
    expect(said(await link.ask(bytesOf(pending.request)))).toBe('unavailable');
    fleet.writeManifest();
    await broker.ready();
    const answers = await Promise.all(Array.from({ length: 5 }, () => link.ask(bytesOf(pending.request))));
    expect(new Set(answers.map((answer) => Buffer.from(answer as Uint8Array).toString('hex'))).size).toBe(1);
    expect(openGrant(pending, opened('channel_grant', answers[0]!), Date.now(), undefined)).toMatchObject({ suite: 1 });
  } finally {
    await fleet.stop();
  }
}, 20_000);
