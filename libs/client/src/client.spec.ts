import { decodeId, PrivateIdentity } from '@keyway/crypto';
import { reasonOf, Scene, take, texts, until } from './testing/scene.js';

describe('sending and receiving', () => {
  it('carries a durable message with its sender, type, times and id', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const sent = await a.send(b.id, 'hello');
    const [message] = await take(b, 1);
    expect(message).toMatchObject({ from: a.id, contentType: 'text/plain; charset=utf-8', class: 'durable', redelivered: false });
    expect(message!.text()).toBe('hello');
    expect(message!.id).toBe(`${sent.stream}:${sent.seq}`);
    expect(Math.abs(message!.sentAt.getTime() - Date.now())).toBeLessThan(5_000);
    expect(message!.storedAt).toBeInstanceOf(Date);
    expect(sent.acceptedAt).toBeInstanceOf(Date);
  });

  it.each(['rsa-2048', 'ed25519'] as const)('serves a client with an identity of kind %s', async (kind) => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client({ identity: await PrivateIdentity.generateAsync(kind) }), await scene.client()];
    await Promise.all([a.send(b.id, Uint8Array.of(1, 2)), b.send(a.id, Uint8Array.of(3))]);
    expect((await take(b, 1))[0]!.body).toEqual(Uint8Array.of(1, 2));
    expect((await take(a, 1))[0]!.body).toEqual(Uint8Array.of(3));
  });

  it('works over the ZeroMQ edge as over TCP', async () => {
    await using scene = await Scene.start({ zmq: true });
    const [a, b] = [await scene.client({ edge: 'zmq' }), await scene.client({ edge: 'tcp' })];
    await a.send(b.id, 'from zmq');
    await b.send(a.id, 'from tcp');
    expect([...texts(await take(b, 1)), ...texts(await take(a, 1))]).toEqual(['from zmq', 'from tcp']);
  });

  it('keeps the order of thousands of messages that were sent at once', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const all = Array.from({ length: 5_000 }, (_, i) => `${i}`);
    await Promise.all(all.map((text) => a.send(b.id, text)));
    expect(texts(await take(b, all.length))).toEqual(all);
  });

  it('relays live messages, and refuses those to somebody who is not there', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await until(() => scene.fleet.router.attaches === 2);
    await a.send(b.id, 'now', { class: 'live' });
    expect((await take(b, 1))[0]).toMatchObject({ class: 'live', storedAt: undefined });
    await b.close();
    await until(() => scene.fleet.router.peerOf(decodeId(b.id)!) === undefined);
    expect(await reasonOf(a.send(b.id, 'too late', { class: 'live' }))).toBe('recipient_offline');
  });

  it.each([
    ['', 'address_invalid'],
    ['1'.repeat(52), 'address_invalid'],
    ['nobody', 'recipient_unknown'],
    ['a'.repeat(52), 'recipient_unknown'],
  ])('refuses the recipient %s as %s', async (to, reason) => {
    await using scene = await Scene.start();
    const a = await scene.client();
    expect(await reasonOf(a.send(to, 'x'))).toBe(reason);
    expect(await reasonOf(a.send(to, 'x'))).toBe(reason);
  });

  it('refuses a body over the limit of the fleet before it leaves, also after the limit changed', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await a.send(b.id, new Uint8Array(262_000));
    expect(await reasonOf(a.send(b.id, new Uint8Array(262_144)))).toBe('too_large');
    scene.fleet.settings = { ...scene.fleet.settings, maxBodyBytes: 1_000 };
    scene.fleet.router.configure();
    await a.send(b.id, 'small');
    expect(await reasonOf(a.send(b.id, new Uint8Array(1_001)))).toBe('too_large');
    expect((await take(b, 2)).map((message) => message.body.length)).toEqual([262_000, 5]);
  });

  it('turns messages away once too many wait for their answer', async () => {
    await using scene = await Scene.start();
    const a = await scene.client({ outbox: { messages: 2, bytes: 1_000 } });
    const b = await scene.client();
    const first = [a.send(b.id, '1'), a.send(b.id, '2')];
    expect(await reasonOf(a.send(b.id, '3'))).toBe('backpressure');
    await Promise.all(first);
    await a.send(b.id, '3');
  });

  it('gives a message up when its signal is aborted, and goes on behind it', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const abort = new AbortController();
    const skipped: unknown[] = [];
    b.on('skipped', (event) => skipped.push(event));
    const attempt = a.send(b.id, 'never mind', { signal: abort.signal });
    abort.abort();
    expect(await reasonOf(attempt)).toBe('aborted');
    expect(await reasonOf(a.send(b.id, 'nor this', { signal: abort.signal }))).toBe('aborted');
    await a.send(b.id, 'after');
    expect(texts(await take(b, 1))).toEqual(['after']);
    expect(skipped).toEqual([{ from: a.id, firstSeq: 1, count: 1 }]);
  });

  it('ends a message whose lifetime is over while the fleet is away', async () => {
    let now = Date.now();
    await using scene = await Scene.start({ nowMs: () => now });
    const [a, b] = [await scene.client({ wallMs: () => now }), await scene.client({ wallMs: () => now })];
    await scene.fleet.killRouter();
    const short = a.send(b.id, 'short', { lifetimeMs: 2_000 });
    const long = a.send(b.id, 'long');
    now += 3_000;
    expect(await reasonOf(short)).toBe('message_expired');
    await scene.fleet.startRouter();
    await long;
    expect(texts(await take(b, 1))).toEqual(['long']);
  });

  it('waits while a mailbox is full, says so once, and goes on', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const events: unknown[] = [];
    a.on('halted', ({ to, reason }) => events.push([to === b.id, reason]));
    a.on('resumed', ({ to }) => events.push(to === b.id));
    scene.fleet.world.quota = 10;
    const all = Array.from({ length: 45 }, (_, i) => `${i}`);
    const sent = Promise.all(all.map((text) => a.send(b.id, text)));
    await until(() => events.length === 1);
    expect([events, a.stats().halted, a.stats().accepted]).toEqual([[[true, 'mailbox_full']], 1, 10]);
    expect(texts(await take(b, 45))).toEqual(all);
    await sent;
    expect(events.slice(0, 2)).toEqual([[true, 'mailbox_full'], true]);
    expect(a.stats()).toMatchObject({ waitingOut: 0, halted: 0, accepted: 45 });
  });

  it('tells what it counts', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await Promise.all(['1', '2', '3'].map((text) => a.send(b.id, text)));
    await take(b, 2, false);
    expect(a.stats()).toMatchObject({ posted: 3, accepted: 3, refused: 0, waitingOut: 0, channels: 1, attaches: 1, dropped: 0 });
    expect(b.stats()).toMatchObject({ received: 2, acknowledged: 1, waitingIn: 2, skipped: 0, malformed: 0 });
  });

  it('drops what a router repeats, and counts it', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    scene.fleet.router.echo = true;
    await Promise.all(['1', '2', '3'].map((text) => a.send(b.id, text)));
    expect(texts(await take(b, 3))).toEqual(['1', '2', '3']);
    expect(b.stats().dropped).toBeGreaterThan(0);
  });
});

