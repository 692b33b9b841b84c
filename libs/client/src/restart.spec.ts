import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrivateIdentity } from '@keyway/crypto';
import { FileStore } from './store/file.js';
import { reasonOf, Scene, take, texts, until } from './testing/scene.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyway-client-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const store = (name: string): FileStore => new FileStore(join(folder, name));

describe('a receiver that starts again on its folder', () => {
  it('sees every message once, in order', async () => {
    await using scene = await Scene.start();
    const identity = PrivateIdentity.generate('ed25519');
    const a = await scene.client();
    const all = Array.from({ length: 50 }, (_, i) => `${i}`);
    const got: string[] = [];
    let b = await scene.client({ identity, store: store('b') });
    await Promise.all(all.map((text) => a.send(b.id, text)));
    for (let round = 0; round < 5; round += 1) {
      got.push(...texts(await take(b, 10)));
      await b.close();
      b = await scene.client({ identity, store: store('b') });
    }
    expect(got).toEqual(all);
    await a.send(b.id, 'end');
    expect(texts(await take(b, 1))).toEqual(['end']);
  });

  it('gets the one message it had in hand again, flagged, and only that', async () => {
    await using scene = await Scene.start();
    const identity = PrivateIdentity.generate('ed25519');
    const a = await scene.client();
    const b = await scene.client({ identity, store: store('b') });
    await Promise.all(['1', '2', '3'].map((text) => a.send(b.id, text)));
    await take(b, 2, false);
    await b.close();
    const again = await scene.client({ identity, store: store('b') });
    const got = await take(again, 2);
    expect(got.map((message) => [message.text(), message.redelivered])).toEqual([
      ['2', true],
      ['3', false],
    ]);
  });

  it('without a folder gets again what it did not acknowledge', async () => {
    await using scene = await Scene.start();
    const identity = PrivateIdentity.generate('ed25519');
    const a = await scene.client();
    const b = await scene.client({ identity });
    await Promise.all(['1', '2'].map((text) => a.send(b.id, text)));
    await take(b, 1);
    await b.close();
    expect(texts(await take(await scene.client({ identity }), 1))).toEqual(['2']);
  });

  it('goes on where the router is, when its own marks are older than what it acknowledged', async () => {
    await using scene = await Scene.start();
    const identity = PrivateIdentity.generate('ed25519');
    const a = await scene.client();
    const b = await scene.client({ identity, store: store('b') });
    await a.send(b.id, '1');
    await take(b, 1);
    await b.close();
    await cp(join(folder, 'b'), join(folder, 'older'), { recursive: true });
    const newer = await scene.client({ identity, store: store('b') });
    await Promise.all(['2', '3'].map((text) => a.send(newer.id, text)));
    await take(newer, 2);
    await until(() => [...scene.fleet.world.mailboxes.values()].every((rows) => rows.length === 0));
    await newer.close();
    const older = await scene.client({ identity, store: store('older') });
    const skipped: unknown[] = [];
    older.on('skipped', ({ firstSeq, count }) => skipped.push([firstSeq, count]));
    await a.send(older.id, '4');
    expect(texts(await take(older, 1))).toEqual(['4']);
    expect(skipped).toEqual([[2, 2]]);
  });
});

