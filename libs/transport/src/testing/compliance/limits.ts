import type { LinkCloseReason } from '../../transport.js';
import { Rig } from './rig.js';
import type { MakeAdapter } from './rig.js';

/** What strangers cannot do. */
export function limitRules(make: MakeAdapter, manyLinks: number): void {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.with(make);
  });
  afterEach(() => rig.close());

  it('takes a message of exactly maxMessageBytes and cuts the link at one byte more, and no other link', async () => {
    const listener = await rig.listen({ maxMessageBytes: 1000 });
    const [bad, good] = [await rig.dial(listener.endpoint), await rig.dial(listener.endpoint)];
    bad.link.send(new Uint8Array(1000));
    const far = await rig.peer();
    await far.count(1);
    bad.link.send(new Uint8Array(1001));
    expect(await far.end()).toBe('too_large');
    expect(['ended', 'peer_unreachable']).toContain(await bad.end());
    expect(far.messages.map((bytes) => bytes.length)).toEqual([1000]);
    good.link.send(Uint8Array.of(1));
    await (await rig.peer(1)).count(1);
  });

  it('takes requests of maxReceivedBytes at most where answers may be longer', async () => {
    await expect(rig.listen({ maxMessageBytes: 100, maxReceivedBytes: 101 })).rejects.toThrow(RangeError);
    const listener = await rig.listen({ maxMessageBytes: 1000, maxReceivedBytes: 100 });
    const asking = await rig.dial(listener.endpoint);
    asking.link.send(new Uint8Array(100));
    const far = await rig.peer();
    await far.count(1);
    far.link.send(new Uint8Array(1000));
    await asking.count(1);
    asking.link.send(new Uint8Array(101));
    expect(await far.end()).toBe('too_large');
  });

  it('defends the dialler in the same way', async () => {
    const { near, far } = await rig.pair({}, { maxMessageBytes: 1000 });
    far.link.send(new Uint8Array(1000));
    await near.count(1);
    far.link.send(new Uint8Array(1001));
    const refusal: LinkCloseReason[] = ['too_large', 'ended']; // libzmq drops the connection without a word
    expect(refusal).toContain(await near.end());
    await far.end();
    expect(near.messages).toHaveLength(1);
  });

  it('cuts accepted links without a first message by firstMessageMs, and only those', async () => {
    const listener = await rig.listen({ firstMessageMs: 150 });
    const talkative = await rig.dial(listener.endpoint);
    talkative.link.send(Uint8Array.of(1));
    const far = await rig.peer();
    await far.count(1);
    const silent = await rig.dial(listener.endpoint);
    const sink = await rig.peer(1);
    expect(await sink.end()).toBe('stalled');
    await silent.end();
    expect([far.ends, talkative.ends]).toEqual([[], []]);
    talkative.link.send(Uint8Array.of(2));
    await far.count(2);
  });

  it('refuses links over maxLinks before asking anybody, and takes new ones when old ones go', async () => {
    const listener = await rig.listen({ maxLinks: 2 });
    const [first] = [await rig.dial(listener.endpoint), await rig.dial(listener.endpoint)];
    const [far] = [await rig.peer(0), await rig.peer(1)];
    const refused = await rig.dial(listener.endpoint).then(
      (probe) => probe.end(),
      (error: { reason: string }) => error.reason,
    );
    expect(['ended', 'peer_unreachable']).toContain(refused);
    expect(rig.accepted).toHaveLength(2);
    first.link.close();
    await far.end();
    const third = await rig.dial(listener.endpoint);
    third.link.send(Uint8Array.of(3));
    await (await rig.peer(2)).count(1);
  });

  it(`serves ${manyLinks} links at a time`, async () => {
    const listener = await rig.listen({}, (link) => {
      const probe = rig.probe(link);
      probe.onReceived = (bytes) => link.send(bytes);
      return probe;
    });
    const near = await Promise.all(Array.from({ length: manyLinks }, () => rig.dial(listener.endpoint)));
    near.forEach((probe, index) => probe.link.send(Uint8Array.of(index & 255, index >>> 8)));
    await Promise.all(near.map((probe) => probe.count(1)));
    near.forEach(({ messages: [echo] }, index) => {
      if (echo?.[0] !== (index & 255) || echo[1] !== index >>> 8) throw new Error(`link ${index} got another link’s answer`);
    });
    await listener.close();
    await Promise.all(near.map((probe) => probe.end()));
    expect(rig.accepted.every(({ ends }) => ends.length === 1 && ends[0] === 'local')).toBe(true);
  });
}