describe('messages()', () => {
  it('acknowledges a message when the next one is asked for', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await Promise.all(['1', '2'].map((text) => a.send(b.id, text)));
    const left = (): number => [...scene.fleet.world.mailboxes.values()].reduce((sum, rows) => sum + rows.length, 0);
    const messages = b.messages();
    expect((await messages.next()).value?.text()).toBe('1');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(left()).toBe(2);
    expect((await messages.next()).value?.text()).toBe('2');
    await until(() => left() === 1);
    void messages.next(); // nothing there, but the second one is done now
    await until(() => left() === 0);
    await messages.return!();
  });

  it('acknowledges a message when the next one was asked for before either was there', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const messages = b.messages();
    const both = [messages.next(), messages.next()];
    await Promise.all(['1', '2'].map((text) => a.send(b.id, text)));
    expect((await Promise.all(both)).map(({ value }) => value?.text())).toEqual(['1', '2']);
    expect(b.stats()).toMatchObject({ received: 2, acknowledged: 1 });
    void messages.next();
    expect(b.stats()).toMatchObject({ received: 2, acknowledged: 2 });
    await messages.return!();
  });

  it('hands the message in hand to the next consumer, flagged, unless it was done', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await Promise.all(['1', '2', '3'].map((text) => a.send(b.id, text)));
    const [first] = await take(b, 1, false);
    const [again] = await take(b, 1, true);
    expect([first!.redelivered, again!.text(), again!.redelivered, again!.id === first!.id]).toEqual([false, '1', true, true]);
    const [second] = await take(b, 1, false);
    second!.done(); // also after the loop was left
    second!.done();
    expect((await take(b, 1))[0]).toMatchObject({ redelivered: false });
    expect(b.stats()).toMatchObject({ received: 3, acknowledged: 3 });
  });

  it('has one consumer at a time', async () => {
    await using scene = await Scene.start();
    const b = await scene.client();
    const messages = b.messages();
    expect(() => b.messages()).toThrow(TypeError);
    await messages.return!();
    await b.messages().return!();
  });

  it('ends when its signal is aborted, while waiting, before, and with close()', async () => {
    await using scene = await Scene.start();
    const b = await scene.client();
    const abort = new AbortController();
    const next = b.messages({ signal: abort.signal }).next();
    abort.abort();
    expect(await next).toEqual({ value: undefined, done: true });
    expect(await b.messages({ signal: abort.signal }).next()).toEqual({ value: undefined, done: true });
    const last = b.messages().next();
    await b.close();
    expect(await last).toEqual({ value: undefined, done: true });
  });

  it('leaves out bodies that are no payload, and says so', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const skipped: unknown[] = [];
    b.on('skipped', (event) => skipped.push(event));
    await a.send(b.id, 'first');
    await take(b, 1);
    const [sender, recipient] = [decodeId(a.id)!, decodeId(b.id)!];
    const times = { createdMs: 1, storedMs: 1, expiresMs: Infinity };
    const row = { sender, stream: new Uint8Array(16).fill(9), seq: 1, ...times, body: Uint8Array.of(0xff, 0xff) };
    scene.fleet.world.store(recipient, row);
    await a.send(b.id, 'second');
    expect(texts(await take(b, 1))).toEqual(['second']);
    expect([skipped, b.stats().malformed]).toEqual([[{ from: a.id, firstSeq: 1, count: 1 }], 1]);
  });
});

