import { encodeId, PrivateIdentity } from '@keyway/crypto';
import { tcpTransport } from '@keyway/transport';
import { groupIds, suiteIds } from '@keyway/wire';
import { formatFleetAddress, parseFleetAddress } from './address.js';
import { connect } from './connect.js';
import type { ClientEvents } from './events.js';
import { MemoryStore } from './store/memory.js';
import { reasonOf, Scene, take, texts } from './testing/scene.js';

const identity = PrivateIdentity.generate('ed25519');

describe('the fleet address', () => {
  const fingerprint = new Uint8Array(32).fill(7);
  const pin = encodeId(fingerprint);

  it.each([
    ['127.0.0.1', 7400],
    ['fleet.example.org', 1],
    ['::1', 65_535],
  ])('is written and read back: %s port %d', (host, port) => {
    expect(parseFleetAddress(formatFleetAddress({ fingerprint, host, port }))).toEqual({ fingerprint, host, port });
  });

  it.each(['127.0.0.1:7400', 'keyway://127.0.0.1:7400', 'fleet.example.org:1'])('without a fingerprint is refused: %s', async (fleet) => {
    expect(await reasonOf(connect({ fleet, identity }))).toBe('fleet_unpinned');
  });

  it.each([
    '',
    'keyway://',
    `keyway://${pin}@`,
    `keyway://${pin}@host`,
    `keyway://${pin}@host:0`,
    `keyway://${pin}@host:65536`,
    `keyway://${pin}@host:7400/path`,
    `keyway://${pin}@:7400`,
    `keyway://${pin.slice(1)}@host:7400`,
    `keyway://${pin.slice(1)}0@host:7400`,
    `https://${pin}@host:7400`,
    `${pin}@host:7400`,
    `keyway://${pin}@host:7400 `,
    `keyway://${pin}@ho\nst:7400`,
  ])('that is malformed is refused: %j', async (fleet) => {
    expect(await reasonOf(connect({ fleet, identity }))).toBe('address_invalid');
  });
});