describe('a sender that starts again on its folder', () => {
  it('sends what was not accepted, under the old numbers, before anything new', async () => {
    await using scene = await Scene.start();
    const identity = PrivateIdentity.generate('ed25519');
    const [a, b] = [await scene.client({ identity, store: store('a') }), await scene.client()];
    await a.send(b.id, '1');
    await scene.fleet.killRouter();
    const lost = ['2', '3', '4'].map((text) => reasonOf(a.send(b.id, text)));
    const abort = new AbortController();
    const given = reasonOf(a.send(b.id, 'given up', { signal: abort.signal }));
    const last = reasonOf(a.send(b.id, '5'));
    abort.abort();
    await a.close();
    expect(await Promise.all([...lost, given, last])).toEqual([
      'session_closed',
      'session_closed',
      'session_closed',
      'aborted',
      'session_closed',
    ]);
    await scene.fleet.startRouter();
    const again = await scene.client({ identity, store: store('a') });
    const fresh = await again.send(b.id, 'new');
    const got = await take(b, 6);
    expect(texts(got)).toEqual(['1', '2', '3', '4', '5', 'new']);
    expect(got.map((message) => Number(message.id.split(':')[1]))).toEqual([1, 2, 3, 4, 6, 1]);
    expect([new Set(got.slice(0, 5).map((message) => message.id.split(':')[0])).size, fresh.seq]).toEqual([1, 1]);
    expect(got[5]!.id.startsWith(fresh.stream)).toBe(true);
    await again.close();
    expect((await store('a').open()).outbox).toEqual([]);
  });

  it('does not show a message twice that had been accepted without its knowing', async () => {
    await using scene = await Scene.start();
    const identity = PrivateIdentity.generate('ed25519');
    const [a, b] = [await scene.client({ identity, store: store('a') }), await scene.client()];
    await a.send(b.id, '1');
    let cut = false;
    scene.fleet.router.tap = (direction) => (cut ||= direction === 'down' && scene.fleet.world.mailboxes.size > 0); // no answers any more
    const unknown = reasonOf(a.send(b.id, '2'));
    await until(() => cut);
    await a.close();
    expect(await unknown).toBe('session_closed');
    scene.fleet.router.tap = () => false;
    const again = await scene.client({ identity, store: store('a') });
    await again.send(b.id, '3');
    expect(texts(await take(b, 3))).toEqual(['1', '2', '3']);
  });

  it('never uses a number twice for two messages, on a folder that was rolled back or copied', async () => {
    await using scene = await Scene.start();
    const identity = PrivateIdentity.generate('ed25519');
    const b = await scene.client();
    const a = await scene.client({ identity, store: store('a') });
    await a.send(b.id, '1');
    await a.close();
    await cp(join(folder, 'a'), join(folder, 'copy'), { recursive: true });
    for (const [name, text] of [
      ['a', '2'],
      ['copy', '3'],
      ['a', '4'],
    ] as const) {
      const client = await scene.client({ identity, store: store(name) });
      await client.send(b.id, text);
      await client.close();
    }
    const got = await take(b, 4);
    expect(texts(got)).toEqual(['1', '2', '3', '4']);
    expect(new Set(got.map((message) => message.id)).size).toBe(4);
  });

  it('drops nothing of what was refused for good: it was told', async () => {
    await using scene = await Scene.start();
    const identity = PrivateIdentity.generate('ed25519');
    const a = await scene.client({ identity, store: store('a') });
    expect(await reasonOf(a.send('a'.repeat(52), 'x'))).toBe('recipient_unknown');
    await a.close();
    const again = await scene.client({ identity, store: store('a') });
    await again.send(again.id, 'to myself');
    expect(again.stats()).toMatchObject({ waitingOut: 0, refused: 0 });
    await again.close();
    expect((await store('a').open()).outbox).toEqual([]);
  });
});

it('a folder in use is refused, with the pid of its holder', async () => {
  await using scene = await Scene.start();
  await scene.client({ store: store('a') });
  await expect(scene.client({ store: store('a') })).rejects.toMatchObject({
    reason: 'state_locked',
    message: expect.stringContaining(`process ${process.pid} `),
  });
});

it('while the store cannot write nothing leaves and nothing is shown; then everything goes on', async () => {
  await using scene = await Scene.start();
  const broken = store('a');
  let full = false;
  const append = broken.append.bind(broken);
  broken.append = (entries) => {
    if (full) throw Object.assign(new Error('disk'), { reason: 'store_full' });
    append(entries);
  };
  const [a, b] = [await scene.client({ store: broken }), await scene.client()];
  await Promise.all(['in 1', 'in 2'].map((text) => b.send(a.id, text)));
  const messages = a.messages();
  await messages.next();
  full = true;
  const warned = new Promise((resolve) => a.on('warning', ({ reason }) => resolve(reason)));
  const sent = a.send(b.id, 'out');
  expect(await warned).toBe('store_full');
  let next: string | undefined;
  const waiting = messages.next().then(({ value }) => (next = value?.text()));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([next, a.stats().accepted]).toEqual([undefined, 0]);
  full = false;
  await Promise.all([sent, waiting]);
  expect(next).toBe('in 2');
  await messages.return!();
});
