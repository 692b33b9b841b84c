import { defaultLimits } from '../../transport.js';
import { sendAll } from '../probe.js';
import { expectNumbered, numbered, Rig } from './rig.js';
import type { MakeAdapter } from './rig.js';

/** Order and integrity, and when an owner is told. */
export function messageRules(make: MakeAdapter): void {
  let rig: Rig;
  beforeEach(async () => {
    rig = await Rig.with(make);
  });
  afterEach(() => rig.close());

  const { maxMessageBytes } = defaultLimits;
  const edges = [
    1,
    2,
    127,
    128,
    129,
    255,
    256,
    257,
    8191,
    8192,
    8193,
    65_531,
    65_535,
    65_536,
    65_537,
    maxMessageBytes - 1,
    maxMessageBytes,
  ];
  const edge = (index: number): number => edges[index % edges.length] as number;

  it('carries messages of every size both ways, whole, unchanged and in order', async () => {
    const { near, far } = await rig.pair();
    const count = edges.length * 2;
    const messages = () => Array.from({ length: count }, (_, index) => numbered(index, edge(index)));
    await Promise.all([sendAll(near.link, near, messages()), sendAll(far.link, far, messages()), near.count(count), far.count(count)]);
    expectNumbered(near.messages, edge);
    expectNumbered(far.messages, edge);
    expect([near.messages.length, far.messages.length]).toEqual([count, count]);
  });

  it('keeps the order of many small messages both ways at once', async () => {
    const { near, far } = await rig.pair();
    const size = (index: number): number => 1 + (index % 100);
    const messages = () => Array.from({ length: 5000 }, (_, index) => numbered(index, size(index)));
    await Promise.all([sendAll(near.link, near, messages()), sendAll(far.link, far, messages()), near.count(5000), far.count(5000)]);
    expectNumbered(near.messages, size);
    expectNumbered(far.messages, size);
  });

  it('answers each message of a dialogue as it comes', async () => {
    const { near, far } = await rig.pair();
    far.onReceived = (bytes) => far.link.send(bytes);
    near.onReceived = (bytes) => bytes[0] !== 99 && near.link.send(Uint8Array.of((bytes[0] as number) + 1));
    near.link.send(Uint8Array.of(0));
    await near.count(100);
    expect(near.messages.map((bytes) => bytes[0])).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  it('tells nothing on a link that carries nothing', async () => {
    const { near, far } = await rig.pair();
    near.link.close();
    await far.end();
    expect([near.messages, far.messages, near.drains, far.drains]).toEqual([[], [], 0, 0]);
  });

  it('lets accept and the dialler send at once', async () => {
    const listener = await rig.listen({}, (link) => {
      link.send(Uint8Array.of(1));
      return rig.probe(link);
    });
    const near = await rig.dial(listener.endpoint);
    near.link.send(Uint8Array.of(2));
    const far = await rig.peer();
    await Promise.all([near.count(1), far.count(1)]);
    expect([near.messages[0]?.[0], far.messages[0]?.[0]]).toEqual([1, 2]);
  });

  it('leaves received messages to their receiver, whatever comes later', async () => {
    const { near, far } = await rig.pair();
    for (let index = 0; index < 300; index += 1) {
      near.link.send(numbered(index, 700));
      if (index % 50 === 0) await far.count(index);
    }
    await far.count(300);
    expectNumbered(far.messages, () => 700);
  });

  it('throws on an empty or oversize message, which is the sender’s own bug, and the link lives on', async () => {
    const { near, far } = await rig.pair();
    expect(() => near.link.send(new Uint8Array(0))).toThrow(RangeError);
    expect(() => near.link.send(new Uint8Array(maxMessageBytes + 1))).toThrow(RangeError);
    near.link.send(Uint8Array.of(7));
    await far.count(1);
    expect(far.messages).toEqual([expect.objectContaining({ 0: 7, length: 1 })]);
  });

  it('never mixes links', async () => {
    const listener = await rig.listen();
    const near = await Promise.all(Array.from({ length: 20 }, () => rig.dial(listener.endpoint)));
    near.forEach((probe, index) => {
      for (let k = 0; k < 50; k += 1) probe.link.send(Uint8Array.of(index, k));
    });
    for (let index = 0; index < 20; index += 1) await (await rig.peer(index)).count(50);
    for (const { messages } of rig.accepted) {
      expect(messages.map((bytes) => bytes[1])).toEqual(Array.from({ length: 50 }, (_, k) => k));
      expect(new Set(messages.map((bytes) => bytes[0])).size).toBe(1);
    }
  });

  it('says where a peer comes from, which is no identity', async () => {
    const { near, far } = await rig.pair();
    const { scheme } = rig.adapter.transport;
    expect(far.link.source.startsWith(`${scheme}:`)).toBe(true);
    expect(near.link.source.startsWith(`${scheme}:`)).toBe(true);
  });
}