describe('connecting', () => {
  it('enrols with the key once, and names it by its id from then on', async () => {
    await using scene = await Scene.start();
    const store = new MemoryStore();
    await (await scene.client({ identity, store })).close();
    await (await scene.client({ identity, store })).close();
    expect([scene.fleet.broker.requests, scene.fleet.broker.enrolments]).toEqual([2, 1]);
    scene.fleet.broker.clients.clear(); // a fleet that has lost its registry
    await (await scene.client({ identity, store })).close();
    expect([scene.fleet.broker.requests, scene.fleet.broker.enrolments]).toEqual([4, 2]);
  });

  it('offers what it is told to, and says when nothing fits', async () => {
    await using scene = await Scene.start();
    const groups = [groupIds.X25519];
    const a = await scene.client({ groups, suites: [suiteIds.CHACHA20_POLY1305] });
    const { promise: issued, resolve } = Promise.withResolvers<ClientEvents['channel']>();
    a.on('channel', resolve);
    expect(await issued).toMatchObject({ suite: 'CHACHA20_POLY1305', routers: [encodeId(scene.fleet.router.identity.keyId)] });
    await a.send(a.id, 'to myself');
    expect(texts(await take(a, 1))).toEqual(['to myself']);
    expect(await reasonOf(scene.client({ suites: [suiteIds.AES_256_CBC_HMAC_SHA512] }))).toBe('suite_unsupported');
  });

  it('says at once that nobody answers', async () => {
    const fleet = formatFleetAddress({ fingerprint: new Uint8Array(32), host: '127.0.0.1', port: 9 });
    expect(await reasonOf(connect({ fleet, identity }))).toBe('peer_unreachable');
  });

  it('keeps trying for as long as it is told to', async () => {
    await using scene = await Scene.start();
    await scene.fleet.stopBroker();
    const attempt = scene.client({ timeoutMs: 5_000 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await scene.fleet.startBroker();
    expect((await attempt).state).toBe('attached');
    await scene.fleet.stopBroker();
    expect(await reasonOf(scene.client({ timeoutMs: 200 }))).toBe('peer_unreachable');
    await scene.fleet.startBroker();
    scene.fleet.broker.silent = true;
    expect(await reasonOf(scene.client({ timeoutMs: 200 }))).toBe('timed_out');
  });

  it('gives up on a broker and on a router that do not answer', async () => {
    await using scene = await Scene.start();
    scene.fleet.broker.silent = true;
    expect(await reasonOf(scene.client({ stepMs: 50 }))).toBe('timed_out');
    scene.fleet.broker.silent = false;
    await scene.fleet.killRouter();
    expect(await reasonOf(scene.client({ stepMs: 50 }))).toBe('peer_unreachable');
    const mute = await tcpTransport().listen(scene.fleet.endpoints[0]!, () => ({
      received: () => undefined,
      drained: () => undefined,
      closed: () => undefined,
    }));
    expect(await reasonOf(scene.client({ stepMs: 50 }))).toBe('timed_out');
    await mute.close();
  });

  it('stops when its signal is aborted, at once and while waiting', async () => {
    await using scene = await Scene.start();
    expect(await reasonOf(scene.client({ signal: AbortSignal.abort() }))).toBe('aborted');
    scene.fleet.broker.silent = true;
    const store = new MemoryStore();
    const abort = new AbortController();
    const attempt = reasonOf(scene.client({ signal: abort.signal, store }));
    setTimeout(() => abort.abort(), 20);
    expect(await attempt).toBe('aborted');
    await store.open(); // and gives the store back
    await store.close();
  });

  it('says that the clock is wrong, and by how much', async () => {
    await using scene = await Scene.start();
    for (const offMs of [-120_000, 120_000]) {
      const message: unknown = expect.stringMatching(/fleet says 20.*this machine 20/);
      await expect(scene.client({ wallMs: () => Date.now() + offMs })).rejects.toMatchObject({ reason: 'request_stale', message });
    }
  });

  it.each(['unauthorised', 'forbidden', 'unavailable', 'version_unsupported'] as const)('passes a refusal on: %s', async (reason) => {
    await using scene = await Scene.start();
    scene.fleet.broker.refuseWith = reason;
    expect(await reasonOf(scene.client())).toBe(reason);
    scene.fleet.broker.refuseWith = undefined;
    scene.fleet.router.refuseWith = reason;
    expect(await reasonOf(scene.client())).toBe(reason);
  });

  it('names what was offered when nothing of it is accepted', async () => {
    await using scene = await Scene.start();
    const message: unknown = expect.stringContaining('offered were suites AES_256_GCM, 9 (unknown); groups X25519');
    await expect(scene.client({ suites: [9], groups: [9] })).rejects.toMatchObject({ reason: 'suite_unsupported' });
    scene.fleet.broker.refuseWith = 'suite_unsupported';
    await expect(scene.client({ suites: [1, 9], groups: [2] })).rejects.toMatchObject({ reason: 'suite_unsupported', message });
  });

  it('believes the second refusal of a first connection, however long it may still try', async () => {
    await using scene = await Scene.start();
    scene.fleet.broker.refuseWith = 'unauthorised';
    expect(await reasonOf(scene.client({ timeoutMs: 3_600_000 }))).toBe('unauthorised');
  });

  it('refuses a manifest older than the newest it has seen', async () => {
    await using scene = await Scene.start();
    const store = new MemoryStore();
    scene.fleet.publish({ version: 7 });
    await (await scene.client({ identity, store })).close();
    scene.fleet.publish({ version: 6 });
    expect(await reasonOf(scene.client({ identity, store }))).toBe('bad_manifest');
    scene.fleet.publish({ version: 8 });
    await (await scene.client({ identity, store })).close();
  });

  it('does not mix the state of one client with that of another', async () => {
    await using scene = await Scene.start();
    const store = new MemoryStore();
    await (await scene.client({ identity, store })).close();
    expect(await reasonOf(scene.client({ store }))).toBe('config_invalid');
  });
});

describe('a deceptive server', () => {
  /** Answers for the true address with a fleet of its own. */
  const impostorOf = async (scene: Scene, impostor: Scene): Promise<string> => {
    await scene.fleet.stopBroker();
    const { fingerprint } = parseFleetAddress(scene.fleet.address);
    return formatFleetAddress({ ...parseFleetAddress(impostor.fleet.address), fingerprint });
  };

  it('is found out by its fingerprint: closed, not tried again, no byte of payload sent', async () => {
    await using scene = await Scene.start();
    await using impostor = await Scene.start();
    const fleet = await impostorOf(scene, impostor);
    impostor.fleet.broker.credulous = true;
    expect(await reasonOf(connect({ fleet, identity, timeoutMs: 5_000 }))).toBe('fleet_key_mismatch');
    expect([impostor.fleet.broker.requests, impostor.fleet.router.attaches]).toEqual([1, 0]);
  });

  it('that grants whatever is asked ends a client that runs, for good', async () => {
    await using scene = await Scene.start();
    await using impostor = await Scene.start();
    impostor.fleet.broker.credulous = true;
    const port = scene.fleet.brokerPort;
    const a = await scene.client({ identity });
    const closed = new Promise((resolve) => a.on('closed', resolve));
    await Promise.all([scene.fleet.stop(), impostor.fleet.stopBroker()]);
    await impostor.fleet.broker.listen(port);
    await scene.fleet.startRouter();
    scene.fleet.router.refuseWith = 'unauthorised'; // so that the client asks for a new channel
    const waiting = reasonOf(a.send(a.id, 'secret'));
    expect(await closed).toEqual({ reason: 'fleet_key_mismatch' });
    expect(await waiting).toBe('fleet_key_mismatch');
    expect([a.state, impostor.fleet.router.attaches]).toEqual(['closed', 0]);
  });
});
