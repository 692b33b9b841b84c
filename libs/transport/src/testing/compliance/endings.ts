import { sendAll } from '../probe.js';
import { expectNumbered, numbered, Rig } from './rig.js';
import type { MakeAdapter } from './rig.js';

/** How links end, and that they end once. */
export function endingRules(make: MakeAdapter): void {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.with(make);
  });
  afterEach(async () => {
    await rig.close();
    for (const probe of rig.accepted) expect(probe.afterwards).toEqual([]);
  });

  it.each(['near', 'far'] as const)('tells both owners once when the %s end closes, behind every message', async (closer) => {
    const pair = await rig.pair();
    const [here, there] = closer === 'near' ? [pair.near, pair.far] : [pair.far, pair.near];
    there.link.send(Uint8Array.of(1));
    await here.count(1);
    for (let index = 0; index < 100; index += 1) here.link.send(numbered(index, 100));
    here.link.close();
    expect(here.ends).toEqual([]); // never from inside close()
    expect(await here.end()).toBe('local');
    expect(await there.end()).toBe('ended');
    expect(there.messages).toHaveLength(100);
    expectNumbered(there.messages, () => 100);
    expect([here.ends, there.ends, here.afterwards, there.afterwards]).toEqual([['local'], ['ended'], [], []]);
  });

  it('flushes megabytes behind a close', async () => {
    const { near, far } = await rig.pair({}, { closeMs: 5000 });
    await sendAll(
      near.link,
      near,
      Array.from({ length: 63 }, (_, index) => numbered(index, 65_536)),
    );
    near.link.send(numbered(63, 65_536));
    near.link.close();
    await far.end();
    expect(far.messages).toHaveLength(64);
    expectNumbered(far.messages, () => 65_536);
  });

  it('takes a second close, and a send after it, for nothing', async () => {
    const { near, far } = await rig.pair();
    near.link.close();
    near.link.close();
    expect(near.link.send(Uint8Array.of(1))).toBe(false);
    await Promise.all([near.end(), far.end()]);
    near.link.close();
    far.link.close();
    expect([near.link.send(Uint8Array.of(1)), far.link.send(Uint8Array.of(1))]).toEqual([false, false]);
    expect([near.ends, far.ends, far.messages]).toEqual([['local'], ['ended'], []]);
  });

  it('reports nothing more to an owner that has closed', async () => {
    const { near, far } = await rig.pair();
    near.onReceived = () => near.link.close();
    for (let index = 0; index < 50; index += 1) far.link.send(Uint8Array.of(index));
    await Promise.all([near.end(), far.end()]);
    expect([near.messages.length, near.ends]).toEqual([1, ['local']]);
  });

  it('loses the link at both ends when the connection is cut', async () => {
    const { near, far, network } = await rig.distantPair();
    near.link.send(Uint8Array.of(1));
    await far.count(1);
    network.cut();
    const reasons = await Promise.all([near.end(), far.end()]);
    for (const reason of reasons) expect(['peer_unreachable', 'ended']).toContain(reason);
    expect([near.ends.length, far.ends.length, near.afterwards, far.afterwards]).toEqual([1, 1, [], []]);
  });

  it.each(['received', 'drained', 'closed'] as const)('costs only its own link when %s throws', async (handler) => {
    const listener = await rig.listen({ highWaterBytes: 1, lowWaterBytes: 1 });
    const guilty = await rig.dial(listener.endpoint);
    const bad = await rig.peer(0);
    const innocent = await rig.dial(listener.endpoint);
    const good = await rig.peer(1);
    const fail = (): never => {
      throw new Error('owner failed');
    };
    if (handler === 'received') bad.onReceived = fail;
    if (handler === 'drained') bad.onDrained = fail;
    if (handler === 'closed') bad.onClosed = fail;
    if (handler === 'received') guilty.link.send(Uint8Array.of(1));
    if (handler === 'drained') bad.link.send(Uint8Array.of(1));
    if (handler === 'closed') bad.link.close();
    expect(await guilty.end()).toBe('ended');
    expect(await bad.end()).toBe('local');
    expect(rig.faults).toEqual([expect.objectContaining({ message: 'owner failed' })]);
    innocent.link.send(Uint8Array.of(3));
    await good.count(1);
  });

  it('shows a refused peer a closed connection, also when accept throws', async () => {
    const listener = await rig.listen({}, () => {
      if (rig.faults.length === 0) throw new Error('accept failed');
      return undefined;
    });
    const first = await rig.dial(listener.endpoint);
    await first.end();
    const second = await rig.dial(listener.endpoint);
    await second.end();
    expect(rig.faults).toEqual([expect.objectContaining({ message: 'accept failed' })]);
    expect([first.ends, second.ends]).toEqual([['ended'], ['ended']]);
  });

  it('gives a refused peer what accept sent', async () => {
    const listener = await rig.listen({}, (link) => {
      link.send(Uint8Array.of(9));
      return undefined;
    });
    const near = await rig.dial(listener.endpoint);
    await near.end();
    expect(near.messages.map((bytes) => bytes[0])).toEqual([9]);
  });

  it('closes its links with the listener, and listens no more', async () => {
    const { listener, near, far } = await rig.pair();
    await Promise.all([listener.close(), listener.close()]);
    expect(far.ends).toEqual(['local']);
    expect(await near.end()).toBe('ended');
    await expect(rig.dial(listener.endpoint)).rejects.toMatchObject({ name: 'WireError', reason: 'peer_unreachable' });
    await listener.close();
    const again = await rig.adapter.transport.listen(listener.endpoint, () => undefined); // the port is free at once
    await again.close();
  });
}
