import { decodeId, PrivateIdentity } from '@keyway/crypto';
import { systemClock, type Clock } from '@keyway/transport';
import { encodePayload } from '@keyway/wire';
import type { Client } from './client.js';
import type { Message } from './messages.js';
import { reasonOf, Scene, take, texts, until } from './testing/scene.js';

const idOf = (client: Client): Uint8Array => decodeId(client.id)!;

describe('a client comes back by itself', () => {
  it('when its link is cut: nothing lost, nothing twice, in order', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const detached: string[] = [];
    a.on('detached', ({ reason }) => detached.push(reason));
    const all = Array.from({ length: 300 }, (_, i) => `${i}`);
    const sent = (async () => {
      for (const text of all) {
        await a.send(b.id, text);
        if (Number(text) % 100 === 50) scene.fleet.router.cut(idOf(a));
        if (Number(text) % 100 === 70) scene.fleet.router.cut(idOf(b));
      }
    })();
    expect(texts(await take(b, all.length))).toEqual(all);
    await sent;
    expect(detached).toEqual(['peer_unreachable', 'peer_unreachable', 'peer_unreachable']);
    expect([a.stats().attaches, b.stats().attaches, a.stats().channels]).toEqual([4, 4, 1]);
  });

  it('whichever record the cut falls in front of', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const got: Message[] = [];
    const reading = (async () => {
      for await (const message of b.messages()) got.push(message);
    })();
    const expected: string[] = [];
    let live = 0;
    let records = Infinity;
    for (let at = 0; at < records && at < 60; at += 1) {
      let passed = 0;
      scene.fleet.router.tap = () => passed++ === at;
      const texts_ = ['x', 'y', 'z'].map((letter) => `${at}${letter}`);
      const sent = Promise.all([
        ...texts_.map((text) => a.send(b.id, text)),
        reasonOf(a.send(b.id, `${at}live`, { class: 'live' })).then((reason) => (live += reason === undefined ? 1 : 0)),
      ]);
      expected.push(...texts_);
      await sent;
      await until(() => got.filter((message) => message.class === 'durable').length === expected.length);
      await until(() => [...scene.fleet.world.mailboxes.values()].every((rows) => rows.length <= 1)); // the last one is in hand
      if (passed <= at) records = at; // this round was over before the cut: every boundary was tried
    }
    scene.fleet.router.tap = () => false;
    expect(texts(got.filter((message) => message.class === 'durable'))).toEqual(expected);
    expect(records).toBeGreaterThan(3);
    expect(live).toBeGreaterThan(0);
    await b.close();
    await reading;
    const ids = got.map((message) => message.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('when the router is killed and started again, with messages under way', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const all = Array.from({ length: 200 }, (_, i) => `${i}`);
    const reading = take(b, all.length);
    const sending = Promise.all(
      all.map(async (text, i) => {
        await new Promise((resolve) => setTimeout(resolve, i));
        await a.send(b.id, text);
      }),
    );
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      await scene.fleet.killRouter();
      expect(scene.fleet.router.peerOf(idOf(a))).toBeUndefined();
      await scene.fleet.startRouter();
    }
    expect(new Set(texts(await reading))).toEqual(new Set(all));
    await sending;
  });

  it('when the router drains, or says a word of a newer version', async () => {
    await using scene = await Scene.start();
    const a = await scene.client();
    for (const reason of ['session_draining', 'session_closed', 'internal'] as const) {
      const { attaches } = a.stats();
      await until(() => scene.fleet.router.peerOf(idOf(a)) !== undefined);
      scene.fleet.router.stop(idOf(a), reason);
      await until(() => a.stats().attaches === attaches + 1);
    }
    expect(a.state).toBe('attached');
  });

  it('when the router falls silent', async () => {
    await using scene = await Scene.start({ settings: { heartbeatMs: 100, timeoutMs: 500 } });
    const a = await scene.client();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(a.stats().attaches).toBe(1); // heartbeats keep a quiet session up
    scene.fleet.router.carry = () => true; // takes records and loses them
    await until(() => a.stats().attaches > 1);
  });

  it('when a message is missing in the middle of a stream: that is told, and the rest is shown', async () => {
    await using scene = await Scene.start();
    const faster: Clock = { now: () => systemClock.now() * 20, at: (time, run) => systemClock.at(time / 20, run) };
    const [a, b] = [await scene.client(), await scene.client({ clock: faster })];
    const skipped: unknown[] = [];
    const detached: string[] = [];
    b.on('skipped', ({ firstSeq, count }) => skipped.push([firstSeq, count]));
    b.on('detached', ({ reason }) => detached.push(reason));
    await a.send(b.id, '1');
    const [first] = await take(b, 1);
    const stream = Buffer.from(first!.id.split(':')[0]!, 'hex');
    const body = encodePayload({ contentType: '', data: Buffer.from('3'), file: undefined });
    const row = { sender: idOf(a), stream, seq: 3, createdMs: 0, storedMs: 1, expiresMs: Infinity, body };
    scene.fleet.world.store(idOf(b), row);
    scene.fleet.router.peerOf(idOf(b))!.wake();
    expect(texts(await take(b, 1))).toEqual(['3']);
    expect([skipped, detached, b.stats().attaches]).toEqual([[[2, 1]], ['stream_gap'], 2]);
  });

  it('when a session has no handles left for further recipients: each has its turn', async () => {
    await using scene = await Scene.start({ settings: { maxStreams: 3 } });
    const a = await scene.client();
    const others = await Promise.all(Array.from({ length: 8 }, () => scene.client()));
    const rounds = ['1', '2'];
    await Promise.all(rounds.flatMap((text) => others.map((other) => a.send(other.id, text))));
    for (const other of others) expect(texts(await take(other, 2))).toEqual(rounds);
    expect(a.stats().attaches).toBe(3);
  });

  it('with the settings it heard last, not with those of its grant', async () => {
    await using scene = await Scene.start();
    const a = await scene.client();
    const others = await Promise.all(Array.from({ length: 8 }, () => scene.client()));
    await Promise.all(others.map((other) => a.send(other.id, '1')));
    scene.fleet.settings = { ...scene.fleet.settings, maxStreams: 3 };
    scene.fleet.router.configure();
    await a.send(a.id, 'the new settings are here, for they came before this was accepted');
    await take(a, 1);
    scene.fleet.router.cut(idOf(a));
    await Promise.all(others.map((other) => a.send(other.id, '2')));
    for (const other of others) expect(texts(await take(other, 2))).toEqual(['1', '2']);
    expect([scene.fleet.router.overruns, a.stats().attaches]).toEqual([0, 4]);
  });

  it('while the broker is away: the channel still serves', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await scene.fleet.stopBroker();
    scene.fleet.router.cut(idOf(a));
    await a.send(b.id, 'through');
    expect(texts(await take(b, 1))).toEqual(['through']);
    expect(a.stats()).toMatchObject({ channels: 1, attaches: 2 });
  });

  it('with a new channel when the old one is not accepted any more, or was told to have ended', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    scene.fleet.router.stop(idOf(a), 'channel_expired');
    await a.send(b.id, '1');
    expect(a.stats()).toMatchObject({ channels: 2, attaches: 2 });
    scene.fleet.router.refuseWith = 'unauthorised';
    const warnings: string[] = [];
    a.on('warning', ({ reason }) => warnings.push(reason));
    scene.fleet.router.cut(idOf(a));
    await until(() => warnings.length > 1);
    scene.fleet.router.refuseWith = undefined;
    await a.send(b.id, '2');
    expect(texts(await take(b, 2))).toEqual(['1', '2']);
    expect(new Set(warnings)).toEqual(new Set(['unauthorised']));
    expect(a.stats().channels).toBeGreaterThan(2);
  });

  it('with a new channel before the lease ends, without losing the session in between', async () => {
    await using scene = await Scene.start();
    scene.fleet.broker.leaseMs = 1_000;
    const [a, b] = [await scene.client(), await scene.client()];
    const detached: string[] = [];
    a.on('detached', ({ reason }) => detached.push(reason));
    const all = Array.from({ length: 50 }, (_, i) => `${i}`);
    const reading = take(b, all.length);
    for (const text of all) {
      await a.send(b.id, text);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    expect(texts(await reading)).toEqual(all);
    expect(a.stats().channels).toBeGreaterThan(1);
    expect(detached).toEqual([]);
  });

  it('keeps its session while a new channel cannot be had', async () => {
    await using scene = await Scene.start({ settings: { heartbeatMs: 10, timeoutMs: 2_000 } });
    scene.fleet.broker.leaseMs = 1_000;
    const [a, b] = [await scene.client(), await scene.client()];
    await scene.fleet.stopBroker();
    await new Promise((resolve) => setTimeout(resolve, 850)); // past 80 %
    expect(a.state).toBe('attached');
    await a.send(b.id, 'still');
    await new Promise((resolve) => setTimeout(resolve, 160)); // past the end: the router says so
    await until(() => a.state === 'detached');
    const late = a.send(b.id, 'later');
    await scene.fleet.startBroker();
    await late;
    expect(texts(await take(b, 2))).toEqual(['still', 'later']);
  });
});

describe('a client does not come back', () => {
  it('when another instance of it took over: it does not fight', async () => {
    await using scene = await Scene.start();
    const identity = PrivateIdentity.generate('ed25519');
    const first = await scene.client({ identity });
    const closed = new Promise((resolve) => first.on('closed', resolve));
    const waiting = reasonOf(first.messages().next());
    const second = await scene.client({ identity });
    expect([await closed, await waiting]).toEqual([{ reason: 'session_replaced' }, 'session_replaced']);
    expect(await reasonOf(first.send(second.id, 'x'))).toBe('session_replaced');
    await second.send(second.id, 'alone');
    expect(texts(await take(second, 1))).toEqual(['alone']);
    expect(second.stats().attaches).toBe(1);
  });

  it('when it was closed while it was coming back', async () => {
    await using scene = await Scene.start();
    const a = await scene.client();
    await scene.fleet.killRouter();
    await until(() => a.state === 'detached');
    await a.close();
    expect(a.state).toBe('closed');
  });
});