describe('events', () => {
  it('tells the first attachment to listeners that come after connect()', async () => {
    await using scene = await Scene.start();
    const a = await scene.client();
    const seen: string[] = [];
    a.on('channel', ({ id }) => seen.push(`channel ${id.length}`));
    const off = a.on('attached', ({ router, endpoint }) => seen.push(`attached ${router.length} ${endpoint === scene.fleet.endpoints[0]}`));
    await until(() => seen.length === 2);
    off();
    expect(seen).toEqual(['channel 52', 'attached 52 true']);
    let closed: unknown;
    a.on('closed', (event) => (closed = event));
    await a.close();
    expect([closed, a.state]).toEqual([{ reason: 'session_closed' }, 'closed']);
  });

  it('survives listeners and callbacks that throw', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const warned: unknown[] = [];
    const { emitWarning } = process;
    process.emitWarning = (text: unknown): number => warned.push(text);
    a.on('detached', () => {
      throw new Error('listener');
    });
    scene.fleet.router.cut(decodeId(a.id)!);
    a.post(b.id, 'x', () => {
      throw new Error('callback');
    });
    await until(() => warned.length === 2);
    process.emitWarning = emitWarning;
    expect(warned).toEqual(['listener', 'callback']);
    await a.send(b.id, 'y');
    expect(texts(await take(b, 2))).toEqual(['x', 'y']);
  });
});

describe('close()', () => {
  it('waits shortly for answers, then refuses everything', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const sent = a.send(b.id, 'last words');
    await Promise.all([a.close(), a.close()]);
    expect((await sent).seq).toBe(1);
    expect(await reasonOf(a.send(b.id, 'more'))).toBe('session_closed');
    expect(texts(await take(b, 1))).toEqual(['last words']);
  });

  it('tells who still waits for an answer', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await scene.fleet.killRouter();
    const reason = reasonOf(a.send(b.id, 'x'));
    await a.close();
    expect(await reason).toBe('session_closed');
  });
});
